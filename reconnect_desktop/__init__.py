"""Reconnect: a private journal of the contact with one's mom."""

__version__ = "0.1.0"
APP_ID = "org.reconnect_desktop.Reconnect"
APP_NAME = "Reconnect"
