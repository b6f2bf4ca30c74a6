"""Merging: what comes over, what is refused, and how two accounts of one article are settled."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.model import Analysis, Article, Meta, Occurrence, Source, SourceText, Zone
from annotations.store import decisions, progress, reading, runs, sources
from annotations.store.connection import close, open_database
from annotations.store.merge import Merged, merge
from annotations.store.progress import Place
from annotations.store.reading import NamedOccurrence
from annotations.store.sources import NamedArticle
from tests.annotations.store.newsroom import (
    AGREED,
    ARTICLES,
    BRIDGE,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SHELLED,
    add,
    article,
    begin,
    decide,
    extract,
    source,
)  # fmt: skip

DAM = "Engineers at the Karvia dam met on Sunday night and said that gate number {number} had held against the flood. "
FLOOD = "Karvia dam holds\n" + "".join(DAM.format(number=number) for number in range(12))


class Pair:
    """Two databases, and what each is after a merge with the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.left_path, self.right_path = folder / "left.db", folder / "right.db"
        self.left = open_database(self.left_path, create=True)
        self.right = open_database(self.right_path, create=True)

    def close(self) -> None:
        self.left.close()
        self.right.close()

    def both_ways(self, query: str) -> list[tuple[object, ...]]:
        """The answer after a merge, which is the same in either direction and after a second merge."""
        answers = []
        for name, into, other in (("lr", self.left_path, self.right_path), ("rl", self.right_path, self.left_path)):
            for connection in (self.left, self.right):
                connection.execute("pragma wal_checkpoint(truncate)")
            path = self.folder / f"{name}.db"
            shutil.copy(into, path)
            with closing(open_database(path)) as connection:
                for _ in range(2):
                    merge(connection, other)
                    answers.append(list(map(tuple, connection.execute(query))))
        assert all(answer == answers[0] for answer in answers)
        return answers[0]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    two = Pair(tmp_path)
    yield two
    two.close()


def test_what_the_other_knows_comes_over_and_is_counted(pair: Pair) -> None:
    add(pair.left, FERRY)
    add(pair.right, HARBOUR, FERRY, label="evening.txt")
    extract(pair.right, [SHELLED, KILLED, MET])
    decide(pair.right, SHELLED, reviewer="ben")
    decide(pair.left, MET)
    assert merge(pair.left, pair.right_path) == Merged(articles=1, proposals=3, decisions=1, conflicts=0)
    assert [(row.seq, row.title) for row in progress.queue(pair.left, "ana")] == [
        (1, "Ferry talks resume in Lind"),
        (2, "Shells hit Olmo harbour"),
    ], "behind what is there already, numbered on without a gap"
    assert decisions.reviewers(pair.left) == ["ana", "ben"]
    assert [found.proposal.event for found in runs.live(pair.left, SHELLED.article)] == [SHELLED, KILLED]
    assert merge(pair.left, pair.right_path) == Merged(0, 0, 0, 0)


def test_two_that_went_on_from_one_state_are_in_conflict_and_the_later_stands(pair: Pair) -> None:
    add(pair.left, FERRY)
    add(pair.right, FERRY)
    made = [decide(pair.left, MET, "reject"), decide(pair.right, MET, "accept")]
    earlier, later = sorted(made, key=lambda decision: decision.id)
    decide(pair.right, AGREED)
    merged = merge(pair.left, pair.right_path)
    assert merged.conflicts == 1
    assert decisions.conflicts(pair.left) == [(earlier, later)]
    assert [one for one in decisions.states(pair.left, "ana", MET.article) if one.subject == MET.id] == [later]


def test_what_follows_a_conflict_is_no_conflict(pair: Pair) -> None:
    add(pair.left, FERRY)
    add(pair.right, FERRY)
    decide(pair.left, MET, "reject")
    decide(pair.right, MET, "accept")
    merge(pair.left, pair.right_path)
    decide(pair.left, MET, "skip")
    assert len(decisions.conflicts(pair.left)) == 1


