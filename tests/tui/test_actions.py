"""The one table of actions, held against the design and against what else knows keys."""

import re
from pathlib import Path

from textual import events

from annotations.ontology import Ontology
from annotations.review.edit_keys import EditKeys
from tui.actions import ACTIONS, BY_ID, letters_name
from tui.keys import Keymap, keys_of

DESIGN_REVIEW = (
    "a accept, x reject, e edit, y type, v status, s skip, i insert, u undo, ctrl+r redo, j next, k previous, "
    "J next_sentence, K previous_sentence, space page_down, b page_up, ] next_article, [ previous_article, "
    "g first, G last, o queue, / search, n next_match, N previous_match, c comment, f flag, d done, tab pane, "
    "? help, f1 help, ctrl+p palette, q quit"
)


def test_the_review_keys_are_the_designs() -> None:
    keymap = Keymap()
    for pair in DESIGN_REVIEW.split(", "):
        key, name = pair.split(" ")
        action = keymap.action("review", key)
        assert action is not None, key
        assert action.id == name


def test_every_key_of_the_design_page_has_an_action(shared: Path) -> None:
    page = (shared / "design" / "DESIGN.md").read_text("utf-8")
    review = page.split("## Keys")[1].split("Review:")[1].split("Edit and insert:")[0].split("Deciding moves")[0]
    keymap = Keymap()
    for key in re.findall(r"`([^`]+)`", review):
        assert key in "16" or keymap.action("review", key), key


def test_every_command_of_the_editor_has_an_action_with_its_key() -> None:
    assert Keymap().edit_keys == EditKeys()


def test_the_editors_keys_can_be_replaced() -> None:
    keymap = Keymap({"edit_save": ["f10"], "edit_drop": ["delete"]})
    assert keymap.edit_keys == EditKeys(save="f10", drop="delete")


def test_a_letter_with_the_alt_key_is_an_escape_and_the_letter() -> None:
    assert keys_of(events.Key("alt+a", "a")) == ("escape", "a")
    assert keys_of(events.Key("a", "a")) == ("a",)
    assert keys_of(events.Key("space", " ")) == ("space",)
    assert keys_of(events.Key("ctrl+r", "\x12")) == ("ctrl+r",)


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


def test_no_key_of_the_review_is_a_reject_reasons(conflict: Ontology) -> None:
    assert not [one for one in conflict.rejects.values() if Keymap().action("review", one.key)]


def test_every_action_says_what_it_does() -> None:
    assert all(action.label and action.help and not action.help.endswith(".") for action in ACTIONS)


def test_letters_that_are_no_run_are_listed(conflict: Ontology) -> None:
    assert letters_name("roles", conflict) == "a t m i n c p w s"
    assert letters_name("capitals", conflict) == "A T M I N C P W S"


def test_a_key_can_be_replaced() -> None:
    keymap = Keymap({"accept": ["enter"]})
    assert keymap.keys("accept") == ("enter",)
    assert keymap.action("review", "a") is None
