"""The settings: a dialog of sections, each choice counting at once."""
