"""What we write ourselves."""
