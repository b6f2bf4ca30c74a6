"""Sources and articles: what is new comes in, what is known does nothing."""

import random
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.model import Article, Meta, SourceText
from annotations.store import reading, sources
from annotations.store.connection import open_database
from annotations.store.reading import NamedOccurrence
from annotations.store.sources import Added, NamedArticle
from tests.annotations.store.newsroom import ARTICLES, BRIDGE, FERRY, HARBOUR, article, source


def content(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    tables = ("source", "article", "occurrence", "zone", "shingle")
    return [list(map(tuple, connection.execute(f"select * from {table} order by 1, 2"))) for table in tables]


def places(connection: sqlite3.Connection, text: str) -> list[tuple[str, int, int]]:
    stored = reading.article_of(connection, article(text).id)
    return [(place.label, place.start, place.end) for place in stored.occurrences]


def named(text: str, label: str, start: int = 0, **extra: object) -> NamedArticle:
    return NamedArticle(article(text), (NamedOccurrence(label, start, start + len(text)),), extra)


def test_a_source_brings_its_articles_in_their_order(fresh_db: sqlite3.Connection) -> None:
    assert sources.add(fresh_db, source("wire.txt", *ARTICLES)) == Added(articles=3, occurrences=3)
    titles = [reading.article_of(fresh_db, each).article.title for each in reading.article_ids(fresh_db)]
    assert titles == ["Ferry talks resume in Lind", "Shells hit Olmo harbour", "Army retakes Sund bridge"]


def test_an_article_reads_back_as_it_was(fresh_db: sqlite3.Connection) -> None:
    meta = Meta("LIND", "2016-05-04", "Northern Wire", "https://wire.example/1")
    given = Article(FERRY + "\r\n\x00\u202e😀", article(FERRY).zones, "Ferry talks", meta)
    (_, place), *_ = source("wire.txt", given.text).articles
    sources.add(fresh_db, SourceText(source("wire.txt", given.text).source, ((given, place),)))
    stored = reading.article_of(fresh_db, given.id)
    assert stored.article == given
    assert (stored.seq, stored.cluster, stored.extra) == (1, given.id, {})


def test_a_source_that_is_known_does_nothing(newsroom: sqlite3.Connection) -> None:
    before = content(newsroom)
    assert sources.add(newsroom, source("wire.txt", *ARTICLES)) == Added()
    assert content(newsroom) == before


def test_a_source_is_known_by_its_content_and_not_by_its_name(newsroom: sqlite3.Connection) -> None:
    renamed = source("renamed.txt", *ARTICLES, id="sha256 of wire.txt")
    assert sources.add(newsroom, renamed) == Added()
    assert places(newsroom, FERRY) == [("wire.txt", 0, len(FERRY))]


def test_an_article_found_again_is_the_same_with_one_more_place(newsroom: sqlite3.Connection) -> None:
    assert sources.add(newsroom, source("evening.txt", BRIDGE, FERRY)) == Added(occurrences=2)
    assert places(newsroom, FERRY) == [
        ("evening.txt", len(BRIDGE) + 2, len(BRIDGE) + 2 + len(FERRY)),
        ("wire.txt", 0, len(FERRY)),
    ]


def test_an_article_that_stands_twice_in_one_source_has_two_places(fresh_db: sqlite3.Connection) -> None:
    assert sources.add(fresh_db, source("wire.txt", FERRY, FERRY)) == Added(articles=1, occurrences=2)
    assert len(places(fresh_db, FERRY)) == 2


def test_a_source_of_which_one_article_fails_brings_nothing(fresh_db: sqlite3.Connection) -> None:
    text = source("wire.txt", FERRY, HARBOUR)
    broken = Article(HARBOUR, article(HARBOUR).zones * 2, "zones that stand twice")
    with pytest.raises(Exception, match="not saved: UNIQUE constraint failed: zone"):
        sources.add(fresh_db, SourceText(text.source, (text.articles[0], (broken, text.articles[1][1]))))
    assert content(fresh_db) == [[]] * 5


def test_a_record_that_names_an_unknown_source_has_a_stand_in(fresh_db: sqlite3.Connection) -> None:
    assert sources.add_named(fresh_db, [named(FERRY, "wire.txt")]) == Added(articles=1, occurrences=1)
    assert places(fresh_db, FERRY) == [("wire.txt", 0, len(FERRY))]
    assert sources.is_known(fresh_db, sources.stand_in_id("wire.txt"))


def test_a_record_that_names_a_known_place_adds_none(newsroom: sqlite3.Connection) -> None:
    assert sources.add_named(newsroom, [named(FERRY, "wire.txt")]) == Added()
    assert not sources.is_known(newsroom, sources.stand_in_id("wire.txt"))


def test_the_file_itself_takes_the_place_of_its_stand_in(fresh_db: sqlite3.Connection) -> None:
    sources.add_named(fresh_db, [named(FERRY, "wire.txt")])
    assert sources.add(fresh_db, source("wire.txt", FERRY)).articles == 0
    assert places(fresh_db, FERRY) == [("wire.txt", 0, len(FERRY))]
    assert [row["id"] for row in fresh_db.execute("select id from source")] == ["sha256 of wire.txt"]


def test_a_stand_in_stays_where_the_file_has_less_than_was_told_of_it(fresh_db: sqlite3.Connection) -> None:
    sources.add_named(fresh_db, [named(FERRY, "wire.txt"), named(HARBOUR, "wire.txt", 900)])
    sources.add(fresh_db, source("wire.txt", FERRY))
    assert places(fresh_db, HARBOUR) == [("wire.txt", 900, 900 + len(HARBOUR))]
    assert sources.is_known(fresh_db, sources.stand_in_id("wire.txt"))


def test_what_a_record_says_besides_is_kept_and_what_was_said_first_stands(fresh_db: sqlite3.Connection) -> None:
    for extra in ({"desk": "north"}, {"desk": "south", "grade": 2}, {"desk": "west"}):
        sources.add_named(fresh_db, [named(FERRY, "wire.txt", **extra)])
    assert reading.article_of(fresh_db, article(FERRY).id).extra == {"desk": "north", "grade": 2}


@settings(max_examples=15)
@given(st.lists(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=4), min_size=1, max_size=4), st.randoms())
def test_the_order_of_imports_changes_only_the_queue(papers: list[list[str]], chance: random.Random) -> None:
    def imported(order: list[int]) -> list[list[tuple[object, ...]]]:
        with tempfile.TemporaryDirectory() as folder:
            connection = open_database(Path(folder) / "goldwire.db", create=True)
            for number in order:
                sources.add(connection, source(f"{number}.txt", *papers[number]))
            queries = ("select id, title, cluster from article", "select * from occurrence", "select * from zone")
            shown = [sorted(map(tuple, connection.execute(query))) for query in queries]
            connection.close()
            return shown

    order = list(range(len(papers)))
    other = chance.sample(order, len(order))
    assert imported(order) == imported(other)
