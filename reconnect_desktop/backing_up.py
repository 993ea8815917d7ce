"""Backups of the open journal: when they are made, what they hold, and the way back to one."""
