"""Decisions: what a row holds, and that the latest row is the state."""

import sqlite3

from annotations.store import decisions
from annotations.store.facets import facets_of
from annotations.store.identifiers import moment
from tests.annotations.store.newsroom import (
    AGREED,
    FERRY,
    KILLED,
    MET,
    SHELLED,
    comment,
    complete,
    decide,
    extract,
    flag,
    ruling,
)  # fmt: skip


def test_a_row_says_who_decided_what_and_when(newsroom: sqlite3.Connection) -> None:
    run = extract(newsroom, [MET])
    change = ruling(MET, run=run)._replace(queue_order="text", shown_ms=1250)
    (made,) = decisions.append(newsroom, "ana", [change])
    assert (made.reviewer, made.article, made.subject, made.facet, made.act) == (
        "ana", MET.article, MET.id, "verdict", "do",
    )  # fmt: skip
    assert (made.state, made.run, made.queue_order, made.shown_ms) == (change.state, run.id, "text", 1250)
    assert (made.prior, made.target) == (None, None)
    assert made.decided_at == moment(made.id)
    assert decisions.last(newsroom, "ana") == made


def test_the_latest_row_of_a_facet_is_its_state(newsroom: sqlite3.Connection) -> None:
    first, second = decide(newsroom, MET, "reject"), decide(newsroom, MET, "accept")
    assert second.prior == first.id
    assert decisions.states(newsroom, "ana", MET.article) == [second]


def test_facets_reviewers_and_subjects_have_states_of_their_own(newsroom: sqlite3.Connection) -> None:
    verdict = decide(newsroom, MET)
    marks = decisions.append(newsroom, "ana", [flag(MET), comment(MET, "who?"), complete(FERRY), ruling(AGREED)])
    other = decide(newsroom, MET, "reject", reviewer="ben")
    assert [row.prior for row in (verdict, *marks, other)] == [None] * 6
    assert decisions.states(newsroom, "ana", MET.article) == [verdict, *marks]
    assert decisions.states(newsroom, "ben", MET.article) == [other]


def test_states_are_those_of_one_article(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, MET)
    killed = decide(newsroom, KILLED)
    assert decisions.states(newsroom, "ana", SHELLED.article) == [killed]


def test_reviewers_are_those_who_decided(newsroom: sqlite3.Connection) -> None:
    assert decisions.reviewers(newsroom) == []
    for name in ("ben", "ana", "ben"):
        decide(newsroom, MET, reviewer=name)
    assert decisions.reviewers(newsroom) == ["ana", "ben"]


def test_nothing_to_append_is_nothing(newsroom: sqlite3.Connection) -> None:
    assert decisions.append(newsroom, "ana", []) == []
    assert decisions.last(newsroom, "ana") is None


def test_names_and_comments_of_any_script_are_kept(newsroom: sqlite3.Connection) -> None:
    text = 'she said "مرحبا"\r\n\x00 \u202e😀'
    (made,) = decisions.append(newsroom, "Ána “Ж” 王", [comment(MET, text)])
    assert decisions.last(newsroom, "Ána “Ж” 王") == made
    assert facets_of(newsroom, "Ána “Ж” 王", MET.article).comments == {MET.id: text}
