"""The editor's keys: each can be another, and what they mean now is told."""

import pytest

from annotations.ontology import Ontology
from annotations.review.draft import Draft
from annotations.review.edit_keys import EditKeys

from .invented import ANALYSIS, SHELLING, TEXT, fillers, press


def test_every_key_can_be_another(conflict: Ontology) -> None:
    keys = EditKeys(drop="d", end_right="f2", save="f10")
    draft = Draft.edit(SHELLING, TEXT, ANALYSIS, conflict, keys=keys)
    press(draft, "p f2")
    assert fillers(draft, "place") == ["Karsa on"]
    assert press(draft, "d f10").kind == "saved"
    assert fillers(draft, "place") == []


def test_the_default_keys_do_not_clash_with_the_roles(conflict: Ontology) -> None:
    assert EditKeys().clashes(conflict) == ()


def test_clashes_are_named(conflict: Ontology) -> None:
    assert EditKeys(drop="t", status="y").clashes(conflict) == (
        "'y' means both type and status in the editor",
        "'t' is the key of role target and means drop in the editor",
    )


ENDS = {"start_left", "start_right", "end_left", "end_right"}


@pytest.mark.parametrize("keys", ["", "p", "p plus", "p <old port>", "t", "g", "v", "y", "y a", "p x"])
def test_commands_that_are_ready_come_to_something(conflict: Ontology, keys: str) -> None:
    def opened() -> Draft:
        draft = Draft.edit(SHELLING, TEXT, ANALYSIS, conflict)
        press(draft, keys)
        return draft

    came_to_something = set()
    for command, key in EditKeys()._asdict().items():
        draft = opened()
        before = draft.stage
        if draft.press(key).kind in ("saved", "cancelled") or draft.stage != before:
            came_to_something.add(command)
    draft = opened()
    assert draft.ready - ENDS <= came_to_something
    if draft.chooser is None:
        assert draft.ready >= came_to_something


def test_the_letters_that_go_to_a_role_are_those_that_no_label_takes(draft: Draft) -> None:
    assert "".join(draft.role_keys) == "atncpws"
    press(draft, "p")
    assert "".join(draft.role_keys) == ""
    press(draft, "plus <old port> p")
    assert "".join(draft.role_keys) == "p"
    press(draft, "escape y")
    assert "".join(draft.role_keys) == ""


def test_prompts_say_what_keys_do_now(draft: Draft) -> None:
    assert draft.prompts[0].startswith("trigger ‘shelled’: hlHL move its ends · a actor, t target")
    press(draft, "p")
    assert (
        draft.prompts[0] == "place ‘Karsa’: a label replaces it · + adds · x drops · hlHL move its ends · enter saves"
    )
    press(draft, "plus")
    assert draft.prompts[0] == "place: a label adds a filler · enter saves"
    press(draft, "escape v")
    assert draft.prompts[0].startswith("status: o occurred, p planned")
    press(draft, "escape y a")
    assert draft.prompts[0] == "type a… · backspace takes the letter back"


def test_prompts_come_from_the_fullest_to_the_tersest(draft: Draft) -> None:
    for keys in ("g", "p", "plus", "escape v", "escape y a"):
        lengths = [len(words) for words in draft.prompts]
        assert lengths == sorted(lengths, reverse=True)
        assert lengths[-1] <= 32
        press(draft, keys)
