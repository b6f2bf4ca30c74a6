"""Every sentence that names a key names the one that is bound, and reads well where none is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

import pytest

from annotations.ontology import Ontology
from annotations.review.outcome import Act
from annotations.review.session import ReviewSession
from annotations.store.connection import close, open_database
from tests.tui.newsroom import FIRST, FIRST_EVENTS, build
from tui import picture
from tui.actions import BY_ID
from tui.clashes import clashes
from tui.keys import Keymap
from tui.reviewing import Reviewing

OTHERS = {
    "reject": ("X",),
    "insert": ("I",),
    "undo": ("U",),
    "done": ("D",),
    "queue": ("O",),
    "search": ("S",),
    "help": ("f8",),
    "edit_trigger": ("pagedown",),
    "edit_type": ("f6",),
    "edit_status": ("f7",),
    "edit_drop": ("f5",),
    "edit_start_left": ("left",),
    "edit_start_right": ("right",),
    "edit_end_left": ("up",),
    "edit_end_right": ("down",),
    "edit_add": ("f4",),
    "edit_back": ("f3",),
    "edit_save": ("f10",),
    "edit_leave": ("f9",),
}
"""Other keys for all that some sentence names."""
UNBOUND: Mapping[str, Sequence[str]] = {action: () for action in OTHERS if BY_ID[action].place == "review"}

Opened = Callable[[Mapping[str, Sequence[str]]], Reviewing]


@pytest.fixture
def opened(tmp_path: Path, conflict: Ontology) -> Iterator[Opened]:
    """Review one invented article with these keys; called again, another reviewer does."""
    connection = open_database(build(tmp_path / "goldwire.db", (FIRST, FIRST_EVENTS), ("Quiet day\n", [])))
    reviewers = iter(("ana", "bea"))
    yield lambda keys: Reviewing(ReviewSession(connection, conflict, next(reviewers)), Keymap(keys))
    close(connection)


def press(reviewing: Reviewing, *keys: str) -> str:
    """What is said in the end, where everything is painted before the next key."""
    for key in keys:
        reviewing.session.shown(0.0)
        reviewing.press(key, 1.0)
    return reviewing.message


def test_the_others_can_be_had_and_are_all_that_advice_names(conflict: Ontology) -> None:
    assert list(clashes(OTHERS, conflict)) == []
    assert set(get_args(Act)) <= OTHERS.keys()


@pytest.mark.parametrize(
    ("keys", "said", "unbound"),
    [
        ("z", "z does nothing here · f8 shows all keys", "the palette shows all keys"),
        ("f11", "f11 does nothing here · f8 shows all keys", "the palette shows all keys"),
        ("n", "nothing searched for yet: S searches", "nothing searched for yet: the palette searches"),
        ("1", "a reason follows a rejection: X rejects", "a reason follows a rejection: the palette rejects"),
        ("a k s", "1 is accepted already: U undoes that", "1 is accepted already: the palette undoes that"),
        ("G a", "5 accepted · 4 undecided above · D goes there", "· 4 undecided above · the palette goes there"),
        ("s a a a a", "5 accepted · 4 of 5 · 1 skipped · D done and next", "· 1 skipped · the palette done and next"),
        ("] j", "no candidates in this article: I inserts a missed event", "the palette inserts a missed event"),
        ("] a", "no candidate to decide: I inserts a missed event", "the palette inserts a missed event"),
        ("] y", "no candidate to decide: I inserts a missed event", "the palette inserts a missed event"),
        ("] e", "nothing to edit here: I inserts a missed event", "the palette inserts a missed event"),
    ],
)
def test_what_the_review_says(opened: Opened, keys: str, said: str, unbound: str) -> None:
    assert press(opened(OTHERS), *keys.split()) == said
    assert press(opened(UNBOUND), *keys.split()).endswith(unbound)


def test_what_stands_where_no_article_is_open(opened: Opened) -> None:
    for keys, key in ((OTHERS, "O"), (UNBOUND, "the palette")):
        reviewing = opened(keys)
        said = picture.nothing_open(reviewing.session, reviewing.keymap)
        assert said == f"Nothing is left to review: {key} lists the articles."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("e f3", "nothing to step back to; f9 leaves"),
        ("e f4", "an event has one trigger; a role's letter, then f4, adds a filler"),
        ("e f6 a f10", "type 'a' is half typed: f3 takes it back"),
        ("e escape", "'esc' does nothing here; Attack.Shelling has a actor, t target, n instrument"),
        ("e f7 p c", "the edit is not saved: f10 saves it, f9 leaves it"),
        ("c !", "the comment is not saved: enter saves it, esc leaves it"),
        ("I f10", "no trigger yet: a label chooses its word"),
    ],
)
def test_what_the_editor_says(opened: Opened, keys: str, said: str) -> None:
    reviewing = opened(OTHERS)
    press(reviewing, *keys.split())
    if "not saved" in said:
        reviewing.do("accept", 1.0)
    assert reviewing.message.startswith(said)


def test_what_the_editor_says_of_an_event_without_a_type(opened: Opened) -> None:
    reviewing = opened(OTHERS)
    press(reviewing, "I")
    draft = reviewing.draft
    assert draft is not None
    assert draft.focus_role("actor").message == "no type yet: f6 opens the types"
    draft.choose_span(0, 1)
    assert draft.choose_span(0, 1).message == "choose a type first, or f3 to step back"
    assert press(reviewing, "f9", "f10") == "no type yet: f6 opens the types"


def test_what_the_editor_says_of_an_event_without_a_trigger(opened: Opened) -> None:
    reviewing = opened(OTHERS)
    press(reviewing, "I")
    reviewing.click_card("type", 1.0)
    assert press(reviewing, "f10") == "no trigger yet: pgdn labels the words"


def test_what_the_editor_prompts(opened: Opened) -> None:
    reviewing = opened(OTHERS)
    press(reviewing, "e")
    assert reviewing.draft is not None
    assert reviewing.draft.prompts[0].startswith("trigger ‘shells’: left right ↑ ↓ move its ends")
    assert reviewing.draft.prompts[0].endswith("pgdn trigger · f6 type · f7 status · f10 saves · f9 leaves")
    press(reviewing, "a")
    assert reviewing.draft.prompts[0].endswith("· f4 adds · f5 drops · left right ↑ ↓ move its ends · f10 saves")
    press(reviewing, "f9", "f6")
    assert reviewing.draft.prompts[0] == "type: two letters choose · f3 steps back"
    press(reviewing, "f3")
    reviewing.drag(0, 1, 1.0)
    assert "pgdn makes it the trigger" in reviewing.draft.prompts[0]
