"""Where other starts of the program ring: for a window, or with a command to be run on the journal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reconnect_desktop import paths
from reconnect_desktop.domain.errors import UserError
from reconnect_desktop.handover import Message, Reception, address_for
from reconnect_desktop.views.locking.doorkeeper import Doorkeeper

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal

RunCommand = Callable[["Journal", list[str], str, dict[str, str]], Message]


class Doorbell(QObject):
    """Answers {"show"} with nothing, and {"argv", "cwd", "secrets"} with what the command comes to.

    While the journal is locked, the answer is {"needs": "passphrase"}, unless that is among the secrets: then the command is
    run, and the journal stays locked.
    asked: a window is wanted, "main" or "quick_add".
    """

    asked = Signal(str)  # from the reception's thread

    def __init__(self, doorkeeper: Doorkeeper, run_command: RunCommand, parent: QObject) -> None:
        super().__init__(parent)
        self._doorkeeper, self._run_command = doorkeeper, run_command
        self._reception: Reception | None = None

    def listen(self) -> None:
        """Answer those who find the journal held by this process; where it was let go meanwhile, they are told again how."""
        held = self._doorkeeper.journal or self._doorkeeper.closed
        if held is not None:
            try:
                if self._reception is None:
                    self._reception = Reception(
                        address_for(held.folder, paths.runtime_folder()), self._answer
                    )
                held.publish(self._reception.address)
            except OSError:
                return  # without it, a second start says that the journal is open

    def close(self) -> None:
        """Answer no more."""
        if self._reception is not None:
            self._reception.close()

    def _answer(self, message: Message) -> Message:
        """Called in the reception's thread."""
        argv, cwd, told = message.get("argv"), message.get("cwd"), message.get("secrets")
        if isinstance(argv, list) and isinstance(cwd, str):
            secrets = {str(name): str(text) for name, text in told.items()} if isinstance(told, dict) else {}
            return self._outcome([str(word) for word in argv], cwd, secrets)
        self.asked.emit(str(message.get("show", "show")))
        return {}

    def _outcome(self, argv: list[str], cwd: str, secrets: dict[str, str]) -> Message:
        def command(journal: Journal) -> Message:
            return self._run_command(journal, argv, cwd, secrets)

        try:
            answer = self._doorkeeper.run(secrets.get("passphrase"), command)
        except UserError as error:
            from reconnect_desktop.language import ENGLISH, speaking
            from reconnect_desktop.output.errors_in_words import explain

            with speaking(ENGLISH.code):  # as all that commands say
                return {"code": 1, "out": "", "err": f"{explain(error)}\n"}
        return {"needs": "passphrase"} if answer is None else answer
