"""Help, usage errors, and what a command costs before it begins."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.tui.cli.conftest import Program
from tui.cli.commands import COMMANDS
from tui.cli.commands import goldwire as group

WITHOUT_DATABASE = ("config", "completion")


def loaded(name: str) -> click.Command:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    return command


def test_the_help_fits_a_screen_and_names_every_command(goldwire: Program) -> None:
    lines = goldwire.done("--help").splitlines()
    assert len(lines) < 24, "the prompt stands below it"
    assert max(map(len, lines)) <= 80
    for name in COMMANDS:
        assert any(line.startswith(f"  {name} ") and not line.endswith("...") for line in lines)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    command = loaded(name)
    assert command.help
    assert "Examples:" in (command.epilog or "")
    assert f"goldwire {name}" in (command.epilog or "")
    shown = command.get_help(click.Context(command, info_name=f"goldwire {name}", terminal_width=80))
    assert len(shown.splitlines()) <= 30
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or (isinstance(parameter, click.Option) and parameter.help)


def examples_of(name: str) -> list[str]:
    """The command lines that a command's help shows, without what stands beside them."""
    lines = (loaded(name).epilog or "").splitlines()
    return [re.split(r"\s{3,}", line.strip())[0] for line in lines if "goldwire " in line]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_a_command_line_that_is_right(name: str) -> None:
    shown = examples_of(name)
    assert shown
    for line in shown:
        called = re.search(r"goldwire [^|>)]*", line)
        assert called is not None, line
        _, command, *arguments = shlex.split(called[0])
        loaded(command).make_context(command, arguments).close()


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT_DATABASE])
def test_every_command_that_knows_articles_takes_a_database(name: str) -> None:
    assert any("--db" in parameter.opts for parameter in loaded(name).params)


def test_without_a_command_the_help_is_a_usage_error(goldwire: Program) -> None:
    ended = goldwire()
    assert (ended.code, ended.out) == (2, "")
    assert "Commands:" in ended.err


@pytest.mark.parametrize(("wrong", "meant"), [("imprt", "import"), ("stat", "stats"), ("Export", "export")])
def test_a_misspelt_command_is_asked_about(goldwire: Program, wrong: str, meant: str) -> None:
    ended = goldwire(wrong)
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert f"did you mean `{meant}`?" in ended.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["swaddle"], "there are review, import"),
        (["import"], "PATH"),
        (["import", "x", "--golden"], "--golden"),
        (["import", "x", "--gold", "--predictions", "y"], "exclude each other"),
        (["import", "x", "--reviewer", "ana"], "goes with --gold"),
        (["import", "x", "--gold", "--reviewer", " "], "a name"),
        (["import", "x", "--predictions", "a\nb"], "name"),
        (["import", "x", "--split", "nones"], "did you mean 'none'?"),
        (["extract", "--workers", "0"], "'0' is no whole number from 1 up"),
        (["serve", "--port", "99999"], "is no whole number from 0 to 65535"),
        (["review", "--reviewer"], "goldwire review: Option '--reviewer' requires an argument"),
        (["extract", "--extractor", "mine"], "--predictions mine"),
        (["export", "--format", "xml"], "'jsonl'"),
        (["export", "--format", "JSON"], "did you mean 'jsonl'?"),
        (["review", "--order", "uncertian"], "did you mean 'uncertain'?"),
        (["export", "--candidats", "rules"], "Did you mean '--candidates'?"),
        (["completion"], "Take one of 'bash', 'zsh', 'fish'"),
        (["completion", "bsh"], "did you mean 'bash'?"),
        (["config", "--path", "--check"], "exclude each other"),
        (["export", "--candidates", "rules", "--reviewer", "ana"], "exclude each other"),
        (["score"], "--extractor NAME or --predictions FILE"),
        (["score", "--extractor", "rules", "--predictions", "p.jsonl"], "either"),
        (["score", "--gold", "g.jsonl"], "either"),
        (["score", "--gold", "g.jsonl", "--predictions", "p", "--reviewer", "ana"], "--reviewer"),
        (["merge"], "OTHER.db"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_is_right(goldwire: Program, arguments: list[str], reason: str) -> None:
    ended = goldwire(*arguments)
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1), ended
    assert reason in ended.err
    assert "--help`" in ended.err
    assert list(goldwire.folder.iterdir()) == []


def test_the_version_is_the_distributions(goldwire: Program) -> None:
    assert goldwire.done("--version").startswith("goldwire 0.")


@pytest.mark.parametrize("module", ["tui.cli.review", "tui.cli.stats", "tui.cli.importing", "tui.cli.extract"])
def test_a_command_starts_without_a_parser(module: str) -> None:
    heavy = ("spacy", "numpy", "sqlite_utils", "textual", "multiprocessing")
    script = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_the_app_comes_without_a_parser() -> None:
    heavy = ("spacy", "numpy", "sqlite_utils")
    script = f"import sys, tui.app, tui.cli.review; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_the_database_is_named_by_an_option_else_by_the_environment(goldwire: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry sails\n\nA ferry sailed to Lind.\n")
    assert goldwire("import", "a.txt", GOLDWIRE_DB="from-environment.db").code == 0
    assert goldwire("import", "a.txt", "--db", "from-option.db", GOLDWIRE_DB="from-environment.db").code == 0
    goldwire.done("import", "a.txt")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == [
        "from-environment.db",
        "from-option.db",
        "goldwire.db",
    ]
