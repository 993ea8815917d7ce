"""Diaries of moods: chosen activities are time with her."""
