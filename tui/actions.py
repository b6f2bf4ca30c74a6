"""The one table of actions: what each key does, in which words, and when the footer offers it.

Key dispatch, footer, help screen, palette and README's key table are all made from it. Keys are written as a person
would: the character itself, else Textual's name (`tui.keys.key_of`).
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from annotations.ontology import Ontology
from annotations.review.edit_keys import EditKeys
from annotations.review.key_name import key_name

Place = Literal["review", "lists", "edit"]
"""Where a key is pressed: before the article, in what is opened over it, or with an event open for editing."""
When = Literal["always", "article", "candidate", "rejected", "found"]
"""What must be the case for the footer to offer the action; the key works, or says why not, at any time."""
Letters = Literal["rejects", "roles", "capitals"]
"""The table of the ontology whose keys an action goes by; ``capitals`` are those of the roles with the shift key."""


_IN_LISTS: Final = frozenset(
    (
        "next",
        "previous",
        "page_down",
        "page_up",
        "first",
        "last",
        "next_match",
        "previous_match",
        "queue",
        "search",
        "search_all",
        "numbers",
        "help",
        "palette",
        "quit",
    )
)
"""The ids of the review's actions that have their keys in lists too."""


class Action(NamedTuple):
    """One thing that a key does. ``label`` is the footer's word, ``help`` a sentence without its full stop."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    place: Place = "review"
    when: When = "always"
    rank: int = 0
    """Its place in the footer, from 1; 0 is never."""
    letters: Letters | None = None
    pair: str = ""
    """The id of the action that the footer names with it, as one does the opposite of the other."""

    @property
    def name(self) -> str:
        """What it is called among the actions of its place: the id, without the place before it."""
        return self.id.removeprefix(f"{self.place}_")

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its keys can be no other action's."""
        return (self.place, "lists") if self.id in _IN_LISTS else (self.place,)


def _edit(command: str, label: str, help: str, *, rank: int = 0, pair: str = "") -> Action:
    """The action of an editor's command: its id is the command's name after ``edit_``, its key the command's own."""
    key: str = getattr(EditKeys(), command)
    return Action(f"edit_{command}", (key,), label, help, "Edit and insert", place="edit", rank=rank, pair=pair)


