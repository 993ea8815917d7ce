"""Bytes on disk: the journal file, its lock, its schema, and the preferences."""
