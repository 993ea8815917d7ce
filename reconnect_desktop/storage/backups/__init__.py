"""Copies of the journal: how they are made, listed, looked at, read and rewritten."""
