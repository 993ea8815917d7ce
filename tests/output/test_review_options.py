"""What is told to a counsellor, unless more is asked for."""

from __future__ import annotations

from reconnect_desktop.output.review_options import NEUTRAL_NAME, Options, Paper, for_counsellor


def test_names_and_notes_are_left_out_for_a_counsellor_unless_asked_for() -> None:
    own = Options(her_name="Amma", paper=Paper.LETTER, first_weekday=6)
    told = for_counsellor(own)
    assert (told.counsellor, told.names, told.notes) == (True, False, False)
    assert (told.she, own.she) == (NEUTRAL_NAME, "Amma")
    assert (told.paper, told.first_weekday) == (Paper.LETTER, 6)
    asked = for_counsellor(own, names=True, notes=True)
    assert (asked.she, asked.notes) == ("Amma", True)


def test_papers_are_named_as_people_name_them() -> None:
    assert [paper.value for paper in Paper] == ["a4", "letter"]
