"""The system calls of one process as a simulated disk takes them."""

from __future__ import annotations

import os

from tests.durability.simulated_disk import File, Folder
from tests.durability.tracing import Call, text


class Disk:
    """One that is empty at first; only paths below `root` are on it."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.top = Folder()
        self._handles: dict[
            int, tuple[File | Folder, int]
        ] = {}  # what each descriptor leads to, and where it stands

    def take(self, call: Call) -> bool:
        """Do what a call did; whether it was any business of this disk."""
        return bool(getattr(self, f"_{call.name}")(call.answer, *call.given))

    # The calls

    def _openat(self, answer: int, folder: str, path: str, flags: str, _mode: str = "") -> bool:
        found = self._find(path, folder)
        if found is None:
            return False
        parent, name = found
        what = parent.names.get(name) if name else parent
        if what is None:
            assert "O_CREAT" in flags, "a file that nobody made"
            what = File()
            parent.do((parent, name, what))
        elif isinstance(what, File) and "O_TRUNC" in flags and what.data:
            what.resize(0)
        end = len(what.data) if isinstance(what, File) and "O_APPEND" in flags else 0
        self._handles[answer] = what, end
        return True

    def _open(self, answer: int, *given: str) -> bool:
        return self._openat(answer, "AT_FDCWD", *given)

    def _close(self, _answer: int, handle: str) -> bool:
        self._handles.pop(int(handle), None)
        return False

    def _dup(self, answer: int, handle: str, *_: str) -> bool:
        if int(handle) in self._handles:
            self._handles[answer] = self._handles[int(handle)]
        return False

    def _lseek(self, answer: int, handle: str, *_: str) -> bool:
        if int(handle) in self._handles:
            self._handles[int(handle)] = self._handles[int(handle)][0], answer
        return False

    def _write(self, answer: int, handle: str, data: str, _size: str) -> bool:
        file = self._file(handle)
        if file is None:
            return False
        at = self._handles[int(handle)][1]
        file.write(at, text(data)[:answer])
        self._handles[int(handle)] = file, at + answer
        return True

    def _pwrite64(self, answer: int, handle: str, data: str, _size: str, at: str) -> bool:
        file = self._file(handle)
        if file is None:
            return False
        file.write(int(at), text(data)[:answer])
        return True

    def _sendfile(self, answer: int, to: str, source: str, at: str, _size: str) -> bool:
        file = self._file(to)
        if file is None:
            return False
        read, start = self._file(source), int(at.strip("[]").partition(" ")[0])
        assert read, "bytes from a file that is not on this disk"
        self._handles[int(to)] = file, self._handles[int(to)][1] + answer
        file.write(self._handles[int(to)][1] - answer, bytes(read.data[start : start + answer]))
        return True

    def _ftruncate(self, _answer: int, handle: str, size: str) -> bool:
        file = self._file(handle)
        if file is None or len(file.data) == int(size):
            return False
        file.resize(int(size))
        return True

    def _fallocate(self, answer: int, handle: str, _mode: str, at: str, size: str) -> bool:
        file = self._file(handle)
        wanted = int(at) + int(size)
        return file is not None and len(file.data) < wanted and self._ftruncate(answer, handle, str(wanted))

    def _fsync(self, _answer: int, handle: str) -> bool:
        what = self._handles.get(int(handle))
        if what is None:
            return False
        what[0].sync()
        return True

    def _rename(self, _answer: int, old: str, new: str) -> bool:
        return self._move(self._find(old), self._find(new))

    def _renameat2(self, _answer: int, old_at: str, old: str, new_at: str, new: str, *_: str) -> bool:
        return self._move(self._find(old, old_at), self._find(new, new_at))

    def _link(self, _answer: int, old: str, new: str) -> bool:
        return self._join(self._find(old), self._find(new))

    def _linkat(self, _answer: int, old_at: str, old: str, new_at: str, new: str, *_: str) -> bool:
        return self._join(self._find(old, old_at), self._find(new, new_at))

    def _unlink(self, _answer: int, path: str) -> bool:
        return self._remove(self._find(path))

    def _unlinkat(self, _answer: int, folder: str, path: str, *_: str) -> bool:
        return self._remove(self._find(path, folder))

    def _mkdir(self, _answer: int, path: str, *_: str) -> bool:
        found = self._find(path)
        if found is None or not found[1]:
            return False
        found[0].do((found[0], found[1], Folder()))
        return True

    def _unknown(self, _answer: int, *given: str) -> bool:
        handles = [int(one) for one in given if one.isdigit()]
        assert not any(handle in self._handles for handle in handles[:2]), "a call that is not simulated"
        return False

    def _unknown_path(self, _answer: int, *given: str) -> bool:
        assert not any(self._find(one) for one in given if one.startswith('"')), (
            "a call that is not simulated"
        )
        return False

    _creat = _truncate = _symlink = _symlinkat = _mkdirat = _unknown_path
    _writev = _pwritev = _pwritev2 = _copy_file_range = _sync_file_range = _unknown
    _fdatasync, _dup2, _dup3 = _fsync, _dup, _dup
    _renameat, _rmdir = _renameat2, _unlink

    # What they have in common

    def _find(self, path: str, folder: str = "AT_FDCWD") -> tuple[Folder, str] | None:
        """The folder that a path is in, and the name there; None where it is not on this disk."""
        where = os.fsdecode(text(path))
        if folder != "AT_FDCWD" and not where.startswith("/"):
            below = self._handles.get(int(folder))
            return None if below is None else (_folder(below[0]), where)
        if where == self._root:
            return self.top, ""
        if not where.startswith(f"{self._root}/"):
            return None
        *folders, name = os.path.normpath(where).removeprefix(f"{self._root}/").split("/")
        found = self.top
        for one in folders:
            found = _folder(found.names[one])
        return found, name

    def _file(self, handle: str) -> File | None:
        what = self._handles.get(int(handle))
        return what[0] if what and isinstance(what[0], File) else None

    def _move(self, old: tuple[Folder, str] | None, new: tuple[Folder, str] | None) -> bool:
        if old is None or new is None:
            assert old is new, "a file that comes from elsewhere, or goes there"
            return False
        new[0].do((old[0], old[1], None), (new[0], new[1], old[0].names[old[1]]))
        return True

    def _join(self, old: tuple[Folder, str] | None, new: tuple[Folder, str] | None) -> bool:
        if old is None or new is None:
            return False
        new[0].do((new[0], new[1], old[0].names[old[1]]))
        return True

    def _remove(self, found: tuple[Folder, str] | None) -> bool:
        if found is None:
            return False
        found[0].do((found[0], found[1], None))
        return True


def _folder(what: File | Folder) -> Folder:
    assert isinstance(what, Folder)
    return what
