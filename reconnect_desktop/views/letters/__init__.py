"""The Letters page: drafts to organise thoughts, kept in the journal."""
