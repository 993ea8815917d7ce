"""The user's guide, in the program and without a network."""
