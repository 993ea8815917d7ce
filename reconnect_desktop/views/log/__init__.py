"""The page with everything that was logged."""
