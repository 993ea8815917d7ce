"""Locking and unlocking the journal, and hiding what is on the screen."""
