"""In every language each access key means one thing, in windows and in menus, and each letter one medium."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reconnect_desktop import language
from reconnect_desktop.views.quick_add.medium_buttons import media_words
from reconnect_desktop.views.speaking import Interpreter
from tests.views.test_access import (
    WINDOWS,
    Room,
    assert_each_access_key_means_one_thing,
    main_window,
    shared_keys,
)
from tests.views.test_access import room as room  # noqa: PLC0414 - a fixture, used by its name

pytestmark = pytest.mark.usefixtures("quick_keys", "spoken")

OTHERS = [one.code for one in language.LANGUAGES if one is not language.ENGLISH]


@pytest.fixture(params=OTHERS)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    interpreter = Interpreter(qapp)
    qapp.installTranslator(interpreter)
    language.speak(request.param)
    yield
    language.speak("en")
    qapp.removeTranslator(interpreter)


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS.keys())
def test_in_a_window(room: Room, make: Callable[[Room], QWidget]) -> None:
    assert_each_access_key_means_one_thing(make(room))


def test_in_the_menus(room: Room) -> None:
    room.fill()
    window = main_window(room)
    form = window.form
    for page in ("today", "log", "review", "letters"):
        window.show_page(page)
        for menu in (form.file_menu, form.edit_menu, form.view_menu, form.help_menu):
            assert shared_keys(action.text() for action in menu.actions()) == {}, menu.title()


def test_each_medium_has_a_letter_of_its_own_that_is_in_its_word() -> None:
    words = media_words().values()
    assert len({letter for letter, _ in words}) == len(words)
    assert all(letter and letter in word.casefold() for letter, word in words)
