"""Reading: from paths to records and rejects, one file after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.inputs.format import Item, Opened
from copydesk.inputs.formats import format_of
from copydesk.inputs.gunzip import MAGIC, Gunzip
from copydesk.inputs.rejects import Code, UnreadError
from copydesk.inputs.stream import DiskFile, Stream
from copydesk.inputs.walk import Found, walk
from copydesk.limits import LIMITS, Limits
from copydesk.model.raw import Reject
from copydesk.progress import Progress, Silence


@dataclass(frozen=True, slots=True)
class Count:
    """What lies behind some paths: files that will be opened, their bytes on the disk, and hidden ones left out."""

    files: int
    bytes: int
    hidden: int


def read(
    paths: Iterable[str | os.PathLike[str]], *, limits: Limits = LIMITS, progress: Progress | None = None
) -> Iterator[Item]:
    """Yield a record for each page in the files and folders, and a reject for each thing that gave none.

    Files come in the order of `paths`, those of a folder by name; the records of a file as they stand in it. A
    file that is met twice under one name (normalised, see `walk.source_of`) is read once. Nothing is kept between
    records, so piles of any size can be read.

    `progress` is told of bytes read from the disk (`advance` only; `count` gives the total).

    Raises:
        TypeError: `paths` is one path instead of several.
    """
    return _read(several(paths), limits, progress or Silence())


def count(paths: Iterable[str | os.PathLike[str]], *, limits: Limits = LIMITS) -> Count:
    """Count what `read` would open, from the names and sizes alone: nothing is opened.

    Raises:
        TypeError: `paths` is one path instead of several.
    """
    found = [(item.size, item.hidden) for item in walk(several(paths), limits) if isinstance(item, Found)]
    sizes = [size for size, hidden in found if not hidden]
    return Count(files=len(sizes), bytes=sum(sizes), hidden=len(found) - len(sizes))


def several(paths: Iterable[str | os.PathLike[str]]) -> list[str | os.PathLike[str]]:
    """The paths as a list. One path is refused: as a list of its letters, `/` among them, it names the whole disk.

    Raises:
        TypeError: `paths` is one path instead of several.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError("paths must be a list of paths, not one path")
    return list(paths)


def _read(paths: list[str | os.PathLike[str]], limits: Limits, progress: Progress) -> Iterator[Item]:
    for item in walk(paths, limits):
        if isinstance(item, Reject):
            yield item
        elif not item.hidden:
            yield from _read_file(item, limits, progress)


def _read_file(found: Found, limits: Limits, progress: Progress) -> Iterator[Item]:
    told = 0
    try:
        with DiskFile(found.path) as disk:
            opened = Opened(found.source, _unpacked(disk, limits), limits)
            for item in format_of(opened).read(opened):
                yield item
                if disk.taken > told:
                    progress.advance(disk.taken - told)
                    told = disk.taken
    except UnreadError as stop:
        yield Reject(found.source, None, stop.code, stop.reason)
    if found.size > told:
        progress.advance(found.size - told)


def _unpacked(disk: DiskFile, limits: Limits) -> Stream:
    """The file's bytes; of a gzip file, whatever its name, what it unpacks to.

    Raises:
        UnreadError: `empty`.
    """
    stream = Stream(disk, disk.size)
    head = stream.peek()
    if head.startswith(MAGIC):
        stream = Stream(Gunzip(stream, limits))
        head = stream.peek()
    if not head and not stream.stopped:
        raise UnreadError(Code.EMPTY, "There is nothing in it: get the page again, or drop the file.")
    return stream
