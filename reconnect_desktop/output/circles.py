"""How far the two circles of the scale stand apart, wherever they are drawn."""

from __future__ import annotations

# Half the distance of the centres, in radii, at closeness 1…7: from just apart to almost one. Between 2 and 7 the
# shared area grows by equal steps of 14 % of a circle, as in the figure of Aron, Aron & Smollan (1992); own drawing.
_APART = (1.06, 0.755, 0.605, 0.473, 0.345, 0.23, 0.118)
WIDTH = 2 * (1 + _APART[0])  # of the widest figure, in radii


def apart(closeness: float) -> float:
    """Half the distance of the two centres in radii, for a closeness of 1…7, fractions allowed."""
    place = min(max(closeness, 1.0), 7.0) - 1
    below = min(int(place), 5)
    share = place - below
    return _APART[below] * (1 - share) + _APART[below + 1] * share
