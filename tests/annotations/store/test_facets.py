"""The state of an article's facets, folded from its decisions."""

import sqlite3

from annotations.store.facets import facets_of
from tests.annotations.store.newsroom import AGREED, FERRY, MET, article, decide, denied, retyped


def gold(connection: sqlite3.Connection) -> dict[str, str]:
    return facets_of(connection, "ana", article(FERRY).id).gold


def test_an_event_is_gold_by_the_subject_that_it_was_made_of(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, AGREED)
    decide(newsroom, MET, "reject")
    another = retyped(MET, "Diplomacy.Host")
    decide(newsroom, another, "edit", subject=MET.id)
    assert gold(newsroom) == {AGREED.id: AGREED.id, another.id: MET.id}


def test_a_rejected_or_skipped_event_is_not_gold(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET, "reject")
    decide(newsroom, AGREED, "skip")
    assert gold(newsroom) == {}


def test_of_two_subjects_that_make_one_event_the_later_counts(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET, "add")
    decide(newsroom, denied(MET), "edit", subject=AGREED.id)
    assert gold(newsroom) == {MET.id: AGREED.id}
    decide(newsroom, MET, "add")
    assert gold(newsroom) == {MET.id: MET.id}
