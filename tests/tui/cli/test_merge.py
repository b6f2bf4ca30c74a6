"""``goldwire merge``: union, and conflicts by name."""

import json
import shutil
from pathlib import Path

from tests.stories import BRIDGE, DAM, FREED, KILLED, RELEASED, SEIZED, as_json, line, write
from tests.tui.cli.conftest import Program
from tests.tui.newsroom import build


def take(goldwire: Program, database: str, record: str, reviewer: str = "ana") -> None:
    command = ("import", "-", "--gold", "--reviewer", reviewer, "--db", database)
    goldwire.done(*command, stdin=record.encode())


def test_two_databases_become_one_and_the_other_is_not_changed(goldwire: Program) -> None:
    take(goldwire, "a.db", line(BRIDGE, as_json(SEIZED), as_json(KILLED)))
    take(goldwire, "b.db", line(DAM, as_json(FREED)), reviewer="ben")
    before = goldwire.done("export", "--db", "b.db")
    said = goldwire.done("merge", "--db", "a.db", "b.db")
    assert said == "took 1 article, 0 proposals, 2 decisions; 0 conflicts\n"
    assert goldwire.done("export", "--db", "a.db", "--reviewer", "ben") == before
    assert goldwire.done("export", "--db", "b.db") == before
    assert goldwire.done("merge", "--db", "a.db", "b.db").startswith("took 0 articles, 0 proposals, 0 decisions")


def test_a_database_that_is_not_there_yet_is_made(goldwire: Program) -> None:
    take(goldwire, "b.db", line(DAM, as_json(FREED)))
    goldwire.done("merge", "--db", "all.db", "b.db")
    assert goldwire.done("export", "--db", "all.db") == goldwire.done("export", "--db", "b.db")


def test_what_one_reviewer_decided_twice_is_listed(goldwire: Program) -> None:
    take(goldwire, "a.db", line(DAM, complete=False))
    shutil.copy(goldwire.folder / "a.db", goldwire.folder / "b.db")
    take(goldwire, "a.db", line(DAM, as_json(RELEASED), complete=False))
    take(goldwire, "b.db", line(DAM, rejected=[as_json(RELEASED)], complete=False))
    ended = goldwire("merge", "--db", "a.db", "b.db")
    first, conflict = ended.out.splitlines()
    assert (ended.code, first) == (0, "took 0 articles, 0 proposals, 1 decision; 1 conflict")
    assert "ana" in conflict
    assert "add People.Return on “released”" in conflict
    assert "reject People.Return on “released”" in conflict
    (record,) = map(json.loads, goldwire.done("export", "--db", "a.db").splitlines())
    assert (len(record["events"]), len(record["rejected"])) == (0, 1)


def test_what_is_no_other_database_is_refused(goldwire: Program) -> None:
    take(goldwire, "a.db", line(DAM, as_json(FREED)))
    write(goldwire.folder / "b.db", "no database at all, only a text of some length")
    assert "missing.db: no such database" in goldwire.refusal("merge", "--db", "a.db", "missing.db")
    assert "b.db" in goldwire.refusal("merge", "--db", "a.db", "b.db")
    assert "itself" in goldwire.refusal("merge", "--db", "a.db", "a.db")


def test_a_database_of_another_ontology_is_not_taken_in(goldwire: Program) -> None:
    football = Path(__file__).parents[3] / "examples" / "football"
    game = "Late winner\n\nThe winger scored in Olmo on Sunday.\n"
    (goldwire.folder / "game.txt").write_text(game, "utf-8")
    goldwire.done("import", "game.txt", "--db", "games.db")
    goldwire.done("extract", "--db", "games.db", "--ontology", football)
    build(goldwire.folder / "news.db")
    refused = goldwire.refusal("merge", "--db", "games.db", "news.db")
    assert refused == "news.db has events of conflict/1, this database of football/1: keep them apart, each with --db"
    assert json.loads(goldwire.done("stats", "--db", "games.db", "--json"))["articles"] == 1
