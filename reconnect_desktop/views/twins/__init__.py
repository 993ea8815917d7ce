"""Contacts that may stand in the journal twice: found, told of, and looked at side by side."""
