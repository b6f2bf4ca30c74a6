"""What guidelines say of one type."""

from annotations.guidelines import Passage, said_of
from annotations.ontology import Ontology

TEXT = """# How to annotate

Read every line. A Game.Win is reported, not hoped for.

## Triggers
- **Minimal.** The head word alone.
- A cup that is lifted is Game.Win,
  whoever lifts it.
- Game.Winner and Big.Game.Win are other types.

## Game.Win
The side that wins is the actor.

### Shoot-outs
They count.

## Status
1. Game.Win may be denied.
"""


def test_a_section_goes_to_the_next_heading_of_its_rank() -> None:
    assert said_of(TEXT, "Game.Win").section == "The side that wins is the actor.\n\n### Shoot-outs\nThey count."


def test_passages_that_name_it_come_with_the_heading_they_stand_under() -> None:
    assert said_of(TEXT, "Game.Win").passages == (
        Passage("How to annotate", "Read every line. A Game.Win is reported, not hoped for."),
        Passage("Triggers", "A cup that is lifted is Game.Win, whoever lifts it."),
        Passage("Status", "Game.Win may be denied."),
    )


def test_a_name_within_another_is_not_named() -> None:
    assert said_of(TEXT, "Game").passages == ()
    assert [passage.heading for passage in said_of(TEXT, "Game.Winner").passages] == ["Triggers"]


def test_where_nothing_is_said_there_is_nothing() -> None:
    said = said_of("", "Game.Win")
    assert (said.section, said.passages) == ("", ())


def test_the_shipped_guidelines_have_something_to_say_of_many_types(conflict: Ontology) -> None:
    told = [name for name in conflict.types if said_of(conflict.guidelines(), name).passages]
    assert len(told) > 12
