"""Files of 100 MB, looked at and then read to their end: seconds, and resident memory of a process of its own."""

from __future__ import annotations

import base64
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Figure
from reconnect_desktop.domain.when import parse
from reconnect_desktop.exchange.draft import Draft
from reconnect_desktop.exchange.formats import recognise_stream
from reconnect_desktop.exchange.reader import Choices

SIZE = 100_000_000  # bytes
SECONDS_MOST = 10
MEGABYTES_MOST = 200
SIX_HOURS = 21_600_000  # milliseconds
FIRST = 1_500_000_000_000  # milliseconds: the summer of 2017


def run(scratch: Path, rounds: int) -> list[Figure]:
    """Measure each kind of file, a few times at most: they take seconds."""
    figures: list[Figure] = []
    for what, lines in KINDS.items():
        path = scratch / "large"
        write(path, lines())
        told = [probe(path) for _ in range(min(3, rounds))]
        for step in ("look", "read"):
            seconds = sorted(one[step] for one in told)
            detail = f"{told[0]['drafts']:.0f} drafts; s {seconds[0]:.1f}…{seconds[-1]:.1f}"
            figures.append(
                Figure(f"{step} through 100 MB of {what}: seconds", median(seconds), SECONDS_MOST, detail)
            )
        megabytes = max(one["megabytes"] for one in told)
        figures.append(Figure(f"100 MB of {what}: resident MB", megabytes, MEGABYTES_MOST))
    return figures


def write(path: Path, lines: Iterator[bytes]) -> None:
    """A file of some `SIZE` bytes: the first line, as many as fit, the last line."""
    with path.open("wb") as file:
        for line in lines:
            file.write(line)


def _filled(begin: bytes, line: Callable[[int], bytes], end: bytes) -> Iterator[bytes]:
    yield begin
    written = place = 0
    while written < SIZE:
        piece = line(place)
        written += len(piece)
        place += 1
        yield piece
    yield end


def calls() -> Iterator[bytes]:
    """Every tenth is hers."""
    return _filled(b"<calls>\n", _call, b"</calls>\n")


def _call(place: int) -> bytes:
    number, name = _whose(place)
    return (
        f'  <call number="{number}" duration="{60 + place % 600}" date="{FIRST + place * 1_000_000}" type="{1 + place % 2}"'
        f' presentation="1" subscription_id="1" post_dial_digits="" subscription_component_name="com.android.phone/'
        f'com.android.services.telephony.TelephonyConnectionService" readable_date="Aug 1, 2026 12:00:00 PM"'
        f' contact_name="{name}" />\n'
    ).encode()


def texts() -> Iterator[bytes]:
    """Every second one is hers; twenty within twenty minutes, and then none for hours."""
    return _filled(b"<smses>\n", _text, b"</smses>\n")


def _text(place: int) -> bytes:
    number, name = _whose(place * 5)
    return (
        f'  <sms protocol="0" address="{number}" date="{FIRST + place // 20 * SIX_HOURS + place % 20 * 60_000}" type="{1 + place % 2}" subject="null"'
        f' body="Message {place}, with some words in it" toa="null" sc_toa="null" service_center="null" read="1" status="-1"'
        f' locked="0" date_sent="0" sub_id="1" readable_date="Aug 1, 2026 12:00:00 PM" contact_name="{name}" />\n'
    ).encode()


def pictures() -> Iterator[bytes]:
    """Each of some two megabytes."""
    data = base64.b64encode(random.Random(6).randbytes(1_500_000)).decode()
    return _filled(b"<smses>\n", lambda place: _picture(place, data), b"</smses>\n")


def _picture(place: int, data: str) -> bytes:
    number, name = _whose(place)
    return (
        f'  <mms date="{FIRST + place * 1_000_000}" msg_box="1" address="{number}" contact_name="{name}"><parts>'
        f'<part ct="image/jpeg" data="{data}" /></parts><addrs><addr address="{number}" type="137" /></addrs></mms>\n'
    ).encode()


def _whose(place: int) -> tuple[str, str]:
    if place % 10 == 0:
        return "+15555550113", "Ruth Example"
    return f"55555{place % 200:05d}", "(Unknown)"


KINDS = {"calls": calls, "text messages": texts, "picture messages": pictures}


def probe(path: Path) -> dict[str, float]:
    """What a process of its own tells of reading this file."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.importing", str(path)], capture_output=True, text=True, check=True
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main() -> None:
    """Look at the file named, then read it."""
    now = parse("2036-11-22T18:40", "Europe/Berlin")
    with Path(sys.argv[1]).open("rb") as stream:
        reader = recognise_stream(stream).reader
        begun = time.monotonic()
        who = reader.look(stream, "Europe/Berlin").contacts[0].label
        looked = time.monotonic()
        stream.seek(0)
        found = reader.read(stream, Choices(now, "Europe/Berlin", (who,), new_id=lambda: "1"))
        drafts = sum(isinstance(item, Draft) for item in found)
        read = time.monotonic()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {"look": looked - begun, "read": read - looked, "megabytes": megabytes, "drafts": drafts}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
