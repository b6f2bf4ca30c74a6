"""Keys that cannot be had: fixed where the action works, taken by another one or by the ontology, or needed to type."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from annotations.ontology import Ontology
from annotations.review.edit_keys import EditKeys, character
from annotations.review.lettering import ERGONOMIC, LIKELIEST, SPARE
from tui.actions import ACTIONS, BY_ID, Action, Place
from tui.config_keys import shown
from tui.fixed_keys import CHOOSING, FIXED

_LETTERS = len(ERGONOMIC) - LIKELIEST - SPARE - 1
"""How many small letters the editor's commands may keep from labels: the likeliest words have one each for all that,
and so has the role in focus."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that an action cannot have, why, and what to do; ``other`` has it too, where that is an action."""

    action: Action
    text: str
    other: Action | None = None


def clashes(replaced: Mapping[str, Sequence[str]], ontology: Ontology) -> Iterator[Clash]:
    """Every key that the actions whose ids are in ``replaced`` cannot have; all other actions have the table's."""
    keys = {action.id: tuple(replaced.get(action.id, action.keys)) for action in ACTIONS}
    reserved = {"review": _reasons(ontology), "edit": _of_roles(ontology)}
    # An action that was given its key loses it to nobody; one that has the table's still says so.
    order = sorted(ACTIONS, key=lambda action: action.id in replaced)
    owners: dict[tuple[str, str], Action] = {}
    for action in order:
        for key in keys[action.id]:
            if action.id in replaced and (why := _fixed(action, key)):
                yield Clash(action, f"{shown(key)} {why}")
                continue
            had_by = [owners.setdefault((place, character(key)), action) for place in _places(action)]
            other = next((one for one in had_by if one is not action), None)
            if other is not None:
                free = "give that another key, or " if other.id not in replaced else ""
                yield Clash(action, f"{shown(key)} is the key of {other.name} too; {free}take another one", other)
            elif action.id in replaced and (meant := reserved.get(action.place, {}).get(key)):
                yield Clash(action, f"{shown(key)} is the ontology's key of {meant}; take another one")
    yield from _letters(replaced, keys, ontology)


def _places(action: Action) -> Sequence[Place]:
    # The app takes the palette's keys before any place does.
    return get_args(Place) if action.id == "palette" else action.places


def _fixed(action: Action, key: str) -> str | None:
    """Why the action would not have the key wherever it works; None where it would."""
    if action.id == "palette" and len(key) == 1:
        return "is a character, and the palette opens while one types; take a key with a name"
    uses = [fixed.use for fixed in FIXED if key in fixed.keys and action.id in fixed.without]
    return f"{uses[0]}; take another one" if uses else None


def _letters(
    replaced: Mapping[str, Sequence[str]], keys: Mapping[str, Sequence[str]], ontology: Ontology
) -> Iterator[Clash]:
    """Commands that would take letters which choose something while they stand."""
    chosen_by = [one.key for one in ontology.types.values()] + [one.key for one in ontology.statuses.values()]
    choosing = set("".join(chosen_by))
    for command in sorted(CHOOSING.without):
        for key in replaced.get(command, ()):
            if key in choosing:
                yield Clash(BY_ID[command], f"{shown(key)} {CHOOSING.use}; take another one")
    staying = [command for command in _staying() if any(key in ERGONOMIC for key in keys[command])]
    named = ", ".join(BY_ID[one].name for one in staying)
    for command in [one for one in staying if one in replaced][: max(0, len(staying) - _LETTERS)]:
        text = f"{shown(keys[command][0])} is needed for labels: of {named} {_LETTERS} may have a small letter"
        yield Clash(BY_ID[command], f"{text}; take a capital or a key with a name")


def _staying() -> list[str]:
    """The ids of the commands that stay keys while labels stand on the text."""
    default = EditKeys()
    return [f"edit_{name}" for name, key in default._asdict().items() if key in default.never_labels]


def _reasons(ontology: Ontology) -> dict[str, str]:
    return {one.key: f"the reason {one.name}" for one in ontology.rejects.values()}


def _of_roles(ontology: Ontology) -> dict[str, str]:
    roles = ontology.roles.values()
    return {key: f"the role {one.name}" for one in roles for key in (one.key.upper(), one.key)}
