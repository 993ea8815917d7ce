"""What the chart of what goes with feeling close says."""

from __future__ import annotations

from reconnect_desktop.domain.trends.going_with import LEAST, GoingWithCloseness, Group
from reconnect_desktop.language import mark, tr, tr_n
from reconnect_desktop.output.group_words import group_subject
from reconnect_desktop.output.spans import few_at_head
from reconnect_desktop.output.today_words import number

NO_CAUSE = mark("It says what goes together, not what causes what.")


def going_with_message(value: GoingWithCloseness) -> str:
    """What felt closest: "Visits felt closest: 6 (5 to 7), 14 interactions. It says what goes together, …"."""
    if not value.groups or value.overall is None:
        return _too_few_ratings(value)
    best = closest_group(value)
    told = _felt_closest(best, value.overall) if best else _nothing_stands_out(value.count, value.overall)
    return " ".join(filter(None, [told, _left_out(value), tr(NO_CAUSE)]))


def closest_group(value: GoingWithCloseness) -> Group | None:
    """The group that felt closest, of those above the median of all; first those whose whole interval lies above it."""
    overall = value.overall or 0.0
    above = [group for group in value.groups if group.median > overall]
    return max(above, key=lambda one: (one.low > overall, one.median, one.low, one.count), default=None)


def _felt_closest(best: Group, overall: float) -> str:
    subject, median = group_subject(best.by, best.key), _median(best)
    if best.low > overall:
        return tr_n(
            "{group} felt closest: {closeness}, {count} interaction.",
            "{group} felt closest: {closeness}, {count} interactions.",
            best.count,
            group=subject,
            closeness=median,
        )
    return tr_n(
        "{group} felt closest: {closeness}, {count} interaction; it may be chance.",
        "{group} felt closest: {closeness}, {count} interactions; it may be chance.",
        best.count,
        group=subject,
        closeness=median,
    )


def _nothing_stands_out(count: int, overall: float) -> str:
    return tr_n(
        "Nothing stands out: the middle of {count} interaction is {closeness} of 7.",
        "Nothing stands out: the middle of {count} interactions is {closeness} of 7.",
        count,
        closeness=number(overall),
    )


def _median(group: Group) -> str:
    if group.low == group.high:
        return tr("{closeness} of 7", closeness=number(group.median))
    return tr(
        "{closeness} ({low} to {high})",
        closeness=number(group.median),
        low=number(group.low),
        high=number(group.high),
    )


def _too_few_ratings(value: GoingWithCloseness) -> str:
    if not value.count and value.left_out:
        return tr_n(
            "The one rating of this time is of a day when you were drained.",
            "All {count} ratings of this time are of days when you were drained.",
            value.left_out,
        )
    if not value.count:
        return tr("Nothing is rated in this time.")
    told = tr(
        "{few} ratings of one kind and this will show what goes with feeling close.", few=few_at_head(LEAST)
    )
    return " ".join(filter(None, [told, _left_out(value)]))


def _left_out(value: GoingWithCloseness) -> str:
    if not value.drained_left_out or not value.left_out:
        return ""
    return tr_n(
        "{count} rating of a day when you were drained is left out.",
        "{count} ratings of days when you were drained are left out.",
        value.left_out,
    )
