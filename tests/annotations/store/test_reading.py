"""Articles and their analyses as they are read back."""

import sqlite3

import pytest

from annotations.model import Analysis, Mention
from annotations.store import reading, runs
from tests.annotations.store.newsroom import FERRY, MET, article, begin


def test_an_unknown_article_is_an_error(fresh_db: sqlite3.Connection) -> None:
    assert not reading.exists(fresh_db, "0123456789abcdef")
    with pytest.raises(KeyError, match="0123456789abcdef"):
        reading.article_of(fresh_db, "0123456789abcdef")


def test_an_article_that_was_not_extracted_has_an_empty_analysis(newsroom: sqlite3.Connection) -> None:
    assert reading.exists(newsroom, article(FERRY).id)
    assert reading.analysis_of(newsroom, article(FERRY).id).whole == Analysis()


def test_an_analysis_reads_back_and_the_newest_counts(newsroom: sqlite3.Connection) -> None:
    first = Analysis(
        ((0, 26), (27, 67)), ((0, 5), (6, 11)), (Mention(22, 26, "entity", "GPE"), Mention(0, 5, "number"))
    )
    second = Analysis(((0, 26),), (), ())
    for analysis in (first, second):
        runs.save(newsroom, begin(newsroom), MET.article, [], analysis)
        assert reading.analysis_of(newsroom, MET.article).whole == analysis


def test_a_run_that_saw_nothing_leaves_the_analysis_alone(newsroom: sqlite3.Connection) -> None:
    seen = Analysis(((0, 26),), ((0, 5),), ())
    runs.save(newsroom, begin(newsroom), MET.article, [], seen)
    runs.save(newsroom, begin(newsroom, extractor="imported"), MET.article, [])
    assert reading.analysis_of(newsroom, MET.article).whole == seen


def test_mentions_can_be_queried(newsroom: sqlite3.Connection) -> None:
    seen = Analysis((), (), (Mention(22, 26, "entity", "GPE"),))
    runs.save(newsroom, begin(newsroom), MET.article, [], seen)
    found = newsroom.execute(
        "select substr(text, start + 1, end - start), kind, label from mention join article on article.id = article"
    )
    assert [tuple(row) for row in found] == [("Lind", "entity", "GPE")]