def test_one_side_alone_going_on_is_no_conflict(pair: Pair) -> None:
    add(pair.left, FERRY)
    decide(pair.left, MET)
    merge(pair.right, pair.left_path)
    decide(pair.right, MET, "reject")
    decisions.undo(pair.right, "ana")
    assert merge(pair.left, pair.right_path) == Merged(0, 0, 2, 0)
    assert decisions.redo(pair.left, "ana") is not None, "what was undone there is redone here"


def test_near_copies_from_two_databases_find_each_other(pair: Pair) -> None:
    add(pair.left, FLOOD)
    add(pair.right, FLOOD.replace("Karvia dam holds", "Flood: dam stands firm"), BRIDGE, label="other.txt")
    found = pair.both_ways("select count(*), count(distinct cluster) from article")
    assert found == [(3, 2)]


def test_a_missing_database_is_not_made(pair: Pair, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere\.db: no such database"):
        merge(pair.left, tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize("content", [b"", b"Ferry talks resume in Lind\n" * 50])
def test_what_is_no_database_is_refused_and_left_as_it_was(pair: Pair, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(content)
    with pytest.raises(StoreError, match=r"other\.db"):
        merge(pair.left, other)
    assert other.read_bytes() == content


def test_a_database_is_not_merged_with_itself(pair: Pair, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(pair.left_path)
    for name in (pair.left_path, link):
        with pytest.raises(StoreError, match="is the database itself; name another one"):
            merge(pair.left, name)


def test_a_merge_that_fails_changes_nothing(pair: Pair) -> None:
    add(pair.right, *ARTICLES)
    decide(pair.right, MET)
    pair.right.execute("pragma foreign_keys = off")
    pair.right.execute("pragma ignore_check_constraints = on")
    pair.right.execute("insert into zone values ('no article', 0, 1, 'margin')")
    with pytest.raises(StoreError, match="not saved: CHECK constraint failed"):
        merge(pair.left, pair.right_path)
    assert pair.left.execute("select count(*) from article").fetchone()[0] == 0
    pair.right.execute("delete from zone where zone = 'margin'")
    assert merge(pair.left, pair.right_path).articles == 3


def test_the_other_may_be_open_elsewhere(pair: Pair) -> None:
    add(pair.right, FERRY)
    decide(pair.right, MET)
    reading_on = pair.right.execute("select * from decision")
    assert merge(pair.left, pair.right_path).decisions == 1
    decide(pair.right, AGREED)
    assert merge(pair.left, pair.right_path).decisions == 1
    reading_on.close()


def test_of_two_imports_of_one_source_the_earlier_counts(pair: Pair) -> None:
    for connection, label, imported_at in (
        (pair.left, "b.txt", "2026-11-21T10:00:00Z"),
        (pair.right, "a.txt", "2026-11-20T10:00:00Z"),
    ):
        sources.add(connection, source(label, FERRY, id="one sha256"))
        connection.execute("update source set imported_at = ?", (imported_at,))
    assert pair.both_ways("select label, imported_at from source") == [("a.txt", "2026-11-20T10:00:00Z")]


def described(connection: sqlite3.Connection, one: Article) -> None:
    place = Occurrence("one sha256", 0, len(one.text))
    sources.add(connection, SourceText(Source("one sha256", "a.txt", "utf-8", len(one.text)), ((one, place),)))


def test_what_one_knows_of_an_article_and_the_other_does_not_is_kept(pair: Pair) -> None:
    described(pair.left, Article(FERRY, article(FERRY).zones, "Ferry talks", Meta(dateline="LIND", outlet="Wire")))
    described(pair.right, Article(FERRY, (), "", Meta(published="2016-05-04", outlet="Northern Wire")))
    found = pair.both_ways("select title, dateline, published, outlet, url from article")
    assert found == [("Ferry talks", "LIND", "2016-05-04", "Northern Wire", None)]


def test_zones_are_one_sides_or_the_others_and_never_a_mixture(pair: Pair) -> None:
    whole, split = (Zone(0, len(FERRY), "body"),), (Zone(0, 26, "headline"), Zone(27, len(FERRY), "body"))
    described(pair.left, Article(FERRY, whole))
    described(pair.right, Article(FERRY, split))
    found = pair.both_ways("select start, end, zone from zone order by start")
    assert found in (
        [tuple(map(str, whole))],
        [(0, 26, "headline"), (27, len(FERRY), "body")],
        [(0, len(FERRY), "body")],
    )


def test_zones_that_only_one_side_has_are_taken_and_the_clusters_follow(pair: Pair) -> None:
    for connection, zones in ((pair.left, ()), (pair.right, (Zone(0, len(FLOOD), "body"),))):
        described(connection, Article(FLOOD, zones))
    retold = FLOOD.replace("Karvia dam holds", "Flood: dam stands firm")
    add(pair.left, retold, label="retold.txt")
    smallest = min(article(text).id for text in (FLOOD, retold))
    assert pair.both_ways("select distinct cluster from article") == [(smallest,)]


def test_of_two_analyses_one_is_kept_whole(pair: Pair) -> None:
    seen = {"left": Analysis(((0, 26),), ((0, 5),), ()), "right": Analysis(((0, 26),), ((0, 5), (6, 11)), ())}
    for connection, analysis in ((pair.left, seen["left"]), (pair.right, seen["right"])):
        add(connection, FERRY)
        runs.save(connection, begin(connection), MET.article, [], analysis)
    pair.both_ways("select * from analysis")
    merge(pair.left, pair.right_path)
    assert reading.analysis_of(pair.left, MET.article).whole in seen.values()


def test_unknown_keys_of_both_sides_are_kept(pair: Pair) -> None:
    place = (NamedOccurrence("a.txt", 0, len(FERRY)),)
    sources.add_named(pair.left, [NamedArticle(article(FERRY), place, {"desk": "north", "rank": [2, None]})])
    sources.add_named(pair.right, [NamedArticle(article(FERRY), place, {"grade": 3, "desk": "south"})])
    found = pair.both_ways("select extra from article")
    assert found == [('{"desk":"north","grade":3,"rank":[2,null]}',)]


def test_a_file_takes_the_place_of_the_others_stand_in(pair: Pair) -> None:
    place = (NamedOccurrence("wire.txt", 0, len(FERRY)),)
    sources.add_named(pair.left, [NamedArticle(article(FERRY), place)])
    add(pair.right, FERRY)
    assert pair.both_ways("select id, label from source") == [("sha256 of wire.txt", "wire.txt")]


def test_reviewers_come_over_and_stay_where_they_are_here(pair: Pair) -> None:
    add(pair.left, FERRY)
    add(pair.right, FERRY, HARBOUR, label="evening.txt")
    progress.keep_place(pair.left, "ana", Place(MET.article, MET.id))
    progress.keep_place(pair.right, "ana", Place(SHELLED.article, None))
    progress.keep_place(pair.right, "ben", Place(SHELLED.article, KILLED.id))
    assert pair.both_ways("select reviewer from reviewer") == [("ana",), ("ben",)]
    merge(pair.left, pair.right_path)
    assert progress.enter(pair.left, "ana") == Place(MET.article, MET.id)
    assert progress.enter(pair.left, "ben") == Place(SHELLED.article, KILLED.id)


def test_a_merge_into_a_new_database_is_a_copy(pair: Pair, tmp_path: Path) -> None:
    add(pair.left, *ARTICLES)
    extract(pair.left, [MET, SHELLED])
    decide(pair.left, MET)
    copy = open_database(tmp_path / "copy.db", create=True)
    merge(copy, pair.left_path)
    for table in ("source", "article", "occurrence", "zone", "run", "run_article", "proposal", "decision"):
        rows = [sorted(map(tuple, each.execute(f"select * from {table}")), key=repr) for each in (copy, pair.left)]
        assert rows[0] == rows[1]
    close(copy)
