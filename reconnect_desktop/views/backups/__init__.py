"""The backups on the screen: all of them, and going back to one."""
