"""Setting, changing and taking away the passphrase: what is refused, what counts, and what is left in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reconnect_desktop import encrypting
from reconnect_desktop.domain.errors import DiskFull
from reconnect_desktop.views.encryption.done_step import DoneStep
from reconnect_desktop.views.encryption.flows import Ask, Flow
from reconnect_desktop.views.encryption.passphrase_step import PassphraseStep
from reconnect_desktop.views.encryption.present_step import PresentStep
from reconnect_desktop.views.encryption.recovery_step import RecoveryStep
from reconnect_desktop.views.encryption.typed_back_step import TypedBackStep
from tests.views.encryption.encryption_rig import NEW, OLD, OLD_KEY, Rig, delete_now, texts_in

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def done_of(rig: Rig) -> DoneStep:
    rig.finish()
    assert isinstance(rig.dialog.shown, DoneStep)
    return rig.dialog.shown


def problem_of(rig: Rig) -> str:
    step = rig.dialog.step
    assert isinstance(step, PassphraseStep | PresentStep | RecoveryStep | TypedBackStep)
    return step.form.problem.text() if step.form.problem.isVisible() else ""


# A passphrase is set


def test_it_is_set_by_keys_alone_and_the_recovery_key_counts_once_it_is_typed_back(rig: Rig) -> None:
    rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.type(key.lower().replace("-", "  "), ENTER)
    done = done_of(rig)
    assert rig.journal.key is not None
    assert rig.opens(NEW)
    assert rig.opens(key)
    assert "or with the recovery key" in done.form.opens.text()
    assert QApplication.focusWidget() is rig.dialog.form.next_button
    rig.type(ENTER)
    assert not rig.dialog.isVisible()


def test_nothing_of_it_stays_in_the_window(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.type(key, ENTER)
    done_of(rig)
    left = texts_in(dialog).replace(" ", "").replace(",", "")
    assert NEW.replace(" ", "") not in left
    assert not [group for group in key.split("-") if group in left]
    assert dialog.findChildren(QLineEdit) == []
    assert (dialog._answers.passphrase, dialog._answers.recovery) == ("", None)


def test_nothing_of_it_stays_when_it_is_cancelled(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.type(key, ESCAPE)
    assert not dialog.isVisible()
    assert not dialog.is_done
    left = texts_in(dialog)
    assert NEW not in left
    assert key not in left
    assert rig.journal.key is None


def test_it_can_be_set_without_a_recovery_key_and_says_so(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.click(dialog.form.skip_button)
    assert "There is no recovery key" in done_of(rig).form.opens.text()
    assert rig.opens(NEW)
    assert not rig.opens(key)
    assert not encrypting.has_recovery_key(rig.journal)


def test_a_key_that_was_looked_at_and_left_out_after_all_opens_nothing(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.click(dialog.form.back_button)
    rig.click(dialog.form.skip_button)
    rig.finish()
    assert (rig.opens(NEW), rig.opens(key)) == (True, False)


@pytest.mark.parametrize("passphrase", ["mom", "1", "It was raining, and we laughed.", "&<b>💙 ש"])
def test_any_words_will_do(rig: Rig, passphrase: str) -> None:
    rig.open(Flow.SET)
    step = rig.dialog.step
    assert isinstance(step, PassphraseStep)
    step.form.first.setText(passphrase)
    step.form.second.setText(passphrase)
    rig.next()
    assert isinstance(rig.dialog.step, RecoveryStep)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("", "", "still empty"),
        ("  ", "  ", "still empty"),
        ("a" * 1001, "a" * 1001, "1,000 characters"),
        ("tulips", "Tulips", "differ"),
        ("tulips", "", "differ"),
    ],
)
def test_what_can_not_be_one_is_told_beside_it(rig: Rig, first: str, second: str, told: str) -> None:
    rig.open(Flow.SET)
    step = rig.dialog.step
    assert isinstance(step, PassphraseStep)
    step.form.first.setText(first)
    step.form.second.setText(second)
    rig.next()
    assert rig.dialog.step is step
    assert told in problem_of(rig)
    assert QApplication.focusWidget() is (step.form.second if told == "differ" else step.form.first)
    rig.type("x")
    assert problem_of(rig) == ""


def test_letters_are_hidden_until_they_are_asked_for(rig: Rig) -> None:
    rig.open(Flow.SET)
    step = rig.dialog.step
    assert isinstance(step, PassphraseStep)
    fields = (step.form.first, step.form.second)
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}
    rig.type("tulips", TAB, "tulips", TAB, " ")
    assert {(field.echoMode(), field.displayText()) for field in fields} == {
        (QLineEdit.EchoMode.Normal, "tulips")
    }
    rig.type(" ")
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}


def test_caps_lock_is_told_as_long_as_it_is_on(rig: Rig) -> None:
    rig.open(Flow.SET)
    step = rig.dialog.step
    assert isinstance(step, PassphraseStep)
    assert not step.form.caps_label.isVisible()
    rig.type("T")  # without Shift
    assert step.form.caps_label.isVisible()
    rig.type("u")
    assert not step.form.caps_label.isVisible()


def test_a_slip_in_the_key_is_told_and_another_key_too(rig: Rig) -> None:
    rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER, ENTER)
    assert "still missing" in problem_of(rig)
    other = "0" if key[-1] != "0" else "1"
    rig.type(key[:-1] + other, ENTER)
    assert "slip" in problem_of(rig)
    step = rig.dialog.step
    assert isinstance(step, TypedBackStep)
    step.form.typed.clear()
    assert problem_of(rig) == ""
    rig.type(OLD_KEY, ENTER)
    assert "another recovery key" in problem_of(rig)
    assert rig.journal.key is None
    rig.click(rig.dialog.form.back_button)
    assert rig.key == key, "the same one is shown again"


def test_one_can_go_back_and_choose_another_passphrase(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(OLD)
    key = rig.key
    rig.click(dialog.form.back_button)
    step = dialog.step
    assert isinstance(step, PassphraseStep)
    step.form.first.clear()
    step.form.second.clear()
    rig.choose(NEW)
    assert rig.key == key
    rig.click(dialog.form.skip_button)
    rig.finish()
    assert rig.opens(NEW)
    assert not rig.opens(OLD)


# The work


def test_it_can_not_be_closed_in_the_midst(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    with rig.busy():
        rig.click(dialog.form.skip_button)
        assert not dialog.form.next_button.isEnabled()
        QTest.keyClick(dialog, ESCAPE)
        dialog.close()
        assert dialog.isVisible()
    rig.finish()
    dialog.reject()
    assert not dialog.isVisible()


def test_what_is_in_the_way_is_told_and_nothing_has_changed(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object) -> None:
        raise DiskFull

    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.type(key)
    with monkeypatch.context() as trouble:
        trouble.setattr(encrypting, "turn_on", is_full)
        rig.type(ENTER)
        rig.until(dialog.form.problem.isVisible)
    assert "no room left" in dialog.form.problem.text()
    assert rig.journal.key is None
    assert dialog.form.next_button.isEnabled()
    rig.next()
    rig.finish()
    assert rig.opens(key)


def test_an_error_of_ours_ends_it_and_goes_on_to_the_hook(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_wrong(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(encrypting, "turn_on", is_wrong)
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    with rig.qtbot.captureExceptions() as caught:
        rig.click(dialog.form.skip_button)
        rig.until(lambda: bool(caught))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert not dialog.isVisible()
    assert not dialog.is_done


def test_taken_away_by_a_lock_in_the_midst_it_is_done_all_the_same(rig: Rig) -> None:
    dialog = rig.open(Flow.SET)
    rig.choose(NEW)
    with rig.busy():
        rig.click(dialog.form.skip_button)
        dialog.done(0)
        dialog.deleteLater()
        delete_now()
    rig.until(lambda: rig.journal.key is not None)
    assert rig.opens(NEW)


# What there is is changed


def test_the_passphrase_of_now_is_asked_for_first(rig: Rig) -> None:
    rig.encrypt()
    for flow in (Flow.CHANGE, Flow.RECOVERY_KEY, Flow.DATA_KEY, Flow.TAKE_AWAY):
        assert flow.asks[0] is Ask.PRESENT
    rig.open(Flow.CHANGE)
    rig.next()
    assert problem_of(rig)
    rig.present("tulips and snow")
    assert "doesn't open the journal" in problem_of(rig)
    assert isinstance(rig.dialog.step, PresentStep)
    rig.present(OLD)
    assert isinstance(rig.dialog.step, PassphraseStep)


def test_the_passphrase_is_changed_and_the_recovery_key_stays(rig: Rig) -> None:
    rig.encrypt()
    key = rig.journal.key
    rig.open(Flow.CHANGE)
    rig.present(OLD)
    rig.choose(NEW)
    assert "passphrase of then" in done_of(rig).form.about.text()
    assert (rig.opens(OLD), rig.opens(NEW), rig.opens(OLD_KEY)) == (False, True, True)
    assert rig.journal.key == key


def test_a_forgotten_passphrase_is_changed_by_the_recovery_key(rig: Rig) -> None:
    rig.encrypt()
    rig.open(Flow.CHANGE)
    rig.present(OLD_KEY.lower())
    rig.choose(NEW)
    rig.finish()
    assert (rig.opens(OLD), rig.opens(NEW)) == (False, True)


def test_a_new_recovery_key_takes_the_place_of_the_old_one(rig: Rig) -> None:
    rig.encrypt()
    dialog = rig.open(Flow.RECOVERY_KEY)
    rig.present(OLD)
    key = rig.key
    assert not dialog.form.skip_button.isVisible(), "it is all that this is for"
    rig.type(ENTER)
    rig.type(key, ENTER)
    rig.finish()
    assert (rig.opens(OLD), rig.opens(OLD_KEY), rig.opens(key)) == (True, False, True)


def test_a_new_data_key_leaves_nothing_that_opened_the_journal_before(rig: Rig) -> None:
    rig.encrypt()
    before = rig.journal.key
    rig.open(Flow.DATA_KEY)
    rig.present(OLD_KEY)
    rig.choose(NEW)
    key = rig.key
    rig.type(ENTER)
    rig.type(key, ENTER)
    done_of(rig)
    assert rig.journal.key not in (None, before)
    assert [rig.opens(typed) for typed in (OLD, OLD_KEY, NEW, key)] == [False, False, True, True]


def test_a_new_data_key_that_could_not_be_made_can_be_tried_again(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(*_: object) -> None:
        raise DiskFull

    rig.encrypt()
    before = rig.journal.key
    dialog = rig.open(Flow.DATA_KEY)
    rig.present(OLD)
    rig.choose(NEW)
    with monkeypatch.context() as trouble:
        trouble.setattr(encrypting, "new_data_key", is_full)
        rig.click(dialog.form.skip_button)
        rig.until(dialog.form.problem.isVisible)
    assert "The passphrase is the new one already" in dialog.form.problem.text()
    assert (rig.journal.key, rig.opens(NEW)) == (before, True)
    rig.click(dialog.form.skip_button)
    rig.finish()
    assert rig.journal.key != before


def test_the_passphrase_is_taken_away(rig: Rig) -> None:
    rig.encrypt()
    rig.open(Flow.TAKE_AWAY)
    rig.present(OLD)
    assert "no passphrase any more" in done_of(rig).form.title.text()
    assert rig.journal.key is None


@pytest.mark.parametrize("flow", [Flow.CHANGE, Flow.DATA_KEY, Flow.TAKE_AWAY])
def test_damaged_keys_are_made_good_while_the_journal_is_open(rig: Rig, flow: Flow) -> None:
    rig.encrypt()
    for name in ("keys.json", "keys.json.bak"):
        (rig.journal.folder / name).write_text("{}", encoding="utf-8")
    dialog = rig.open(flow)
    rig.present(OLD)
    if flow is not Flow.TAKE_AWAY:
        rig.choose(NEW)
    if flow is Flow.DATA_KEY:
        rig.click(dialog.form.skip_button)
    rig.finish()
    assert rig.journal.key is None if flow is Flow.TAKE_AWAY else rig.opens(NEW)


def test_damaged_keys_are_told_where_they_are_needed(rig: Rig) -> None:
    rig.encrypt()
    for name in ("keys.json", "keys.json.bak"):
        (rig.journal.folder / name).write_text("{}", encoding="utf-8")
    rig.open(Flow.RECOVERY_KEY)
    rig.present(OLD)
    assert "keys can't be read" in problem_of(rig)


def test_a_screen_reader_hears_beside_the_field_what_is_wrong(rig: Rig) -> None:
    rig.encrypt()
    rig.open(Flow.CHANGE)
    rig.present(NEW)
    step = rig.dialog.step
    assert isinstance(step, PresentStep)
    assert step.form.typed.accessibleDescription() == problem_of(rig) != ""
    rig.type("x")
    assert step.form.typed.accessibleDescription() == ""
