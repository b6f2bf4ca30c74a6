"""What serving refuses, and what it costs those who do not serve."""

import subprocess
import sys

import pytest

from tests.tui.cli.conftest import Program


@pytest.mark.parametrize("module", ["tui.cli", "tui.cli.review", "tui.cli.serve"])
def test_a_web_server_is_imported_by_nobody_who_does_not_serve(module: str) -> None:
    heavy = ("aiohttp", "textual_serve", "jinja2", "textual", "spacy")
    script = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--port", "65536"], "65535"),
        (["--port", "http"], "'http'"),
        (["--order", "sideways"], "text"),
        (["--reviewer", " "], "a name"),
    ],
)
def test_wrong_usage_is_one_line(goldwire: Program, arguments: list[str], reason: str) -> None:
    ended = goldwire("serve", *arguments)
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1), ended
    assert reason in ended.err


def test_without_articles_there_is_nothing_to_serve(goldwire: Program) -> None:
    assert "goldwire.db" in goldwire.refusal("serve")
    assert "gone.txt" in goldwire("serve", "gone.txt").lines[0]
    assert list(goldwire.folder.iterdir()) == []


def test_a_host_of_elsewhere_is_refused_before_anything_is_imported(goldwire: Program) -> None:
    (goldwire.folder / "ferry.txt").write_text("Ferry sails\n\nA ferry sailed to Lind.\n")
    assert "cannot listen at 192.0.2.1" in goldwire.refusal("serve", "ferry.txt", "--host", "192.0.2.1")
    assert not (goldwire.folder / "goldwire.db").exists()
