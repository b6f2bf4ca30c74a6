"""Gold: what the verdicts amount to, for one reviewer."""

import sqlite3

import pytest

from annotations.errors import StoreError
from annotations.store import decisions, gold
from tests.annotations.store.newsroom import (
    AGREED,
    BRIDGE,
    FERRY,
    HARBOUR,
    KILLED,
    MET,
    SEIZED,
    SHELLED,
    article,
    comment,
    complete,
    decide,
    denied,
    extract,
    flag,
    retyped,
    ruling,
)  # fmt: skip


def gilded(connection: sqlite3.Connection, reviewer: str = "ana") -> list[tuple[str, str, str]]:
    rows = connection.execute(
        "select trigger, type, status from gold where reviewer = ? order by decision", (reviewer,)
    )
    return [(row["trigger"], row["type"], row["status"]) for row in rows]


def test_accepts_edits_and_additions_are_gold(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED, KILLED])
    decide(newsroom, MET)
    decide(newsroom, denied(AGREED), "edit")
    decide(newsroom, SEIZED, "add")
    decide(newsroom, KILLED, "reject")
    decide(newsroom, SHELLED, "skip")
    assert gilded(newsroom) == [
        ("met", "Diplomacy.Meet", "occurred"),
        ("agreed", "Ceasefire.Agree", "denied"),
        ("seized", "Territory.Seize", "occurred"),
    ]


def test_an_event_that_was_edited_into_another_is_gold_once(newsroom: sqlite3.Connection) -> None:
    assault = retyped(SHELLED, "Attack.Assault")
    decide(newsroom, assault, "edit", subject=SHELLED.id)
    decide(newsroom, denied(assault), "add")
    assert gilded(newsroom) == [("shelled", "Attack.Assault", "denied")]
    judged = gold.judged_article(newsroom, "ana", SHELLED.article)
    assert [one.verdict.event for one in judged.events] == [denied(assault)]


def test_a_new_run_never_alters_gold(newsroom: sqlite3.Connection) -> None:
    extract(newsroom, [MET, AGREED])
    decide(newsroom, MET)
    before = list(map(tuple, newsroom.execute("select * from gold")))
    extract(newsroom, [denied(MET), SHELLED], rules="r2")
    extract(newsroom, [], rules="r3")
    assert list(map(tuple, newsroom.execute("select * from gold"))) == before


def test_the_arguments_of_gold_can_be_queried(newsroom: sqlite3.Connection) -> None:
    decide(newsroom, SHELLED)
    decide(newsroom, KILLED)
    found = newsroom.execute("select type, role, text from gold_argument order by type, role")
    assert list(map(tuple, found)) == [
        ("Attack.Shelling", "actor", "Gunners"),
        ("Attack.Shelling", "target", "Olmo"),
        ("Harm.Kill", "count", "two"),
        ("Harm.Kill", "target", "dockers"),
    ]


def test_an_article_is_judged_with_flags_comments_and_what_was_shown(newsroom: sqlite3.Connection) -> None:
    run = extract(newsroom, [SHELLED, KILLED])
    changes = [ruling(SHELLED, run=run), ruling(KILLED, "reject", reason="not_an_event"), flag(SHELLED)]
    decisions.append(newsroom, "ana", [*changes, comment(KILLED, "a name"), complete(HARBOUR)])
    judged = gold.judged_article(newsroom, "ana", SHELLED.article)
    shelled, killed = judged.events
    assert (shelled.flag, shelled.comment, shelled.extractor, shelled.confidence) == (True, None, "rules", 0.5)
    assert (killed.flag, killed.comment, killed.extractor, killed.verdict.reason) == (
        False, "a name", None, "not_an_event",
    )  # fmt: skip
    assert judged.complete


def test_events_come_in_the_order_of_the_text(newsroom: sqlite3.Connection) -> None:
    for event in (KILLED, retyped(SHELLED, "Attack.Assault"), SHELLED):
        decide(newsroom, event)
    judged = gold.judged_article(newsroom, "ana", SHELLED.article)
    assert [(one.verdict.event.trigger.text, one.verdict.event.type) for one in judged.events] == [
        ("shelled", "Attack.Assault"),
        ("shelled", "Attack.Shelling"),
        ("killed", "Harm.Kill"),
    ]


def test_articles_come_in_the_order_of_the_queue(newsroom: sqlite3.Connection) -> None:
    for event in (SEIZED, MET):
        decide(newsroom, event)
    decide(newsroom, KILLED, reviewer="ben")
    assert [one for one, _ in gold.judged_articles(newsroom, "ana")] == [article(FERRY).id, article(BRIDGE).id]


def test_the_only_reviewer_need_not_be_named(newsroom: sqlite3.Connection) -> None:
    with pytest.raises(StoreError, match="nobody has decided anything yet; `goldwire review` begins"):
        gold.the_reviewer(newsroom, None)
    with pytest.raises(StoreError, match="no decisions by reviewer 'ana'; nobody has decided anything yet"):
        gold.the_reviewer(newsroom, "ana")
    decide(newsroom, MET, reviewer="ben")
    assert gold.the_reviewer(newsroom, None) == "ben"
    assert gold.the_reviewer(newsroom, "ben") == "ben"
    decide(newsroom, MET, reviewer="ana")
    with pytest.raises(StoreError, match="several reviewers decided here: ana, ben; name one with --reviewer"):
        gold.the_reviewer(newsroom, None)
    with pytest.raises(StoreError, match="no decisions by reviewer 'cleo'; reviewers here: ana, ben"):
        gold.the_reviewer(newsroom, "cleo")
