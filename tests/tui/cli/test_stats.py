"""``goldwire stats``: every count by its name."""

import json
from contextlib import closing

from annotations.store import decisions
from annotations.store.connection import open_database
from annotations.store.decisions import Change
from tests.stories import BRIDGE, DAM, FREED, KILLED, RELEASED, SEIZED, URGED, as_json, line, write
from tests.tui.cli.conftest import Program


def test_everything_is_counted(goldwire: Program) -> None:
    bridge = line(BRIDGE, as_json(SEIZED, flag=True), rejected=[as_json(URGED)], skipped=[as_json(KILLED)])
    write(goldwire.folder / "gold.jsonl", bridge)
    write(goldwire.folder / "dam.txt", DAM)
    goldwire.done("import", "dam.txt")
    goldwire.done("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    said = line(BRIDGE, as_json(SEIZED)), line(DAM, as_json(FREED), as_json(RELEASED))
    goldwire.done("import", "-", "--predictions", "mine", stdin="".join(said).encode())
    assert json.loads(goldwire.done("stats", "--json")) == {
        "sources": 1,
        "occurrences": 1,
        "articles": 2,
        "clusters": 2,
        "complete": 1,
        "candidates": 4,
        "decided": 2,
        "skipped": 1,
        "gold": 1,
        "rejected": 1,
        "flagged": 1,
        "extracted": 2,
        "reviewer": "ana",
    }
    assert "candidates           4" in goldwire.done("stats")


def test_before_anyone_decides_there_is_no_reviewer(goldwire: Program) -> None:
    write(goldwire.folder / "dam.txt", DAM)
    goldwire.done("import", "dam.txt")
    found = json.loads(goldwire.done("stats", "--json"))
    assert (found["articles"], found["decided"], found["reviewer"]) == (1, 0, None)
    assert "nobody has decided anything yet" in goldwire.refusal("stats", "--reviewer", "ana")


def test_with_several_reviewers_one_must_be_named(goldwire: Program) -> None:
    write(goldwire.folder / "gold.jsonl", line(DAM, as_json(FREED)))
    for name in ("ana", "ben"):
        goldwire.done("import", "gold.jsonl", "--gold", "--reviewer", name)
    assert "ana, ben" in goldwire.refusal("stats")
    assert json.loads(goldwire.done("stats", "--json", "--reviewer", "ben"))["gold"] == 1


def test_a_name_that_another_database_brought_does_no_harm(goldwire: Program) -> None:
    write(goldwire.folder / "dam.txt", DAM)
    goldwire.done("import", "dam.txt")
    with closing(open_database(goldwire.folder / "goldwire.db")) as connection:
        article = connection.execute("select id from article").fetchone()["id"]
        decisions.append(connection, "an\x1b[31ma", [Change(article, article, "flag", "true")])
    assert goldwire.done("stats").splitlines()[-1].split() == ["reviewer", "an␛[31ma"]