ACTIONS: Final = (
    Action("accept", ("a",), "accept", "Accept the candidate as it stands", "Decide", when="candidate", rank=1),
    Action("reject", ("x",), "reject", "Reject the candidate", "Decide", when="candidate", rank=2),
    Action(
        "reason",
        (),
        "reason",
        "Say why the last one was rejected, until the next decision",
        "Decide",
        when="rejected",
        rank=3,
        letters="rejects",
    ),
    Action("edit", ("e",), "edit", "Edit trigger, arguments, type and status", "Decide", when="candidate", rank=4),
    Action("type", ("y",), "type", "Choose another type; the choice saves", "Decide", when="candidate", rank=5),
    Action("status", ("v",), "status", "Choose another status; the choice saves", "Decide", when="candidate", rank=6),
    Action("skip", ("s",), "skip", "Leave the candidate undecided and go on", "Decide", when="candidate", rank=7),
    Action(
        "insert", ("i",), "insert", "Insert a missed event in the reading sentence", "Decide", when="article", rank=8
    ),
    Action("undo", ("u",), "undo", "Undo the last act, wherever it was", "Decide", rank=9),
    Action("redo", ("ctrl+r",), "redo", "Redo what was undone", "Decide"),
    Action("next", ("j", "down"), "move", "Next candidate", "Move", when="candidate", rank=13, pair="previous"),
    Action("previous", ("k", "up"), "previous", "Previous candidate", "Move"),
    Action("next_sentence", ("J",), "sentence", "Next sentence: the reading line moves on", "Move"),
    Action("previous_sentence", ("K",), "sentence", "Previous sentence", "Move"),
    Action("page_down", ("space", "pagedown"), "page", "Scroll the pane by a page", "Move"),
    Action("page_up", ("b", "pageup"), "page", "Scroll the pane back by a page", "Move"),
    Action("first", ("g", "home"), "first", "First candidate", "Move"),
    Action("last", ("G", "end"), "last", "Last candidate", "Move"),
    Action("next_article", ("]",), "article", "Next article", "Move", when="article", rank=14, pair="previous_article"),
    Action("previous_article", ("[",), "article", "Previous article", "Move"),
    Action("pane", ("tab",), "pane", "Next pane", "Move", rank=15),
    Action("done", ("d",), "done", "The article was read to its end: complete, and on to the next", "Article", rank=10),
    Action("comment", ("c",), "comment", "Write a comment on the candidate", "Article"),
    Action("flag", ("f",), "flag", "Flag the candidate, or take the flag off", "Article"),
    Action("queue", ("o",), "articles", "The queue of articles", "Article", rank=12),
    Action("search", ("/",), "search", "Search in the article", "Find", when="article", rank=11),
    Action("search_all", ("ctrl+f",), "search all", "Search in all articles", "Find"),
    Action("next_match", ("n",), "match", "Next match", "Find", when="found", rank=3, pair="previous_match"),
    Action("previous_match", ("N",), "match", "Previous match", "Find"),
    Action("clear", ("escape",), "clear", "Take the marks of the search away", "Find"),
    Action(
        "guidelines",
        ("h", "f2"),
        "guide",
        "What the type means, its roles, and the guidelines",
        "Program",
        when="article",
        rank=16,
    ),
    Action(
        "numbers", ("#",), "numbers", "The numbers: figures so far, rejections, pace and progress", "Program", rank=17
    ),
    Action("help", ("?", "f1"), "help", "All keys, and what the signs mean", "Program", rank=19),
    Action("palette", ("ctrl+p",), "palette", "Everything by name", "Program"),
    Action("quit", ("q",), "quit", "Quit; all is saved already", "Program", rank=18),
    Action("lists_open", ("enter",), "open", "Open the selected article", "Queue, results and numbers", place="lists"),
    Action(
        "lists_sort",
        tuple("12345678"),
        "sort",
        "Sort the queue by its first, second … column; again, the other way round",
        "Queue, results and numbers",
        place="lists",
    ),
    Action("lists_again", ("r",), "read again", "Read the numbers again", "Queue, results and numbers", place="lists"),
    Action(
        "edit_role",
        (),
        "role",
        "Go to the role; again steps through its fillers",
        "Edit and insert",
        place="edit",
        rank=1,
        letters="roles",
    ),
    Action("edit_more", (), "add", "Add a filler to the role", "Edit and insert", place="edit", letters="capitals"),
    _edit("add", "add", "The next label adds a filler", rank=4),
    _edit("drop", "drop", "Drop the filler", rank=5),
    _edit("start_left", "left end", "Left end one word left", rank=6, pair="edit_start_right"),
    _edit("start_right", "left end", "Left end one word right"),
    _edit("end_left", "right end", "Right end one word left", rank=7, pair="edit_end_right"),
    _edit("end_right", "right end", "Right end one word right"),
    _edit("trigger", "trigger", "Go to the trigger", rank=8),
    _edit("type", "type", "Choose the type", rank=9),
    _edit("status", "status", "Choose the status", rank=10),
    _edit("back", "back", "Step back", rank=3),
    _edit("save", "save", "Save", rank=2),
    _edit("leave", "leave", "Leave without saving", rank=11),
)
BY_ID: Final = {action.id: action for action in ACTIONS}


def keys_name(keys: Sequence[str]) -> str:
    """Keys as they are shown to a person: three or more in a run as ``1–6``."""
    codes = [ord(key) for key in keys if len(key) == 1]
    if len(keys) > 2 and codes == list(range(ord(keys[0][0]), ord(keys[0][0]) + len(keys))):
        return f"{keys[0]}–{keys[-1]}"
    return " ".join(map(key_name, keys))


def letters_name(letters: Letters, ontology: Ontology) -> str:
    """The keys that the ontology gives to a table: ``1–6``, or ``a t m i …`` where they are no run."""
    table = ontology.rejects if letters == "rejects" else ontology.roles
    return keys_name([label.key.upper() if letters == "capitals" else label.key for label in table.values()])
