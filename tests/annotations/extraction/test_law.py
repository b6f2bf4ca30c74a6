"""Law 7: the program names no type, role, status or reject reason of the ontology."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import annotations.extraction
from annotations.model import MentionKind
from annotations.ontology import Ontology

FILES = sorted(Path(annotations.extraction.__file__).parent.rglob("*.py"))


def strings(tree: ast.Module) -> Iterator[str]:
    """Every string of a program but its docstrings."""
    documented = {
        id(node.value)
        for body in (node.body for node in ast.walk(tree) if hasattr(node, "body") and isinstance(node.body, list))
        for node in body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_string_of_the_program_is_a_name_of_the_ontology(file: Path, conflict: Ontology) -> None:
    names = {*conflict.types, *conflict.roles, *conflict.statuses, *conflict.rejects}
    names -= {*get_args(MentionKind), "other"}  # the model's own kinds, and the English of "each other"
    assert names.isdisjoint(strings(ast.parse(file.read_text("utf-8"))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_type_is_named_even_in_a_comment(file: Path, conflict: Ontology) -> None:
    text = file.read_text("utf-8")
    assert not [name for name in conflict.types if name in text]
