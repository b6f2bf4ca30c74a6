"""Signs are of one cell, and a key that cannot be raised stays itself."""

from rich.cells import cell_len

from annotations.ontology import Ontology
from tui.glyphs import RAISED, raised


def test_every_role_of_the_projects_ontology_has_a_raised_letter_of_one_cell(conflict: Ontology) -> None:
    tags = [raised(role.key) for role in conflict.roles.values()]
    assert set(tags) <= RAISED
    assert {cell_len(tag) for tag in RAISED} == {1}


def test_a_key_that_cannot_be_raised_stays_itself() -> None:
    assert raised("q") == "q"
