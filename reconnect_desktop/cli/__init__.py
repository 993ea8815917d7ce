"""The command line: every command goes through `journal.Journal`, or to the running window that holds it."""
