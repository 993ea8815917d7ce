"""Plans and dates: on Today, in a dialog of their own, and in the settings."""
