"""Files of other programs and of our own: one small module for each format."""
