"""What SMS Backup & Restore exports: calls and messages."""
