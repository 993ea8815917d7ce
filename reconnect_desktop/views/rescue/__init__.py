"""What a window shows when the journal is damaged or missing."""
