from dataclasses import replace
from pathlib import Path

import pytest

from annotations import ontology
from annotations.errors import OntologyError
from annotations.model import Argument, Event, Span
from annotations.ontology import Ontology

SMALL = """
name = "small"
version = 3
status.seen = { key = "s", gloss = "seen" }
roles.who = { key = "w", gloss = "who" }
roles.what = { key = "t", gloss = "what" }
reject.no = { key = "1", gloss = "no" }
[[type]]
name = "Bird.Sing"
key = "bs"
gloss = "a bird sings"
roles = ["who"]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "ontology.toml").write_text(text, "utf-8")
    return folder


def test_the_shipped_ontology_loads_with_its_guidelines(conflict: Ontology) -> None:
    assert conflict.id == "conflict/1"
    assert len(conflict.types) == 33
    assert conflict.guidelines().startswith("# Annotation guidelines")


def test_an_ontology_of_ones_own_loads_from_its_folder(tmp_path: Path) -> None:
    small = ontology.load(write(tmp_path, SMALL))
    assert (small.id, small.default_status, small.guidelines()) == ("small/3", "seen", "")
    assert small.types["Bird.Sing"].roles == ("who",)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('key = "t"', 'key = "w"'), "share key 'w'"),
        (('key = "bs"', 'key = "b"'), "needs a key of 2"),
        (('key = "w"', 'key = "\\u001b"'), r"needs a key of 1, not '\\x1b'"),
        (('key = "bs"', 'key = "b\\u202e"'), "needs a key of 2"),
        (('roles = ["who"]', 'roles = ["when"]'), "unknown role 'when'"),
        (("version = 3", ""), "'version'"),
        (("[[type]]", "[[type"), "ontology.toml: "),
    ],
)
def test_a_broken_ontology_is_refused_with_the_file_and_the_fault(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    with pytest.raises(OntologyError, match=message) as refusal:
        ontology.load(write(tmp_path, SMALL.replace(*change)))
    assert str(tmp_path) in str(refusal.value)


def test_a_missing_ontology_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="No such file"):
        ontology.load(tmp_path)


def test_an_event_must_fit_the_ontology(tmp_path: Path) -> None:
    small = ontology.load(write(tmp_path, SMALL))
    text = "Larks sing."
    larks = Argument(Span.of(text, 0, 5), "who")
    event = Event("0" * 16, "Bird.Sing", Span.of(text, 6, 10), "seen", (larks,))
    small.check(event)
    for broken, message in (
        (replace(event, type="Bird.Fly"), "Bird.Fly"),
        (replace(event, status="heard"), "heard"),
        (replace(event, arguments=(replace(larks, role="what"),)), "has no role 'what'"),
        (replace(event, arguments=(larks, larks)), "twice"),
    ):
        with pytest.raises(OntologyError, match=message):
            small.check(broken)
