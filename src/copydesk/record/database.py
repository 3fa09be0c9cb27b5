"""The file of a case: where it is, how it is opened, and how a file that is something else is recognised."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from copydesk.errors import CaseBusyError, NotACaseError, OutputError

FILE_NAME = "case.sqlite"
APPLICATION_ID = int.from_bytes(b"CPDK", "big")
SCHEMA_VERSION = 9
BUILD_ANEW = "Give `copydesk build` a new folder, or delete this one first; it needs all the pages again."
"""What helps where a case can't be read: `build` refuses its folder as all commands do, lest it destroy something."""
_CACHE_KB = 65_536
"""Kilobytes of the file that a build keeps at hand: the index of a million ids, written in no order, is 30 MB."""
_WAIT_SECONDS = 3.0
"""How long a reader waits for a case that is being built for the first time, or mended after a crash."""

# The statements are ours, so SQLITE_ERROR ("no such table") speaks of the file. Errors without a code come from
# Python's module: bytes in a text column that are not UTF-8.
_DAMAGED = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR, None}
)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NOT_WRITABLE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
    }
)


@contextmanager
def named_errors(file: Path) -> Iterator[None]:
    """Turn what SQLite says about the file itself into the errors of this package; other errors pass.

    Raises:
        ValueError: the connection was closed, or is another thread's: that speaks of the caller, not the file.
    """
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise ValueError(f"The case {file.parent} is closed, or was opened by another thread: {error}") from error
    except sqlite3.DatabaseError as error:
        extended: int | None = getattr(error, "sqlite_errorcode", None)
        code = None if extended is None else extended & 0xFF  # the low byte is the primary code
        if code in _DAMAGED:
            raise NotACaseError(f"{file} is damaged or is not a case: {error}. {BUILD_ANEW}") from error
        if code in _BUSY:
            raise CaseBusyError(f"A build is writing {file.parent}. Wait until it is done.") from error
        if code in _NOT_WRITABLE:
            raise OutputError(f"{file} could not be used: {error}. Check the disk and the rights.") from error
        raise


def open_for_reading(folder: Path) -> sqlite3.Connection:
    """A connection that reads the case in `folder` and can't change it.

    Raises:
        NotACaseError: there is no case in the folder, its first build was stopped, or its file is something else,
            damaged or too new.
        OutputError: the folder or file may not be used.
    """
    file = folder / FILE_NAME
    try:
        is_there = file.is_file()
    except PermissionError as error:
        raise OutputError(f"{folder} could not be read: {error.strerror}. Check the rights.") from error
    if not is_there:
        raise NotACaseError(f"{folder} is not a case: it has no {FILE_NAME}. `copydesk build` makes one.")
    with named_errors(file):
        connection = _connect_to_read(file)
        try:
            _expect_case(connection, file)
            _expect_built(connection, folder)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_to_read(file: Path) -> sqlite3.Connection:
    """Open read-write, so that the last reader tidies up the log; as fixed bytes where that fails.

    In WAL mode a reader must be able to make the `-shm` file. On a medium that can't be written SQLite then
    fails, and `immutable` is right: nobody can change the file, and no log lies beside it.
    """
    connection = _connect(file, "mode=rw", _WAIT_SECONDS)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF in _BUSY:
            raise
        log = file.with_name(file.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = _connect(file, "immutable=1", _WAIT_SECONDS)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_writing(folder: Path) -> sqlite3.Connection:
    """A connection that holds the one write lock of the case in `folder`, which is made where there is none.

    A transaction is open when it returns: commit or close ends the lock. Until the first one is committed, nobody
    has anything to read, so the first build writes straight into the file: a log would hold all pages once more, and
    looking a page up in it takes the longer the more there are. `share` then lets readers in for good.

    Raises:
        NotACaseError: the folder holds something else; it is untouched.
        CaseBusyError: another build holds the lock.
        OutputError: the folder can't be made or written.
    """
    file = folder / FILE_NAME
    _expect_room(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder} could not be made: {error.strerror}.") from error
    with named_errors(file):
        connection = _connect(file, "mode=rwc", wait=0.0)
        try:
            _found_or_made(connection, file)
            if connection.execute("SELECT 1 FROM builds").fetchone():
                share(connection)
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
            connection.execute("BEGIN EXCLUSIVE")  # of a shared case this keeps only writers out
        except BaseException:
            connection.close()
            raise
    return connection


def share(connection: sqlite3.Connection) -> None:
    """After a commit: from now on readers go on while a build writes, by a write-ahead log.

    Where a reader was quicker, or the build was killed before this, it is for the next build to do.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _BUSY:
            raise


def _expect_room(folder: Path) -> None:
    """Raise unless `folder` is a case, is empty or is not there."""
    if not folder.exists() or (folder / FILE_NAME).is_file():
        return
    if not folder.is_dir():
        raise NotACaseError(f"{folder} is a file, and a case is a folder. Give another name to --case.")
    if any(folder.iterdir()):
        raise NotACaseError(f"{folder} is not empty and not a case: it is left as it is. Give a new folder.")


def _found_or_made(connection: sqlite3.Connection, file: Path) -> None:
    """Recognise the case, or fill a file that holds nothing: a new one, or one whose build was killed."""
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        _expect_case(connection, file)
        return
    schema = resources.files("copydesk.record").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(f"BEGIN IMMEDIATE;\n{schema}\nCOMMIT;")


def _expect_case(connection: sqlite3.Connection, file: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise NotACaseError(f"{file} is a SQLite file, but not a case. It is left as it is.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA_VERSION:
        raise NotACaseError(
            f"{file} has the layout {version}, and this copydesk reads {SCHEMA_VERSION}. "
            + ("Upgrade copydesk." if version > SCHEMA_VERSION else BUILD_ANEW)
        )


def _expect_built(connection: sqlite3.Connection, folder: Path) -> None:
    """Raise where a first build was killed: its tables are there, and empty as those of no pile ever are."""
    if connection.execute("SELECT 1 FROM builds").fetchone() is None:
        raise NotACaseError(f"{folder} is not a case yet: its first build did not end. Run `copydesk build` again.")


def _connect(file: Path, how: str, wait: float) -> sqlite3.Connection:
    # A case may come from somebody else: `trusted_schema` off keeps what its schema says from calling
    # functions with side effects, `cell_size_check` finds damage early.
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?{how}", uri=True, isolation_level=None, timeout=wait)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection
