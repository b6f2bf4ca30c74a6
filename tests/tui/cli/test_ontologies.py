"""``--ontology``: types, roles and rules of one's own, from import to gold."""

import json
from pathlib import Path

import pytest

from tests.stories import BRIDGE, write
from tests.tui.cli.conftest import Program

FOOTBALL = Path(__file__).parents[3] / "examples" / "football"
GAME = "Late winner sinks Northport\n\nLISBON (Ball Wire) - The winger scored in Lisbon on Sunday.\n"


@pytest.fixture
def games(goldwire: Program) -> Program:
    """The program in a folder with a report of a game."""
    (goldwire.folder / "game.txt").write_text(GAME, "utf-8")
    return goldwire


def test_an_ontology_of_ones_own_goes_through_every_command(games: Program) -> None:
    games.environment["GOLDWIRE_ONTOLOGY"] = str(FOOTBALL)
    games.done("import", "game.txt")
    games.done("extract")
    record = json.loads(games.done("export", "--candidates", "rules"))
    assert record["ontology"] == "football/1"
    assert {event["type"] for event in record["events"]} == {"Match.Score"}
    (games.folder / "gold.jsonl").write_text(json.dumps(record), "utf-8")
    games.done("import", "gold.jsonl", "--gold", "--reviewer", "ana")
    assert json.loads(games.done("score", "--extractor", "rules", "--json"))["micro"]["AC+"]["f1"] == 1
    assert "Match.Score" in games.done("explain", "The striker netted in Porto.")


def test_a_database_of_another_ontology_is_refused(games: Program) -> None:
    write(games.folder / "bridge.txt", BRIDGE)
    games.done("import", "bridge.txt")
    games.done("extract")
    for command in (["extract"], ["review"], ["export", "--candidates", "rules"], ["score", "--extractor", "rules"]):
        refused = games.refusal(*command, "--ontology", FOOTBALL)
        assert refused == "the database has events of conflict/1, not of football/1: name its folder with --ontology"


def test_a_folder_without_an_ontology_is_told_so(games: Program) -> None:
    assert "an ontology is a folder with an ontology.toml" in games.refusal("extract", "--ontology", "nowhere")


def test_a_folder_that_is_mistyped_is_told_the_nearest(games: Program) -> None:
    (games.folder / "football").mkdir()
    assert games.refusal("extract", "--ontology", "footbal").endswith(f"did you mean {games.folder / 'football'}?")
