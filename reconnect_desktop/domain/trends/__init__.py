"""What the charts show: each a pure function from `Sources` and a `Span` to a value with all its numbers."""
