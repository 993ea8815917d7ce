"""From what is typed to the key that opens the journal."""
