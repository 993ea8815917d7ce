"""Whether two ways of writing a phone number mean one line."""

from __future__ import annotations

import pytest

from reconnect_desktop.exchange.people.phone_number import read_number, same_line


def same(one: str, other: str) -> bool:
    first, second = read_number(one), read_number(other)
    assert first is not None
    assert second is not None
    assert same_line(first, second) is same_line(second, first)
    return same_line(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+15555550113", "5555550113"),  # United States
        ("+15555550113", "15555550113"),
        ("15555550113", "555-555-0113"),
        ("+1 (555) 555-0113", "(555) 555.0113"),
        ("+491701234567", "01701234567"),  # Germany
        ("00491701234567", "+49 170 1234567"),
        ("491701234567", "0170/1234567"),
        ("+390612345678", "0612345678"),  # Italy keeps the 0
        ("+2250102030405", "0102030405"),  # so does Ivory Coast
        ("+4791234567", "91234567"),  # Norway: eight digits are all
        ("+5215512345678", "5512345678"),  # Mexico, with the 1 it used to have
        ("+79161234567", "89161234567"),  # Russia dials 8
        ("+905551234567", "05551234567"),
        ("\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669", "0123456789"),
        ("110", "110"),
    ],
)
def test_country_codes_and_trunk_prefixes_make_no_difference(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2125550113", "3125550113"),  # their last nine digits are equal
        ("+12125550113", "+522125550113"),
        ("+13125550113", "8125550113"),
        ("+15555550113", "5550113"),  # too short to be sure
        ("03012345678", "08912345678"),
        ("08912345678", "12345678"),
        ("+498912345678", "12345678"),
        ("110", "0110"),
        ("+49170123456", "+491701234567"),
    ],
)
def test_other_lines_stay_other_lines(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize("text", ["", "-1", "-2", "-3", "unknown", "mom@example.org", "+", " ", "Mom 2"])
def test_hidden_numbers_and_words_are_no_numbers(text: str) -> None:
    assert read_number(text) is None
