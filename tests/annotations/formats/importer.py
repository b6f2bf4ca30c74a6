"""Imports into one database, and what they leave in it."""

import sqlite3
from io import BytesIO
from pathlib import Path

from annotations.errors import GoldwireError
from annotations.formats.importing import Imported, Manner, import_files
from annotations.ontology import Ontology
from tests.stories import BRIDGE, FERRY, KILLED, MARCHED, SEIZED, URGED, as_json, line, write

ANA = Manner(reviewer="ana")
MINE = Manner(extractor="mine")


class Importer:
    """Imports into one database under the shipped ontology."""

    def __init__(self, connection: sqlite3.Connection, ontology: Ontology) -> None:
        self.connection = connection
        self.ontology = ontology

    def __call__(
        self, *paths: Path | str, manner: Manner | None = None, stream: bytes = b""
    ) -> list[Imported | GoldwireError]:
        names = [str(path) for path in paths]
        return list(import_files(self.connection, names, self.ontology, manner or Manner(), BytesIO(stream)))

    def one(self, path: Path | str, manner: Manner | None = None, stream: bytes = b"") -> Imported:
        """What the only file brought."""
        (result,) = self(path, manner=manner, stream=stream)
        assert isinstance(result, Imported), result
        return result

    def refusal(self, path: Path | str, manner: Manner | None = None) -> str:
        """Why nothing of the only file was taken, and that nothing was."""
        before = self.dump()
        (result,) = self(path, manner=manner)
        assert isinstance(result, GoldwireError), result
        assert self.dump() == before
        assert "\n" not in str(result)
        return str(result)

    def dump(self) -> list[str]:
        return list(self.connection.iterdump())


def gold_file(folder: Path) -> Path:
    """Gold with all that a record can say of an event."""
    bridge = line(
        BRIDGE,
        as_json(SEIZED, comment="checked twice", flag=True, confidence=0.7, extractor="rules", decision="edit"),
        as_json(KILLED, weight=3),
        source="news.txt",
        start=10,
        end=10 + len(BRIDGE),
        complete=True,
        rejected=[as_json(URGED, reason="background")],
        split="dev",
    )
    ferry = line(FERRY, complete=False, skipped=[as_json(MARCHED)])
    return write(folder / "gold.jsonl", bridge, ferry)
