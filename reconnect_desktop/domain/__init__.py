"""Pure values and functions: no I/O, no clock, the standard library only."""
