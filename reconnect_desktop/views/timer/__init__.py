"""The call timer: a small pill above all windows, and what becomes of its minutes."""
