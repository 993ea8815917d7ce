"""The upper tail of the beta distribution, which a wait under a gamma law of unknown pace comes down to."""

from __future__ import annotations

from math import exp, lgamma, log, log1p

_TINY = 1e-300  # stands in for a denominator of nought
_CLOSE = 1e-12
_TERMS = 500


def waiting_tail(shape: float, pace_shape: float, pace_scale: float, wait: float) -> float:
    """How likely a wait beyond `wait` is, 0…1, where waits are gamma of `shape` with a pace that is gamma itself.

    The pace (one over the scale of a wait) has shape `pace_shape` and rate `pace_scale`; all four are positive.
    With the pace summed out, wait / (wait + pace_scale) is beta distributed.
    """
    return beta_tail(shape, pace_shape, wait / (wait + pace_scale))


def beta_tail(a: float, b: float, x: float) -> float:
    """1 - I_x(a, b), the regularized incomplete beta function from above; a, b > 0, x in 0…1.

    By the continued fraction of DLMF 8.17.22, from whichever side it converges quickly.
    """
    if x <= 0:
        return 1.0
    if x >= 1:
        return 0.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return 1 - front * _fraction(a, b, x) / a
    return front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction, by the method of Lentz (Thompson & Barnett 1986, J. Comput. Phys. 64)."""
    above, below = 1.0, 1 / _not_nought(1 - (a + b) * x / (a + 1))
    value = below
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            below = 1 / _not_nought(1 + term * below)
            above = _not_nought(1 + term / above)
            value *= below * above
        if abs(below * above - 1) < _CLOSE:
            break
    return value


def _not_nought(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
