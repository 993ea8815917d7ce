from __future__ import annotations

import pytest

from reconnect_desktop.views.plain_english import is_english_all_through


@pytest.mark.parametrize(
    ("environment", "english"),
    [
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8", "LANGUAGE": "en_GB:de"}, True),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "de:en"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "es"}, False),
        ({"LANG": ""}, True),
        ({}, True),
    ],
)
def test_it_is_told_by_all_that_the_system_says(environment: dict[str, str], english: bool) -> None:
    assert is_english_all_through(environment) is english
