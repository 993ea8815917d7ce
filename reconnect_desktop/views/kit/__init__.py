"""What every window is made of: look, sign, and the small widgets that all of them share."""
