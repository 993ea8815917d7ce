"""The program without a window: its place in the tray, and how it rests there."""
