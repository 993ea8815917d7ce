"""What must be fast, measured as ratios taken side by side in one run."""
