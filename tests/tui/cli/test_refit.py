"""``goldwire extract --refit``: the confidence from what was decided, and runs that go by it."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.stories import BRIDGE, DAM, FERRY, write
from tests.tui.cli.conftest import Program


@pytest.fixture
def news(goldwire: Program) -> Program:
    """The program beside a database with three articles and their proposals."""
    for name, text in (("a.txt", BRIDGE), ("b.txt", FERRY), ("c.txt", DAM)):
        write(goldwire.folder / name, text)
    goldwire.done("import", ".")
    goldwire.done("extract")
    return goldwire


def decide(goldwire: Program, verdict: str, reviewer: str = "ana") -> int:
    """Accept or reject every proposal; how many there are."""
    records = [json.loads(line) for line in goldwire.done("export", "--candidates", "rules").splitlines()]
    number = 0
    for record in records:
        number += len(record["events"])
        if verdict == "reject":
            record["rejected"] = record.pop("events")
        record["complete"] = False
    write(goldwire.folder / "decided.jsonl", "\n".join(map(json.dumps, records)))
    goldwire.done("import", "decided.jsonl", "--gold", "--reviewer", reviewer)
    return number


def confidences(goldwire: Program) -> list[float]:
    records = [json.loads(line) for line in goldwire.done("export", "--candidates", "rules").splitlines()]
    return [event["confidence"] for record in records for event in record["events"]]


def gold(goldwire: Program) -> str:
    return goldwire.done("export", "--reviewer", "ana")


def query(goldwire: Program, text: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(goldwire.folder / "goldwire.db")) as connection:
        return connection.execute(text).fetchall()


def test_without_decisions_it_says_so_and_extracts_nothing(news: Program) -> None:
    assert news.refusal("extract", "--refit") == "nobody has decided anything yet; `goldwire review` begins"
    assert query(news, "select count(*) from run") == [(1,)]
    assert query(news, "select count(*) from confidence") == [(0,)]


@pytest.mark.parametrize(("verdict", "sign"), [("accept", 1), ("reject", -1)])
def test_what_was_decided_moves_the_confidence_of_a_new_run(news: Program, verdict: str, sign: int) -> None:
    number = decide(news, verdict)
    before = confidences(news)
    fitted, extracted = news.done("extract", "--refit").splitlines()
    right = number if verdict == "accept" else 0
    assert fitted == (
        f"confidence: rates of rule groups from {number} proposals that ana decided, {right} of them right, "
        "0 articles complete; the model itself is fitted from 20 on"
    )
    assert extracted.startswith(f"3 articles, {number} proposals by rules")
    after = confidences(news)
    assert all(sign * (now - then) > 0 for then, now in zip(before, after, strict=True))


def test_it_changes_nothing_that_was_decided_or_proposed(news: Program) -> None:
    decide(news, "accept")
    decided, proposed = gold(news), query(news, "select * from proposal order by run, article, event")
    news.done("extract", "--refit")
    assert gold(news) == decided
    assert query(news, "select * from proposal order by run, article, event")[: len(proposed)] == proposed
    stats = json.loads(news.done("stats", "--json"))
    assert stats["candidates"] == stats["decided"], "what is decided is not asked again"


def test_a_run_says_by_which_weights_it_went_and_later_runs_go_by_the_same(news: Program) -> None:
    decide(news, "reject")
    news.done("extract", "--refit")
    (before,), (after,) = query(news, "select rules from run order by id")
    assert before != after
    assert news.done("extract").startswith("nothing to do")
    refitted = confidences(news)
    write(news.folder / "d.txt", BRIDGE.replace("two guards", "three guards"))
    news.done("import", "d.txt", "--split", "none")
    assert news.done("extract").startswith("1 article, ")
    assert query(news, "select distinct rules from run order by rules") == sorted([(before,), (after,)])
    assert max(confidences(news)) <= max(refitted)


def test_refitting_twice_from_the_same_decisions_comes_to_the_same(news: Program) -> None:
    decide(news, "accept")
    first = news.done("extract", "--refit").splitlines()[0]
    again, extracted = news.done("extract", "--refit").splitlines()
    assert again == first
    assert extracted.startswith("nothing to do")


def test_without_its_rows_the_shipped_weights_are_in_force_again(news: Program) -> None:
    shipped = confidences(news)
    decide(news, "reject")
    news.done("extract", "--refit")
    with closing(sqlite3.connect(news.folder / "goldwire.db")) as connection, connection:
        connection.execute("delete from confidence")
    news.done("extract")
    assert confidences(news) == shipped


def test_of_several_reviewers_one_must_be_named(news: Program) -> None:
    decide(news, "accept")
    decide(news, "reject", "ben")
    assert "several reviewers decided here: ana, ben" in news.refusal("extract", "--refit")
    assert "that ben decided, 0 of them right" in news.done("extract", "--refit", "--reviewer", "ben")


def test_a_reviewer_is_named_for_a_refit_alone(news: Program) -> None:
    ended = news("extract", "--reviewer", "ana")
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "--reviewer is for --refit" in ended.err


def test_several_processes_go_by_the_same_weights(news: Program) -> None:
    decide(news, "accept")
    news.done("extract", "--refit", "--workers", "2")
    parallel = confidences(news)
    with closing(sqlite3.connect(news.folder / "goldwire.db")) as connection, connection:
        connection.execute("update run set version = '0'")
    news.done("extract")
    assert confidences(news) == parallel
