"""The files behind the given paths, in a fixed order. No page is opened here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.inputs.own_output import exported, is_report
from copydesk.inputs.rejects import Code
from copydesk.limits import Limits
from copydesk.model.raw import Reject

_LITTER = frozenset(
    {
        "thumbs.db",
        "desktop.ini",
        "__macosx",
        "case.sqlite",
        "case.sqlite-journal",
        "case.sqlite-wal",
        "case.sqlite-shm",
    }
)
"""What systems leave in folders without a leading dot (lower case), and the files of a case.

A case often lies among the pages that it was built from. Its files are no pages, and opening and closing one would
drop the locks that this very process holds on it (sqlite.org/howtocorrupt.html, section 2.2).
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file: where it lies, what it is called in the tables, and its bytes on the disk.

    `hidden` is true for a dot file, a dot folder (not walked), the litter of operating systems, and what copydesk
    wrote (a report, not walked, and exported tables), where a folder holds it; a file that is given by its own path
    is not hidden.
    """

    path: str
    source: str
    size: int
    hidden: bool = False


def walk(paths: Iterable[str | os.PathLike[str]], limits: Limits) -> Iterator[Found | Reject]:
    """Yield every file once, by its source, in the order of `paths`; within a folder by name, part for part."""
    given = [os.fspath(path) for path in paths]
    seen: set[str] = set()
    for path in given:
        for item in _given(path, limits):
            if len(given) > 1:  # the walk of one path meets nothing twice: no memory for the names of a big pile
                if item.source in seen:
                    continue
                seen.add(item.source)
            yield item


def source_of(path: str) -> str:
    """The path as given, normalised (`./a//b/` is `a/b`), with posix separators.

    A byte of a file name that is not UTF-8 is written `\\xe9`, so that every source can be written as UTF-8.
    """
    return _spelt(os.path.normpath(path) if path else "").replace(os.sep, "/")


def _spelt(name: str) -> str:
    try:
        return name.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")
    except UnicodeEncodeError:  # a surrogate that no file name gives
        return name.encode("utf-8", errors="backslashreplace").decode("utf-8")


def _given(path: str, limits: Limits) -> Iterator[Found | Reject]:
    source = source_of(path)
    try:
        status = os.stat(path)  # noqa: PTH116 (for `Path` no path at all is the current folder)
    except (OSError, ValueError) as error:
        yield _refused(source, error)
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, source, limits)
        else:
            yield _file(path, source, status)


def _file(path: str, source: str, status: os.stat_result) -> Found | Reject:
    if stat.S_ISREG(status.st_mode):
        return Found(path, source, status.st_size)
    reason = "This is a pipe, device or socket, which is never opened: save what it gives as a file."
    return Reject(source, None, Code.SPECIAL_FILE, reason)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A path that the walk of a folder is still to look at, `depth` folders below the one that was given."""

    path: str
    source: str
    depth: int
    hidden: bool


def _folder(root: str, root_source: str, limits: Limits) -> Iterator[Found | Reject]:
    """Walk depth first without recursion: the stack holds what is still to come, next on top."""
    real_root = os.path.realpath(root)
    any_file = False
    stack = [_Entry(root, root_source, 0, hidden=False)]
    while stack:
        for item in _entry(stack.pop(), real_root, stack, limits):
            any_file |= isinstance(item, Reject) or not item.hidden
            yield item
    if not any_file:
        reason = "The folder holds no file (hidden ones aside): give the folder that the pages lie in."
        yield Reject(root_source, None, Code.EMPTY_FOLDER, reason)


def _entry(entry: _Entry, real_root: str, stack: list[_Entry], limits: Limits) -> Iterator[Found | Reject]:
    """What one path of the walk gives; the entries of a folder go on the stack."""
    path, source = entry.path, entry.source
    try:
        status = Path(path).stat(follow_symlinks=entry.depth == 0)
        if entry.hidden:
            yield Found(path, source, status.st_size if stat.S_ISREG(status.st_mode) else 0, hidden=True)
        elif stat.S_ISLNK(status.st_mode):
            yield from _link(path, source, real_root)
        elif not stat.S_ISDIR(status.st_mode):
            yield _file(path, source, status)
        elif entry.depth > limits.folder_depth:
            reason = f"The folder lies more than {limits.folder_depth} folders deep: give it by its own path."
            yield Reject(source, None, Code.TOO_DEEP, reason)
        else:
            yield from _inside(entry, stack)
    except OSError as error:
        yield _refused(source, error)


def _inside(folder: _Entry, stack: list[_Entry]) -> Iterator[Found | Reject]:
    """Put the entries of a folder on the stack, the first by name on top; pass a report over."""
    with os.scandir(folder.path) as entries:
        inside = sorted(((entry.name, entry.path) for entry in entries), reverse=True)
    names = [name for name, _ in inside]
    if is_report(names) and folder.depth:
        yield Found(folder.path, folder.source, 0, hidden=True)
    elif is_report(names):
        reason = "The folder is a report that copydesk wrote, no pile: give the folder that the pages lie in."
        yield Reject(folder.source, None, Code.EMPTY_FOLDER, reason)
    else:
        prefix = "" if folder.source == "." else folder.source.rstrip("/") + "/"
        ours = exported(folder.path, names)
        for name, path in inside:
            stack.append(_Entry(path, prefix + _spelt(name), folder.depth + 1, _is_hidden(name) or name in ours))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LITTER


def _link(path: str, source: str, real_root: str) -> Iterator[Reject]:
    """A link within the folder is passed over, because what it leads to is met on its own; others are rejected."""
    target = os.path.realpath(path)
    if not Path(target).exists():
        yield Reject(source, None, Code.MISSING, "The link leads nowhere: remove it, or restore its target.")
        return
    inside = Path(os.path.relpath(target, real_root)).parts
    if any(_is_hidden(part) for part in inside):
        reason = "The link leads out of the folder, or to a hidden file, and is not followed: give its target."
        yield Reject(source, None, Code.LINK, reason)


def _refused(source: str, error: OSError | ValueError) -> Reject:
    """What the system says of a path. A path that no system can have (with a NUL) gives a `ValueError`."""
    if isinstance(error, ValueError | FileNotFoundError | NotADirectoryError):
        return Reject(source, None, Code.MISSING, "There is no such file or folder: check the path.")
    reason = f"The system does not give it out ({error.strerror}): check permissions."
    return Reject(source, None, Code.UNREADABLE, reason)
