"""How far an interval reaches where the spread itself is only estimated."""

from __future__ import annotations


def student(freedom: float) -> float:
    """The 97.5 % quantile of Student's t, to three digits from 3 degrees of freedom on (Abramowitz & Stegun 26.7.5)."""
    z = 1.959964
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
