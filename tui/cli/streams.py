"""The standard streams, any of which may have been closed by whoever started the program."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotations.errors import GoldwireError

STREAM = Path("-")
"""What names a standard stream where a file is asked for."""


def standard_input() -> BinaryIO | None:
    """The bytes that come in, None where nothing can."""
    return sys.stdin.buffer if sys.stdin is not None else None


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Where bytes go out.

    Raises:
        GoldwireError: it is closed.
    """
    if sys.stdout is None:
        raise GoldwireError("standard output is closed; name a file with -o")
    # Not sys.stdout.buffer: where Python is told not to buffer, that writes what fits and no more.
    with os.fdopen(sys.stdout.fileno(), "wb", closefd=False) as stream:
        yield stream


def has_terminal() -> bool:
    """Whether someone sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
