"""Bringing history in: what is asked about a file, what would come of it, and doing it."""
