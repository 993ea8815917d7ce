"""How well dips and gaps are noticed, on simulated people whose truth is known: `make bench-detection`."""
