"""Logging an interaction, and editing one: the form and its windows."""
