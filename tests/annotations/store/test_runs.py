"""Runs of extractors: what is pending, which proposals are live, and what was shown once."""

import sqlite3

from annotations.model import Event, Proposal
from annotations.store import runs
from tests.annotations.store.newsroom import (
    AGREED,
    ARTICLES,
    BRIDGE,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    article,
    begin,
    denied,
    extract,
)  # fmt: skip


def live(connection: sqlite3.Connection, text: str, extractor: str | None = None) -> list[Event]:
    return [found.proposal.event for found in runs.live(connection, article(text).id, extractor)]


def pending(connection: sqlite3.Connection, rules: str) -> list[str]:
    ids = runs.pending(connection, extractor="rules", version="1", model="m", rules=rules)
    return [text for identifier in ids for text in ARTICLES if article(text).id == identifier]


def test_a_proposal_reads_back(newsroom: sqlite3.Connection) -> None:
    run = begin(newsroom)
    proposal = Proposal(SHELLED, 0.83, {"rule": "verb", "zone": "body"})
    runs.save(newsroom, run, SHELLED.article, [proposal])
    assert runs.live(newsroom, SHELLED.article) == [runs.RunProposal(proposal, SHELLED.id, run.id, "rules")]
    assert runs.shown(newsroom, run.id, SHELLED.id) == runs.RunProposal(proposal, SHELLED.id, run.id, "rules")


def test_live_proposals_come_newest_run_first_then_in_text_order(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [KILLED, SHELLED])
    extract(newsroom, [SHELLED], extractor="model")
    assert live(newsroom, HARBOUR) == [SHELLED, SHELLED, KILLED]
    assert live(newsroom, HARBOUR, "rules") == [SHELLED, KILLED]
    assert live(newsroom, HARBOUR, "nobody") == []


def test_a_new_run_takes_the_place_of_the_one_before_where_it_has_been(newsroom: sqlite3.Connection) -> None:
    first = extract(newsroom, [SHELLED, MET])
    extract(newsroom, [KILLED, AGREED], rules="r2", articles=[HARBOUR])
    assert live(newsroom, HARBOUR) == [KILLED]
    assert live(newsroom, FERRY) == [MET]
    assert runs.shown(newsroom, first.id, SHELLED.id) is not None


def test_a_run_that_finds_nothing_takes_the_place_too(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [SHELLED])
    extract(newsroom, [], rules="r2")
    assert live(newsroom, HARBOUR) == []
    assert runs.covers(newsroom, SHELLED.article, "rules")


def test_of_two_proposals_for_one_event_the_more_confident_is_kept(newsroom: sqlite3.Connection) -> None:
    run = begin(newsroom)
    proposals = [Proposal(SHELLED, 0.4), Proposal(denied(SHELLED), 0.9), Proposal(SHELLED, 0.9, {"second": "yes"})]
    runs.save(newsroom, run, SHELLED.article, proposals)
    assert [found.proposal for found in runs.live(newsroom, SHELLED.article)] == [proposals[1]]


def test_articles_are_pending_until_just_these_rules_have_finished_them_last(newsroom: sqlite3.Connection) -> None:
    assert pending(newsroom, "r1") == list(ARTICLES)
    extract(newsroom, [], rules="r1", articles=[HARBOUR])
    assert pending(newsroom, "r1") == [FERRY, BRIDGE]
    extract(newsroom, [], rules="r2")
    assert pending(newsroom, "r2") == []
    assert pending(newsroom, "r1") == list(ARTICLES), "what was finished last counts"


def test_another_extractor_leaves_nothing_less_pending(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [], rules="r1", extractor="model")
    assert pending(newsroom, "r1") == list(ARTICLES)
    assert not runs.covers(newsroom, article(FERRY).id, "rules")


def test_there_are_candidates_once_something_was_proposed(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [], articles=[FERRY])
    assert not runs.has_candidates(newsroom, None)
    extract(newsroom, [SEIZED], articles=[BRIDGE])
    assert runs.has_candidates(newsroom, None)
    assert runs.has_candidates(newsroom, "rules")
    assert not runs.has_candidates(newsroom, "model")
    extract(newsroom, [], articles=[BRIDGE])
    assert not runs.has_candidates(newsroom, "rules")


def test_what_is_there_is_listed(newsroom: sqlite3.Connection) -> None:
    assert runs.extractors(newsroom) == []
    extract(newsroom, [SEIZED], articles=[BRIDGE])
    extract(newsroom, [], extractor="model", rules="hash of a file", articles=[FERRY])
    assert runs.extractors(newsroom) == ["model", "rules"]
    assert [runs.covers(newsroom, article(text).id, "model") for text in (FERRY, BRIDGE)] == [True, False]
    assert runs.imported(newsroom, "model", "hash of a file")
    assert not runs.imported(newsroom, "rules", "hash of a file")


def test_a_proposal_that_no_run_made_was_never_shown(newsroom: sqlite3.Connection) -> None:
    run = extract(newsroom, [SHELLED])
    assert runs.shown(newsroom, run.id, KILLED.id) is None
    assert runs.shown(newsroom, "another run", SHELLED.id) is None


def test_the_newest_version_of_an_event_is_found_though_it_is_not_live(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET])
    newer = extract(newsroom, [denied(MET)], rules="r2")
    extract(newsroom, [], rules="r3")
    assert live(newsroom, FERRY) == []
    found = runs.proposed(newsroom, MET.id)
    assert found is not None
    assert (found.run, found.proposal.event) == (newer.id, denied(MET))
    assert runs.proposed(newsroom, AGREED.id) is None
