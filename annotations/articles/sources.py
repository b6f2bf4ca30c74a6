"""Sources: what the user names, found and read; each with its articles and where they stand in it."""

import errno
import hashlib
import io
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotations.articles.article import article
from annotations.articles.decode import decode
from annotations.articles.split import stories, whole
from annotations.errors import SourceError
from annotations.model import Occurrence, Source, SourceText
from annotations.nearest import path_suggestion

SUFFIX = ".txt"
"""What a file below a named folder ends in, in any case; a file that is named outright may be called anything."""

LINE_LIMIT = 16_000_000
"""Bytes in one line beyond which a source is refused: no story is a line as long as several books."""

SOURCE_LIMIT = 512_000_000
"""Bytes beyond which a source is refused."""

_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "no permission to read it; change its mode or ask its owner"),
    (IsADirectoryError, "a folder where a file was; import again"),
)


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | SourceError]:
    """The files that ``paths`` stand for, and a SourceError in the place of each that cannot be had.

    A file is itself, whatever its suffix; a folder is every ``.txt`` below it, sorted by name, through symbolic
    links too. After an error the others go on.
    """
    for path in map(Path, paths):
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except OSError as error:
            yield _refusal(path, error)
            continue
        if not is_folder:
            yield path
            continue
        empty = True
        for found in _below(path):
            empty = False
            yield found
        if empty:
            yield SourceError(f"{shown(path)}: no {SUFFIX} file below this folder; name other files outright")


def read_source(
    origin: Path | bytes, label: str | None = None, *, encoding: str | None = None, split: bool = True
) -> SourceText:
    """Read a file, or the bytes of a stream, into a source and its articles in the order they stand.

    ``label`` is what the source is called: the file's name without folders, ``-`` for a stream, unless given.
    ``encoding`` overrules detection. ``split=False`` takes all of it as one article.

    Raises:
        SourceError: it cannot be read, is too large, or is not text.
    """
    if isinstance(origin, Path):
        label = label or origin.name.encode(errors="backslashreplace").decode()
        name = shown(origin)
        try:
            with origin.open("rb") as stream:
                content = _within_limits(stream, name)
        except OSError as error:
            raise _refusal(origin, error) from error
    else:
        label = label or "-"
        name = label
        content = _within_limits(io.BytesIO(origin), name)
    text, encoding = decode(content, name, encoding)
    source = Source(hashlib.sha256(content).hexdigest(), label, encoding, len(text))
    spans = stories(text) if split else whole(text)
    return SourceText(
        source, tuple((article(text[start:end]), Occurrence(source.id, start, end)) for start, end in spans)
    )


def shown(path: Path) -> str:
    """A path as a message names it, in one line: what cannot be printed is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(path))


def _below(folder: Path) -> Iterator[Path | SourceError]:
    """Every text file under ``folder``, depth first and sorted; each folder once, however many links lead there."""
    seen: set[tuple[int, int]] = set()
    pending: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while pending:
        path, above = pending.pop()
        try:
            status = path.stat()
            if stat.S_ISREG(status.st_mode) and _is_text(path):
                yield path
            if not stat.S_ISDIR(status.st_mode):
                continue
            identity = status.st_dev, status.st_ino
            if identity in above:
                yield SourceError(f"{shown(path)}: a symbolic link to a folder above it; remove the link")
            elif identity not in seen:
                seen.add(identity)
                children = sorted(path.iterdir(), key=lambda child: child.name, reverse=True)
                pending.extend((child, above | {identity}) for child in children)
        except FileNotFoundError as error:
            if _is_text(path):  # any other link that leads nowhere is no source of ours
                yield _refusal(path, error)
        except OSError as error:
            yield _refusal(path, error)


def _is_text(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX


def _within_limits(stream: BinaryIO, name: str) -> bytes:
    """All of ``stream``, read line by line so that an endless line is refused where it passes the limit."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(LINE_LIMIT + 1):
        size += len(line)
        if len(line) > LINE_LIMIT:
            raise SourceError(
                f"{name}: line {len(lines) + 1} is longer than {LINE_LIMIT // 1_000_000} MB; break it into paragraphs"
            )
        if size > SOURCE_LIMIT:
            raise SourceError(f"{name}: larger than {SOURCE_LIMIT // 1_000_000} MB; split it into several files")
        lines.append(line)
    return b"".join(lines)


def _refusal(path: Path, error: OSError) -> SourceError:
    if error.errno == errno.ELOOP:
        return SourceError(f"{shown(path)}: a loop of symbolic links; remove the link")
    if isinstance(error, FileNotFoundError):
        return SourceError(f"{shown(path)}: no such file or folder; {path_suggestion(path, 'check the name')}")
    reason = next((reason for kind, reason in _REASONS if isinstance(error, kind)), error.strerror or str(error))
    return SourceError(f"{shown(path)}: {reason}")
