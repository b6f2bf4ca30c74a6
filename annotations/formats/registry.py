"""The formats that gold can be exported to, by the name that ``--format`` takes."""

from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO

from annotations.formats import writing
from annotations.formats.record import Record

Writer = Callable[[Iterable[Record], BinaryIO], None]

WRITERS: Mapping[str, Writer] = {"jsonl": writing.write}
"""A writer for each format; the first is the default."""
