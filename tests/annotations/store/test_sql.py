"""All SQL stands in the store."""

import ast
from pathlib import Path

import pytest

import annotations.store
import tui

STORE = Path(annotations.store.__file__).parent
FILES = sorted(
    file
    for package in (STORE.parent, Path(tui.__file__).parent)
    for file in package.rglob("*.py")
    if STORE not in file.parents
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_nothing_outside_the_store_executes_sql(file: Path) -> None:
    named = {node.attr for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)}
    assert named.isdisjoint({"execute", "executemany", "executescript", "cursor"})
