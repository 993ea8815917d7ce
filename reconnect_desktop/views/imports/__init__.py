"""What was brought in, file by file, and taking one out again."""
