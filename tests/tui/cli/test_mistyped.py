"""Mistyped names: the nearest right one is asked about, and nothing is made of the wrong one."""

import pytest

from tests.stories import BRIDGE, write
from tests.tui.cli.conftest import Program
from tests.tui.newsroom import build


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["stats", "--db", "goldwir.db"], "goldwire.db"),
        (["merge", "goldwir.db"], "goldwire.db"),
        (["review", "--extractor", "dekc"], "'desk'"),
        (["export", "--candidates", "dekc"], "'desk'"),
        (["score", "--gold", "gld.jsonl", "--predictions", "p.jsonl"], "gold.jsonl"),
    ],
)
def test_a_refusal_asks_for_what_is_nearest(goldwire: Program, arguments: list[str], meant: str) -> None:
    build(goldwire.folder / "goldwire.db")
    (goldwire.folder / "gold.jsonl").touch()
    assert f"did you mean {meant}?" in goldwire.refusal(*arguments)


def test_a_file_to_import_too(goldwire: Program) -> None:
    write(goldwire.folder / "bridge.txt", BRIDGE)
    ended = goldwire("import", "brigde.txt")
    assert ended.code == 1
    assert "did you mean bridge.txt?" in ended.err


@pytest.mark.parametrize(
    "command",
    [
        ["review"],
        ["review", "nws"],
        ["review", "blank.txt"],
        ["import", "nws", "blank.txt"],
        ["import", "-"],
        ["merge", "other.db"],
        ["merge", "blank.txt"],
        ["extract"],
        ["explain", "--event", "3f"],
    ],
)
def test_no_database_is_left_of_nothing(goldwire: Program, command: list[str]) -> None:
    (goldwire.folder / "blank.txt").write_text("\n")
    assert goldwire(*command).code == 1
    assert [path.name for path in goldwire.folder.iterdir()] == ["blank.txt"]
