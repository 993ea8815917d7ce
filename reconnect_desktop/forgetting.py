"""Taking what was entered out of the journal and of all its backups, for good."""
