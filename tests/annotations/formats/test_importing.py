"""Imports: each file whole or not at all, the others whatever happens, and nothing twice."""

import os
import sqlite3
from pathlib import Path
from typing import IO

import pytest

from annotations.articles.article import article as read_article
from annotations.errors import StoreError
from annotations.formats.importing import Imported, Manner
from annotations.model import Article
from annotations.store import progress, reading, runs
from annotations.store.reading import NamedOccurrence
from tests.annotations.formats.importer import Importer, gold_file
from tests.stories import BRIDGE, FERRY, line, write

# Texts


def test_a_text_gives_its_articles_at_their_places(imported: Importer, folder: Path) -> None:
    result = imported.one(write(folder / "both.txt", BRIDGE, "\n\n", FERRY))
    assert (result.added.articles, result.added.occurrences) == (2, 2)
    stored = reading.article_of(imported.connection, Article(BRIDGE).id)
    assert stored.article.text == BRIDGE
    assert stored.occurrences == (NamedOccurrence("both.txt", 0, len(BRIDGE)),)


def test_a_text_is_one_article_where_splitting_is_off(imported: Importer, folder: Path) -> None:
    path = write(folder / "both.txt", BRIDGE, "\n\n", FERRY)
    assert imported.one(path, Manner(split=False)).added.articles == 1


def test_a_source_that_is_known_does_nothing(imported: Importer, folder: Path) -> None:
    path = write(folder / "a.txt", BRIDGE)
    imported(path)
    before = imported.dump()
    again = imported.one(path)
    assert again.known
    assert imported.dump() == before
    assert imported.one(write(folder / "copy.txt", BRIDGE)).known


def test_standard_input_is_a_source_named_by_a_dash(imported: Importer) -> None:
    assert imported.one("-", stream=BRIDGE.encode()).added.articles == 1
    assert reading.article_of(imported.connection, Article(BRIDGE).id).occurrences[0].label == "-"
    assert imported.one("-", stream=BRIDGE.encode()).known


def test_a_pipe_is_read_once(imported: Importer, folder: Path) -> None:
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as stream:
        stream.write(BRIDGE.encode())
    try:
        assert imported.one(f"/dev/fd/{reader}").added.articles == 1
    finally:
        os.close(reader)


def test_a_folder_means_its_texts_and_no_records(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    write(folder / "b.jsonl", line(FERRY))
    assert [result.name for result in imported(folder) if isinstance(result, Imported)] == [str(folder / "a.txt")]


def test_a_bad_file_keeps_no_other_from_being_imported(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    (folder / "b.txt").write_bytes(b"caf\xe9 closed\n")
    write(folder / "c.txt", "")
    write(folder / "d.txt", FERRY)
    results = imported(folder)
    assert [isinstance(result, Imported) for result in results] == [True, False, False, True]
    assert progress.counts(imported.connection, None).articles == 2
    assert "offset 3" in str(results[1])
    assert "--encoding" in str(results[1])


def test_nothing_of_a_file_that_cannot_be_read_is_taken(
    imported: Importer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder / "secret.txt", BRIDGE)
    opening = Path.open

    def refuse(self: Path, *arguments: str, **options: str) -> IO[str]:
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        return opening(self, *arguments, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(Path, "open", refuse)
    assert "secret.txt: no permission" in imported.refusal(path)
    records = path.rename(folder / "secret.jsonl")
    path = records
    assert "secret.jsonl: Permission denied" in imported.refusal(path)


def test_an_error_of_the_database_ends_the_import(imported: Importer, folder: Path) -> None:
    write(folder / "a.txt", BRIDGE)
    pages = imported.connection.execute("pragma page_count").fetchone()[0]
    imported.connection.execute(f"pragma max_page_count = {pages}")
    with pytest.raises((StoreError, sqlite3.OperationalError), match="full"):
        imported(write(folder / "big.txt", BRIDGE * 2000))


# Records


def test_records_give_articles_with_zones_and_title_of_their_own_or_found(imported: Importer, folder: Path) -> None:
    said = {"title": "The bridge", "zones": [{"zone": "body", "start": 0, "end": len(BRIDGE)}]}
    imported(write(folder / "a.jsonl", line(BRIDGE, **said), line(FERRY)))
    bridge = reading.article_of(imported.connection, Article(BRIDGE).id).article
    ferry = reading.article_of(imported.connection, Article(FERRY).id).article
    assert (bridge.title, len(bridge.zones)) == ("The bridge", 1)
    assert ferry == read_article(FERRY)


def test_without_gold_or_predictions_the_events_of_records_are_left(imported: Importer, folder: Path) -> None:
    result = imported.one(gold_file(folder))
    assert result.added.articles == 2
    assert progress.counts(imported.connection, "ana").gold == 0
    assert runs.extractors(imported.connection) == []


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b'{"text": "cut', "not JSON"),
        (rb'{"text": "half \ud83d of it"}' + b"\n", "surrogate"),
        (b'{"text": "x", "events": [{"type": "T"}]}\n', "trigger.start is missing"),
        (b"caf\xe9\n", "0xe9"),
        (b"[1]\n", "an object"),
    ],
)
def test_a_broken_line_is_named_and_nothing_of_its_file_is_taken(
    imported: Importer, folder: Path, broken: bytes, reason: str
) -> None:
    path = folder / "broken.jsonl"
    path.write_bytes(line(BRIDGE).encode() + b"\n" + broken + line(FERRY).encode())
    refusal = imported.refusal(path)
    assert refusal.startswith(f"{path}, line 3: ")
    assert reason in refusal


def test_a_line_as_long_as_a_library_is_refused(imported: Importer, folder: Path) -> None:
    for name in ("long.txt", "long.jsonl"):
        path = folder / name
        path.write_bytes(b"x" * 100_000_000)
        assert "longer than" in imported.refusal(path)
