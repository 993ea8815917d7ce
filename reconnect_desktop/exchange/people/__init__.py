"""Who is in a file, and what they wrote or spoke."""
