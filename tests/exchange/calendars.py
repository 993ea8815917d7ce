"""Calendars of the shapes that the usual programs write, with invented people."""

from __future__ import annotations

HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "CALSCALE:GREGORIAN",
)


def event(*lines: str, uid: str = "", summary: str = "Lunch with Mom") -> tuple[str, ...]:
    """A VEVENT of these lines; uid "" for one of its own."""
    said = uid or f"{abs(hash(lines)):x}@example.org"
    return ("BEGIN:VEVENT", f"UID:{said}", *lines, f"SUMMARY:{summary}", "END:VEVENT")


def calendar(*parts: tuple[str, ...], head: tuple[str, ...] = HEAD, line_end: str = "\r\n") -> str:
    """The file of these components: four lines of head, and the first component in line 5."""
    return line_end.join([*head, *(line for part in parts for line in part), "END:VCALENDAR", ""])


def zone(name: str, hours: int) -> tuple[str, ...]:
    """A VTIMEZONE so many hours east of Greenwich, without summer time: ten lines."""
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:16010101T000000",
        f"TZOFFSETFROM:{hours:+03}00",
        f"TZOFFSETTO:{hours:+03}00",
        "TZNAME:X",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


def family() -> str:
    """A week's calls with Ruth until a certain day, one of which was moved and one called off; a visit; somebody else's.

    Ruth Example: calls on 1, 8 (moved to the 9th), 22 and 29 March 2026, a visit on 4 April: 5. The dentist: 1.
    """
    ruth = "ATTENDEE;CN=Ruth Example;PARTSTAT=ACCEPTED:mailto:ruth@example.org"
    weekly = ("DTSTART;TZID=Europe/Berlin:20260301T180000", "DTEND;TZID=Europe/Berlin:20260301T183000")
    return calendar(
        event(
            *weekly,
            "RRULE:FREQ=WEEKLY;UNTIL=20260331T000000Z;BYDAY=SU",
            "EXDATE;TZID=Europe/Berlin:20260315T180000",
            ruth,
            uid="weekly@google.com",
            summary="Call Ruth",
        ),
        event(
            "RECURRENCE-ID;TZID=Europe/Berlin:20260308T180000",
            "DTSTART;TZID=Europe/Berlin:20260309T190000",
            "DTEND;TZID=Europe/Berlin:20260309T200000",
            "SEQUENCE:1",
            ruth,
            uid="weekly@google.com",
            summary="Call Ruth",
        ),
        event("DTSTART;VALUE=DATE:20260404", "DTEND;VALUE=DATE:20260406", ruth, summary="Easter at home"),
        event("DTSTART:20260410T080000Z", "DURATION:PT45M", summary="Dentist"),
    )
