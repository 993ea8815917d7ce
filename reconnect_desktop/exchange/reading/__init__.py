"""Bytes to text, XML and JSON, in bounded memory whatever the file does."""
