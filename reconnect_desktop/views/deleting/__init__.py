"""Deleting everything, on the screen."""
