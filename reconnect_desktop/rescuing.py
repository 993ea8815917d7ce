"""A damaged or missing journal: what can be had of it and of its backups, and putting that in its place."""
