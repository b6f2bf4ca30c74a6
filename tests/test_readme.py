"""README says what is so."""

import re
from pathlib import Path

from click.testing import CliRunner

from annotations.ontology import Ontology
from examples.keys import key_table, with_keys
from tui.actions import ACTIONS
from tui.cli.commands import COMMANDS, goldwire

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_key_table_is_the_apps_own() -> None:
    assert with_keys(README) == README


def test_the_key_table_has_every_action_with_its_keys(conflict: Ontology) -> None:
    table = key_table(conflict)
    for action in ACTIONS:
        assert action.help in table
    assert "| `1–6` |" in table
    assert "| `j` `↓` |" in table


def test_every_file_that_it_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_is_named_and_every_command_named_is_there() -> None:
    named = set(re.findall(r"(?:^|`|bin/)goldwire ([a-z]+)", README, re.MULTILINE))
    assert named == set(COMMANDS)


def test_the_commands_that_it_shows_have_help() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(goldwire, [name, "--help"])
        assert result.exit_code == 0
        assert "Examples:" in result.output
