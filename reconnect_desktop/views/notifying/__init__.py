"""Notifications of the desktop: off until wanted, seldom, and neutral."""
