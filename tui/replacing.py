"""Writing a file whole: under another name beside it, then moved into its place, so that nobody finds half of it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotations.errors import GoldwireError


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes are the file's when it ends well; else the file stays as it was.

    What is no ordinary file, a pipe or ``/dev/stdout``, is written to as it is.

    Raises:
        GoldwireError: it cannot be written.
    """
    try:
        if path.is_dir():
            raise GoldwireError(f"{path}: is a folder; name a file in it")
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        # Through a symbolic link its target is replaced, not the link.
        target = path.resolve()
        with _beside(target) as stream:
            yield stream
    except OSError as error:
        raise GoldwireError(f"{path}: {error.strerror or error}; nothing was written") from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else what a new file would have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
