"""Calendars read in: what they are about, and which plans until now come of them."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from datetime import date, datetime

import pytest

from reconnect_desktop.domain.errors import Malformed, UnsafeFile, WhoIsMissing, WhoIsUnknown
from reconnect_desktop.domain.interaction import Interaction, Medium
from reconnect_desktop.domain.when import When
from reconnect_desktop.exchange import formats, ics
from reconnect_desktop.exchange.draft import Draft, Found, Left
from reconnect_desktop.exchange.ics import calendar as ics_calendar
from reconnect_desktop.exchange.reader import Asks, Contact, Unit, Whom
from tests.exchange.calendars import HEAD, calendar, event, family, zone
from tests.exchange.readers import choices, found, left_out, now, problems, records

MOM = "Lunch with Mom"
BERLIN = "Europe/Berlin"


def read(content: str | bytes, *who: str, zone: str = BERLIN) -> list[Found]:
    return found(ics.read, content, *(who or (MOM,)), zone=zone)


def plans(content: str | bytes, *who: str, zone: str = BERLIN) -> list[Interaction]:
    return [record for record in records(read(content, *who, zone=zone)) if isinstance(record, Interaction)]


def starts(content: str | bytes, *who: str, zone: str = BERLIN) -> list[str]:
    """The wall times, with their offsets and zones."""
    return [f"{plan.when.isoformat()} {plan.when.zone}" for plan in plans(content, *who, zone=zone)]


def days(content: str | bytes) -> list[str]:
    return [plan.when.day.isoformat() for plan in plans(content)]


def keys(content: str) -> list[str]:
    return [plan.source_key for plan in plans(content)]


def look(content: str | bytes) -> Asks:
    data = content.encode() if isinstance(content, str) else content
    return ics.look(io.BytesIO(data), BERLIN)


def test_an_event_becomes_a_plan_that_nobody_rated() -> None:
    content = calendar(
        event(
            "DTSTART;TZID=Europe/Berlin:20260301T123000",
            "DTEND;TZID=Europe/Berlin:20260301T140000",
            uid="a@b",
        )
    )
    (item,) = read(content)
    assert item == Draft(
        Interaction(
            id="new-1",
            when=When(datetime(2026, 3, 1, 12, 30), 3600, BERLIN),
            medium=Medium.VISIT,
            minutes=90,
            note=MOM,
            source="ics",
            source_key="a@b:20260301T113000Z",
            logged=now(),
        ),
        line=5,
        planned=True,
    )


def test_what_events_are_about_is_listed_with_how_often_they_came() -> None:
    asks = look(family())
    assert asks.whom is Whom.EVENTS
    assert asks.needs_an_answer
    assert asks.contacts == (
        Contact("Ruth Example", "Ruth Example", ("ruth@example.org",), ((Unit.EVENT, 5),), date(2026, 4, 4)),
        Contact("Call Ruth", "Call Ruth", (), ((Unit.EVENT, 4),), date(2026, 3, 29)),
        Contact("Dentist", "Dentist", (), ((Unit.EVENT, 1),), date(2026, 4, 10)),
        Contact("Easter at home", "Easter at home", (), ((Unit.EVENT, 1),), date(2026, 4, 4)),
    )


@pytest.mark.parametrize(
    ("who", "count"),
    [
        (("Ruth Example",), 5),
        (("RUTH@example.org",), 5),
        (("Call Ruth",), 4),
        (("ruth",), 5),
        (("call",), 4),
        (("Easter", "Dentist"), 2),
        (("Dentist", "nobody"), 1),
    ],
)
def test_it_is_chosen_by_label_address_or_word(who: tuple[str, ...], count: int) -> None:
    assert len(plans(family(), *who)) == count


def test_each_label_gives_what_the_list_promises() -> None:
    for contact in look(family()).contacts:
        assert len(plans(family(), contact.label)) == contact.counts[0][1]


@pytest.mark.parametrize("who", ["uth", "Exam", "."])
def test_a_piece_of_a_word_is_no_word(who: str) -> None:
    with pytest.raises(WhoIsUnknown):
        read(family(), who)


def test_it_asks_what_is_with_her_even_if_there_is_only_one_thing() -> None:
    with pytest.raises(WhoIsMissing) as caught:
        found(ics.read, calendar(event("DTSTART:20260301T120000Z")))
    assert caught.value.contacts == ((MOM, 1),)


def test_where_nothing_came_it_is_told_why() -> None:
    content = calendar(
        event("DTSTART:20270301T120000Z"),
        event("DTSTART:20260301T120000Z", "STATUS:CANCELLED"),
        event("DTSTART:nonsense"),
    )
    items = found(ics.read, content)
    assert left_out(items) == [(5, Left.TO_COME), (10, Left.CANCELLED)]
    assert problems(items) == [(18, "start", "not_a_time")]
    assert look(content).contacts == ()


def test_recurring_events_come_one_by_one_and_as_they_were_changed() -> None:
    assert sorted(starts(family(), "Call Ruth")) == [
        "2026-03-01T18:00:00+01:00 Europe/Berlin",
        "2026-03-09T19:00:00+01:00 Europe/Berlin",
        "2026-03-22T18:00:00+01:00 Europe/Berlin",
        "2026-03-29T18:00:00+02:00 Europe/Berlin",
    ]
    assert {plan.minutes for plan in plans(family(), "Call Ruth")} == {30, 60}


def test_one_that_was_moved_is_known_by_when_it_was_to_be() -> None:
    moved = next(plan for plan in plans(family(), "Call Ruth") if plan.minutes == 60)
    assert moved.source_key == "weekly@google.com:20260308T170000Z"


def test_one_that_was_called_off_is_left_out() -> None:
    content = calendar(
        event("DTSTART:20260301T120000Z", "RRULE:FREQ=DAILY;COUNT=3", uid="a"),
        event("RECURRENCE-ID:20260302T120000Z", "DTSTART:20260302T120000Z", "STATUS:CANCELLED", uid="a"),
    )
    assert sorted(days(content)) == ["2026-03-01", "2026-03-03"]
    assert left_out(read(content)) == [(11, Left.CANCELLED)]


def test_what_changes_may_leave_the_title_to_the_event() -> None:
    content = calendar(
        event("DTSTART:20260301T120000Z", "RRULE:FREQ=DAILY;COUNT=2", uid="a"),
        ("BEGIN:VEVENT", "UID:a", "RECURRENCE-ID:20260302T120000Z", "DTSTART:20260302T150000Z", "END:VEVENT"),
    )
    assert len(plans(content)) == 2


def test_from_here_on_otherwise() -> None:
    content = calendar(
        event("DTSTART:20260301T120000Z", "RRULE:FREQ=DAILY;COUNT=4", uid="a"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260303T120000Z", "DTSTART:20260303T150000Z", uid="a"),
    )
    hours = sorted((plan.when.day.day, plan.when.utc.hour) for plan in plans(content))
    assert hours == [(1, 12), (2, 12), (3, 15), (4, 15)]
    assert len(set(keys(content))) == 4


def test_the_highest_sequence_counts() -> None:
    old, new = ("DTSTART:20260301T120000Z", "SEQUENCE:1"), ("DTSTART:20260302T120000Z", "SEQUENCE:2")
    for versions in ((old, new), (new, old)):
        assert days(calendar(*(event(*version, uid="a") for version in versions))) == ["2026-03-02"]


def test_the_same_event_in_two_calendars_comes_once() -> None:
    one = event("DTSTART:20260301T120000Z", uid="a")
    assert days(calendar(one) + calendar(one)) == ["2026-03-01"]


def test_events_of_a_program_that_gives_all_one_uid_all_come() -> None:
    content = calendar(*(event(f"DTSTART:2026030{day}T120000Z", uid="same") for day in range(1, 5)))
    assert len(plans(content)) == 4


def test_events_without_a_uid_come_once_each() -> None:
    bare = ("BEGIN:VEVENT", "DTSTART:20260301T120000Z", f"SUMMARY:{MOM}", "END:VEVENT")
    other = ("BEGIN:VEVENT", "DTSTART:20260302T120000Z", f"SUMMARY:{MOM}", "END:VEVENT")
    assert days(calendar(bare, other, bare)) == ["2026-03-01", "2026-03-02"]
    assert keys(calendar(bare)) == keys(calendar(other, bare))[1:]


# Times


@pytest.mark.parametrize(
    ("start", "lived"),
    [
        ("DTSTART:20260301T230000Z", "2026-03-02T00:00:00+01:00 Europe/Berlin"),
        ("DTSTART;TZID=America/New_York:20260301T180000", "2026-03-01T18:00:00-05:00 America/New_York"),
        ("DTSTART;TZID=Eastern Standard Time:20260301T180000", "2026-03-01T18:00:00-05:00 America/New_York"),
        ('DTSTART;TZID="W. Europe Standard Time":20260701T180000', "2026-07-01T18:00:00+02:00 Europe/Berlin"),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260301T180000",
            "2026-03-01T18:00:00+01:00 Europe/Paris",
        ),
        ("DTSTART;TZID=GMT+0200:20260301T180000", "2026-03-01T17:00:00+01:00 Europe/Berlin"),
        # As Windows shows them; with its own letters only the offset is told.
        (
            'DTSTART;TZID="(UTC-06:00) Central Time (US & Canada)":20260701T180000',
            "2026-07-01T18:00:00-05:00 America/Chicago",
        ),
        (
            'DTSTART;TZID="(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb":20260701T180000',
            "2026-07-01T18:00:00+02:00 Europe/Sarajevo",
        ),
        ('DTSTART;TZID="(UTC-05) Bogota":20260701T180000', "2026-07-01T18:00:00-05:00 America/Bogota"),
        ('DTSTART;TZID="(GMT) Dublin, Edinburgh":20260701T180000', "2026-07-01T18:00:00+01:00 Europe/Dublin"),
        ('DTSTART;TZID="(UTC+09:00) Tokyo":20260701T180000', "2026-07-01T18:00:00+09:00 Asia/Tokyo"),
        (
            'DTSTART;TZID="(UTC+09:00) 大阪、札幌、東京":20260701T180000',
            "2026-07-01T11:00:00+02:00 Europe/Berlin",
        ),
        ('DTSTART;TZID="(UTC+05:00) Tokyo":20260701T180000', "2026-07-01T15:00:00+02:00 Europe/Berlin"),
        ("DTSTART;TZID=Our Own Time:20260301T180000", "2026-03-01T09:00:00+01:00 Europe/Berlin"),
        ("DTSTART;TZID=Middle-earth/Shire:20260301T180000", "2026-03-01T18:00:00+01:00 Europe/Berlin"),
        ("DTSTART:20260301T180000", "2026-03-01T18:00:00+01:00 Europe/Berlin"),
        ("DTSTART;VALUE=DATE:20260301", "2026-03-01T12:00:00+01:00 Europe/Berlin"),
        ("DTSTART:20260301", "2026-03-01T12:00:00+01:00 Europe/Berlin"),
        ("DTSTART:2026-03-01T18:00:00Z", "2026-03-01T19:00:00+01:00 Europe/Berlin"),
        ("DTSTART:20260301T175960", "2026-03-01T17:59:59+01:00 Europe/Berlin"),
        ("DTSTART;TZID=Europe/Berlin:20260329T023000", "2026-03-29T02:30:00+01:00 Europe/Berlin"),
    ],
)
def test_a_time_is_where_it_was_lived(start: str, lived: str) -> None:
    assert starts(calendar(event(start), zone("Our Own Time", 10))) == [lived]


def test_times_without_a_zone_are_of_the_calendar_or_asked_for() -> None:
    floating = event("DTSTART:20260301T180000")
    assert look(calendar(floating)).local_times
    told = calendar(floating, head=(*HEAD, "X-WR-TIMEZONE:Asia/Tokyo"))
    assert not look(told).local_times
    assert starts(told) == ["2026-03-01T18:00:00+09:00 Asia/Tokyo"]
    assert not look(calendar(event("DTSTART;VALUE=DATE:20260301"))).local_times
    assert look(calendar(event("DTSTART;TZID=Middle-earth/Shire:20260301T180000"))).local_times


def test_a_zone_may_be_defined_behind_its_use_or_under_a_usual_name() -> None:
    named = (*zone("Home", 0)[:2], "X-LIC-LOCATION:Europe/Paris", *zone("Home", 0)[2:])
    assert starts(calendar(event("DTSTART;TZID=Home:20260701T180000"), named)) == [
        "2026-07-01T18:00:00+02:00 Europe/Paris"
    ]


def test_a_zone_with_a_rule_that_goes_on_for_ever_is_none() -> None:
    endless = (*zone("Home", 3)[:4], "RRULE:FREQ=SECONDLY", *zone("Home", 3)[4:])
    assert starts(calendar(event("DTSTART;TZID=Home:20260701T180000"), endless)) == [
        "2026-07-01T18:00:00+02:00 Europe/Berlin"
    ]


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTSTART:20260301T120000Z", "DTEND:20260301T123000Z"), 30),
        (("DTSTART:20260301T120000Z", "DURATION:PT1H15M"), 75),
        (("DTSTART:20260301T120000Z", "DURATION:P1D"), 1440),
        (("DTSTART:20260301T120000Z", "DURATION:P1W"), None),
        (("DTSTART:20260301T120000Z", "DTEND:20260301T110000Z"), None),
        (("DTSTART:20260301T120000Z", "DTEND:20260301T120000Z"), None),
        (("DTSTART:20260301T120000Z",), None),
        (("DTSTART:20260301T120000Z", "DTEND;VALUE=DATE:20260302"), None),
        (("DTSTART:20260301T120000Z", "DTEND:20260301T130000"), None),
        (("DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260304"), None),
        (("DTSTART;TZID=Europe/Berlin:20260329T010000", "DTEND;TZID=Europe/Berlin:20260329T040000"), 120),
        (("DTSTART;TZID=Europe/Berlin:20260301T120000", "DTEND;TZID=Europe/London:20260301T120000"), 60),
    ],
)
def test_a_length_is_one_of_the_clock(lines: tuple[str, ...], minutes: int | None) -> None:
    assert [plan.minutes for plan in plans(calendar(event(*lines)))] == [minutes]


def test_only_until_now() -> None:
    # Now is 2026-11-22 18:40 in Berlin, 17:40 in UTC.
    content = calendar(
        event("DTSTART:20261122T173000Z"),
        event("DTSTART:20261122T174500Z"),
        event("DTSTART:20261118T180000Z", "RRULE:FREQ=DAILY"),
    )
    assert days(content) == ["2026-11-22", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"]
    assert (10, Left.TO_COME) in left_out(read(content))


@pytest.mark.parametrize(
    ("first", "rule", "expected"),
    [
        ("0302", "FREQ=WEEKLY;COUNT=3;BYDAY=MO,TH", ["03-02", "03-05", "03-09"]),
        ("0329", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=2", ["03-29", "04-26"]),
        ("0331", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", ["03-31", "05-31"]),
        ("0302", "FREQ=YEARLY;UNTIL=20260401", ["03-02"]),
        ("0302", "FREQ=DAILY;INTERVAL=100", ["03-02", "06-10", "09-18"]),
        ("0302", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20260401T000000Z", ["03-02", "03-16", "03-30"]),
        ("0302", "UNTIL=20260303;FREQ=DAILY", ["03-02", "03-03"]),
        ("0302", "freq=daily;count=2;", ["03-02", "03-03"]),
        ("0302", "", ["03-02"]),
    ],
)
def test_rules(first: str, rule: str, expected: list[str]) -> None:
    # By hand from a calendar of 2026, in which 2 March is a Monday.
    content = calendar(event(f"DTSTART;TZID=Europe/Berlin:2026{first}T180000", f"RRULE:{rule}"))
    assert [day.removeprefix("2026-") for day in days(content)] == expected


def test_added_days() -> None:
    content = calendar(
        event(
            "DTSTART:20260302T180000Z", "RDATE:20260310T180000Z,20260312T180000Z", "EXDATE:20260312T180000Z"
        )
    )
    assert sorted(days(content)) == ["2026-03-02", "2026-03-10"]


# Hostile ones


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;UNTIL=tomorrow",
        "D1 #0",
        "FREQ=DAILY;COUNT=" + "9" * 30,
        "FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 5000),
        "FREQ=DAILY;BYEASTER=0",
        "FREQ=YEARLY;BYMONTHDAY=0",
        "FREQ=WEEKLY;BYSETPOS=366",
        "FREQ=DAILY;FREQ=YEARLY",
        "RSCALE=CHINESE;FREQ=YEARLY",
    ],
)
def test_a_rule_that_could_go_on_for_ever_is_told_by_line(rule: str) -> None:
    content = calendar(event("DTSTART:20260302T180000Z", f"RRULE:{rule}"), event("DTSTART:20260301T120000Z"))
    items = read(content)
    assert [(line, field) for line, field, _ in problems(items)] == [(8, "repeats")]
    assert "2026-03-01" in days(content)


def test_a_rule_that_is_never_true_ends() -> None:
    assert days(calendar(event("DTSTART:20260302T180000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))) == [
        "2026-03-02"
    ]


def test_an_endless_daily_rule_of_a_century_is_refused() -> None:
    content = calendar(event("DTSTART:19010101T120000Z", "RRULE:FREQ=DAILY"))
    assert problems(read(content)) == [(8, "repeats", "out_of_range")]


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=MONTHLY"])
def test_what_recurs_since_the_year_one_is_refused(rule: str) -> None:
    content = calendar(event("DTSTART;TZID=Europe/Berlin:00010101T120000", f"RRULE:{rule}"))
    assert problems(read(content)) == [(8, "repeats", "out_of_range")]


def test_what_was_moved_by_centuries_is_no_more_of_its_series() -> None:
    content = calendar(
        event("DTSTART:20260301T120000Z", "RRULE:FREQ=DAILY;COUNT=3", uid="a"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260302T120000Z", "DTSTART:19010302T120000Z", uid="a"),
        event("DTSTART:20260301T120000Z", "DTEND:90010101T000000Z", "RRULE:FREQ=DAILY;COUNT=3", uid="b"),
    )
    begun = time.process_time()
    assert sorted(days(content)) == ["1901-03-02", *sorted(["2026-03-01", "2026-03-02", "2026-03-03"] * 2)]
    assert (
        time.process_time() - begun < 5
    )  # it takes a hundred times less; all days of those centuries took minutes


def test_years_that_are_none() -> None:
    content = calendar(
        event("DTSTART;VALUE=DATE:16040301", "RRULE:FREQ=YEARLY"),  # 5: Apple's birthdays without a year
        event("DTSTART:00010101T000000Z"),  # 11
        event("DTSTART:99991231T235959Z", "DURATION:P9999D"),  # 16
        event("DTSTART:00000101T000000Z"),  # 22
    )
    items = read(content)
    assert len(records(items)) == 127  # 1 March 1900 to 1 March 2026
    assert problems(items) == [
        (24, "start", "not_a_time"),
        (11, "start", "out_of_range"),
        (16, "start", "out_of_range"),
    ]


def test_what_is_wrong_with_an_event_is_told_by_line() -> None:
    content = calendar(
        event("DTSTART:20260230T120000Z"),  # 5
        event("DTEND:20260301T120000Z"),  # 10
        event("DTSTART:20260301T120000Z", "DURATION:soon"),  # 15
        event("DTSTART:20260301T120000Z", "DTEND:later"),  # 21
        event("DTSTART:20260301T120000Z", "RECURRENCE-ID:x"),  # 27
        event("DTSTART:20260301T120000Z", "EXDATE:,,x"),  # 33
        ("BEGIN:VEVENT", "DTSTART:20260301T120000Z", f"SUMMARY:{MOM}"),  # 39: it has no end
        event("DTSTART:20260301T120000Z"),  # 42
    )
    items = read(content)
    assert problems(items) == [
        (7, "start", "not_a_time"),
        (10, "start", "empty"),
        (18, "length", "not_a_number"),
        (24, "end", "not_a_time"),
        (30, "repeats", "not_a_time"),
        (36, "repeats", "not_a_time"),
        (39, "event", "mistyped"),
    ]
    assert [item.line for item in items if isinstance(item, Draft)] == [42]


def test_lines_that_make_no_sense_cost_only_themselves() -> None:
    content = calendar(
        ("a line that a text broke into", ":", "=;:,", "X-\x00:1"),
        event(
            "DESCRIPTION:one",
            "a second line of it, not folded",
            "  DTSTART:20250101T000000Z",
            "DTSTART:20260301T120000Z",
        ),
    )
    assert days(content) == ["2026-03-01"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_end_in_any_way(line_end: str, mark: str) -> None:
    content = mark + calendar(event("DTSTART:20260301T120000Z"), line_end=line_end)
    assert days(content) == ["2026-03-01"]
    assert read(content.encode("utf-16"))[0] == read(content)[0]
    assert ics.recognise(content.encode())


def test_folded_lines_are_joined_also_in_the_middle_of_a_letter() -> None:
    whole = calendar(event("DTSTART:20260301T120000Z", summary="Café with Mömmy")).encode()
    at = whole.index("ö".encode()) + 1
    folded = whole[:at] + b"\r\n " + whole[at:]
    assert [contact.label for contact in look(folded).contacts] == ["Café with Mömmy"]


def test_an_old_program_s_letters() -> None:
    content = calendar(event("DTSTART:20260301T120000Z", summary="Café")).encode("cp1252")
    assert [contact.label for contact in look(content).contacts] == ["Café"]


def test_what_stands_in_an_alarm_is_not_the_event_s() -> None:
    alarm = (
        "BEGIN:VALARM",
        "DTSTART:20200101T000000Z",
        "SUMMARY:Alarm",
        "ATTENDEE:mailto:x@example.org",
        "END:VALARM",
    )
    content = calendar((*event("DTSTART:20260301T120000Z")[:-1], *alarm, "END:VEVENT"))
    assert [contact.label for contact in look(content).contacts] == [MOM]
    assert days(content) == ["2026-03-01"]


def test_titles_are_shown_without_escapes_and_on_one_line() -> None:
    (contact,) = look(
        calendar(event("DTSTART:20260301T120000Z", summary=r"Lunch\, then\; walk\nwith \\ Mom"))
    ).contacts
    assert contact.label == "Lunch, then; walk with \\ Mom"


def test_tasks_and_journals_are_no_events() -> None:
    content = calendar(("BEGIN:VTODO", "DTSTART:20260301T120000Z", f"SUMMARY:{MOM}", "END:VTODO"))
    assert found(ics.read, content) == []
    assert look(content).contacts == ()


def test_an_attachment_of_many_megabytes_is_passed_over() -> None:
    lines = ["ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 40, *([" " + "A" * 74] * 40_000)]
    content = calendar(
        event(*lines, "X-Y:" + "B" * 3_000_000, "DTSTART:20260301T120000Z", "X-Z:" + "C" * 3_000_000)
    )
    assert days(content) == ["2026-03-01"]


@pytest.mark.parametrize("piece", ["UID:b", "SUMMARY:L", "END:VEV"])
def test_a_file_cut_in_an_event_is_refused(piece: str) -> None:
    content = calendar(event("DTSTART:20260301T120000Z", uid="a"), event("DTSTART:20260301T120000Z", uid="b"))
    cut = content[: content.rindex(piece) + len(piece)]
    with pytest.raises(Malformed) as caught:
        next(ics.read(io.BytesIO(cut.encode()), choices(MOM)))
    assert caught.value.line == cut.count("\n") + 1
    assert caught.value.format_name == "ics"


def test_a_calendar_without_its_end_is_read_and_told() -> None:
    content = calendar(event("DTSTART:20260301T120000Z")).replace("END:VCALENDAR\r\n", "")
    items = read(content)
    assert problems(items) == [(10, "calendar_end", "empty")]
    assert len(records(items)) == 1


@pytest.mark.parametrize(
    "content", ["", "BEGIN:VEVENT\nEND:VEVENT\n", "hello\nBEGIN:VCALENDAR\nEND:VCALENDAR\n"]
)
def test_what_is_no_calendar_is_refused(content: str) -> None:
    with pytest.raises(Malformed):
        read(content)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(Malformed):
        read("BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 100)


def test_more_events_than_any_life_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ics_calendar, "EVENTS_MOST", 2)
    with pytest.raises(UnsafeFile):
        read(calendar(*(event(f"DTSTART:2026030{day}T120000Z") for day in range(1, 5))))


# What it was


@pytest.mark.parametrize(
    ("summary", "more", "medium"),
    [
        ("Call Mom", "LOCATION:Home", Medium.CALL),
        ("Anruf bei Mama", "LOCATION:", Medium.CALL),
        ("Позвонить маме", "LOCATION:", Medium.CALL),
        ("ママと電話", "LOCATION:", Medium.CALL),
        ("Mom", "LOCATION:https://zoom.us/j/123", Medium.VIDEO),
        ("Mom", "CONFERENCE;VALUE=URI:https://example.org/room", Medium.VIDEO),
        ("FaceTime with Mom", "LOCATION:Home", Medium.VIDEO),
        ("Letter to Mom", "LOCATION:", Medium.LETTER),
        ("Calligraphy with Mom", "LOCATION:", Medium.VISIT),
    ],
)
def test_the_medium_is_told_by_words(summary: str, more: str, medium: Medium) -> None:
    content = calendar(event("DTSTART:20260301T120000Z", more, summary=summary))
    assert [plan.medium for plan in plans(content, summary)] == [medium]


def test_where_no_word_tells_it_the_user_does() -> None:
    content = calendar(event("DTSTART:20260301T120000Z", summary="Mom"))
    assert look(content).medium is Medium.VISIT
    told = replace(choices("Mom"), medium=Medium.OTHER)
    (item,) = ics.read(io.BytesIO(content.encode()), told)
    assert isinstance(item, Draft)
    assert getattr(item.record, "medium", None) is Medium.OTHER
    assert look(calendar(event("DTSTART:20260301T120000Z"))).medium is None


def test_the_description_is_kept_only_if_it_is_wished_for() -> None:
    content = calendar(event("DTSTART:20260301T120000Z", r"DESCRIPTION:At Luigi's\, at noon"))
    assert [plan.note for plan in plans(content)] == [MOM]
    keeping = replace(choices(MOM), keep_texts=True)
    (item,) = ics.read(io.BytesIO(content.encode()), keeping)
    assert isinstance(item, Draft)
    assert getattr(item.record, "note", "") == "Lunch with Mom\n\nAt Luigi's, at noon"


def test_it_is_recognised_by_its_first_line() -> None:
    assert formats.recognise(family().encode()).name == "ics"
    assert ics.recognise(b"\r\nbegin:vcalendar\r\n")
    assert not ics.recognise(b"BEGIN:VCARD\r\n")
