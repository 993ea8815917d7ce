"""A review as a PDF."""
