"""The charts: each module draws one value of `domain.trends` or `domain.review` as a matplotlib Figure."""
