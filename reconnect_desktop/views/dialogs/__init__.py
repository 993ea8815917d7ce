"""Windows that answer one question each."""
