"""The full text: whatever brings articles in is found, and whatever is typed is words."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.review.folding import fold
from annotations.store import searching
from annotations.store.connection import open_database
from annotations.store.merge import merge
from tests.annotations.store.newsroom import BRIDGE, FERRY, HARBOUR, MET, add, article, extract

CHECK = "insert into article_text(article_text, rank) values ('integrity-check', 1)"
"""Raises where the index is not what the texts say."""


def found(connection: sqlite3.Connection, words: str) -> list[str]:
    """The articles' titles."""
    seqs = searching.articles_with(connection, words)
    return [one.title for one in searching.found_articles(connection, seqs)]


def test_words_are_found_one_behind_the_other_the_last_by_its_beginning(newsroom: sqlite3.Connection) -> None:
    ferry, harbour, bridge = (article(text).title for text in (FERRY, HARBOUR, BRIDGE))
    assert found(newsroom, "agreed a tru") == [ferry]
    assert found(newsroom, "agreed truce") == []
    assert found(newsroom, "olmo") == [harbour]
    assert found(newsroom, "lind\nenvoys") == [ferry], "across lines"
    assert found(newsroom, "bridge") == [bridge]
    assert found(newsroom, "ridge") == [], "words begin at their beginning"


def test_an_article_that_was_found_says_where_it_stands(newsroom: sqlite3.Connection) -> None:
    add(newsroom, FERRY, label="again.txt")
    extract(newsroom, [MET], articles=[FERRY])
    (one,) = searching.found_articles(newsroom, searching.articles_with(newsroom, "ferry"))
    assert (one.seq, one.id, one.source, one.extracted, one.text) == (
        1, article(FERRY).id, "again.txt, wire.txt", True, FERRY
    )  # fmt: skip
    (other,) = searching.found_articles(newsroom, searching.articles_with(newsroom, "harbour"))
    assert not other.extracted


def test_what_was_imported_merged_or_refused_leaves_the_index_right(
    newsroom: sqlite3.Connection, tmp_path: Path
) -> None:
    with closing(open_database(tmp_path / "other.db", create=True)) as other:
        add(other, HARBOUR, "Pilots strike in Sund\nNobody sails.", label="evening.txt")
    merge(newsroom, tmp_path / "other.db")
    assert found(newsroom, "nobody sails") == ["Pilots strike in Sund"]
    assert found(newsroom, "dockers") == ["Shells hit Olmo harbour"]
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        newsroom.execute("update article set seq = seq + 10")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        newsroom.execute("delete from article")
    newsroom.execute(CHECK)


def test_a_vacuum_leaves_the_index_right(newsroom: sqlite3.Connection) -> None:
    newsroom.execute("vacuum")
    assert found(newsroom, "envoys") == ["Ferry talks resume in Lind"]
    newsroom.execute(CHECK)


def test_an_import_that_fails_is_not_in_the_index(newsroom: sqlite3.Connection) -> None:
    newsroom.execute("begin")
    add(newsroom, "Late ferry\nIt came.", label="late.txt")
    newsroom.execute("rollback")
    assert found(newsroom, "late ferry") == []
    newsroom.execute(CHECK)


@pytest.mark.parametrize(
    "words",
    [
        *('"', '""', "'", '"ferry', "ferry*", "-ferry", "^ferry", "(", "*", "+", "\\", "—", "", " "),
        *("NEAR(ferry talks)", "ferry OR olmo", "ferry AND", "text:ferry", "{a b}: c"),
        *("\0", "fer\0ry", "ferry\0", "\ud800"),
    ],
)
def test_whatever_is_typed_is_words(newsroom: sqlite3.Connection, words: str) -> None:
    titles = found(newsroom, words)
    assert titles == ([article(FERRY).title] if words in {'"ferry', "ferry*", "-ferry", "^ferry", "ferry\0"} else [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=200)
@given(words=st.text(max_size=30))
def test_no_text_is_an_error(newsroom: sqlite3.Connection, words: str) -> None:
    searching.articles_with(newsroom, words)


def test_letters_fold_as_the_full_text_folds_them() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table one using fts5(text, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("create virtual table term using fts5vocab(one, instance)")
    letters = [chr(code) for code in (*range(0xC0, 0x250), *range(0x410, 0x450), *range(0x1E00, 0x1F00))]
    letters = [one for one in letters if one.isalpha() and len(fold(one)) == 1]
    connection.executemany("insert into one(rowid, text) values (?, ?)", [(ord(one), f"x{one}x") for one in letters])
    terms = {code: term[1:-1] for code, term in connection.execute("select doc, term from term")}
    connection.close()
    differ = {one for one in letters if fold(one) != terms[ord(one)]}
    assert differ <= set("Ǡǡẛ"), "what SQLite's tables lack"
