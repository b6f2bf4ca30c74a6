"""Opening the database: one SQLite file in WAL mode, foreign keys on, every commit on the disk before it returns."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.errors import StoreError
from annotations.store import schema

BUSY_SECONDS = 20.0
"""How long a writer waits for another process's transaction; each is one article or one decision long."""

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "fuse.sshfs", "fuse.rclone"}
)


def open_database(path: Path, *, create: bool = False, checkpoints: bool = True) -> sqlite3.Connection:
    """Open the database at ``path``; with ``create``, make it where there is none.

    A connection belongs to the thread that opened it. Without ``checkpoints`` no commit of this connection copies the
    log back into the file, so that a commit costs one sync; ``close`` does it.

    Raises:
        StoreError: there is no such file, it is no goldwire database, or it lies on a network file system.
    """
    if not create and not path.exists():
        raise StoreError(f"{path}: no such database; `goldwire import PATH…` makes one")
    _refuse_network(path)
    connection = None
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma synchronous = full")
        if not checkpoints:
            connection.execute("pragma wal_autocheckpoint = 0")
        schema.migrate(connection)
        mode = connection.execute("pragma journal_mode = wal").fetchone()[0]
        if mode != "wal":
            raise StoreError(f"stays in journal mode {mode!r}: WAL needs a local disk; put the database on one")
    except StoreError as error:
        if connection is not None:
            connection.close()
        raise StoreError(f"{path}: {error}") from error
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise StoreError(f"{path}: {error}; is it a goldwire database that you may write to?") from error
    return connection


def close(connection: sqlite3.Connection) -> None:
    """Copy the log back into the file as far as other readers allow, and close."""
    connection.execute("pragma wal_checkpoint(passive)")
    connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, on the disk when it ends. The write lock is taken at the start, so that reads in it hold.

    One inside another is part of it: nothing of either is kept unless the outer one ends well.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    connection.execute("commit")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read in it is of one moment, whatever other processes write meanwhile."""
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")


def _refuse_network(path: Path) -> None:
    kind = file_system(path)
    if kind in NETWORK_FILE_SYSTEMS:
        raise StoreError(
            f"{path}: lies on a network file system ({kind}), and WAL needs a local disk; name one with --db"
        )


def file_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """The type of the file system that ``path`` lies on, where the system lists its mounts; else None."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    place = path.resolve()
    best: tuple[int, str] | None = None
    for line in lines:
        _, point, kind, *_ = line.split(" ")
        folder = Path(point.encode().decode("unicode_escape"))
        if place.is_relative_to(folder) and (best is None or len(folder.parts) >= best[0]):
            best = (len(folder.parts), kind)
    return best[1] if best else None
