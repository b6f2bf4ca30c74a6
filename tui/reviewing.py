"""What a key means on the review screen at this moment: deciding, editing, choosing, typing. Plain Python, no screen.

Every way of pressing something (a key, a click, the palette) ends here; what only a screen can do comes back as a
`Request`. Times are monotonic seconds: when the key was read.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from annotations.ontology import EventType, Label
from annotations.review import choosing
from annotations.review.choosing import Chooser
from annotations.review.draft import Draft, Step
from annotations.review.outcome import Outcome, refused
from annotations.review.session import ReviewSession
from tui.actions import BY_ID, Action
from tui.keys import Keymap
from tui.line_editor import LineEditor

Request = Literal["help", "queue", "palette", "quit", "pane", "page_down", "page_up"]
"""What is left for the screen to do."""
Anchor = Literal["trigger", "sentence", "match"]
"""What the eye follows: it is kept in view."""

_DECIDING: Final = frozenset({"accept", "reject", "skip", "undo", "redo", "done"})
"""The actions after which a reason speaks of another rejection, or of none."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A choice that stands open: what is chosen and what choosing does."""

    title: str
    chooser: Chooser[EventType] | Chooser[Label]
    take: Callable[[str, float], Outcome]


@dataclass(frozen=True, slots=True)
class Typing:
    """A line being typed: what is asked for and what entering it does."""

    question: str
    line: LineEditor
    take: Callable[[str], Outcome]
    anchor: Anchor = "trigger"


@dataclass(frozen=True, slots=True)
class Panel:
    """What a chooser shows: what is chosen, the options still possible, the letters typed."""

    title: str
    options: tuple[EventType, ...] | tuple[Label, ...]
    typed: str


class Reviewing:
    """The review screen's state beyond the session's: what stands open and what was last said."""

    def __init__(self, session: ReviewSession, keymap: Keymap) -> None:
        self.session = session
        self.keymap = keymap
        self.message = ""
        self.ok = True
        self.anchor: Anchor = "trigger"
        self.draft: Draft | None = None
        self.asking: Asking | None = None
        self.typing: Typing | None = None
        self.left = False
        """Whether the reviewer quit."""
        self.rejected = False
        """Whether a reason key speaks of the last rejection."""

    @property
    def panel(self) -> Panel | None:
        """The types or statuses to choose from while one is waited for."""
        if self.asking is not None:
            return Panel(self.asking.title, self.asking.chooser.possible, self.asking.chooser.typed)
        if self.draft is not None and (types := self.draft.types) is not None:
            return Panel("type", types.possible, types.typed)
        if self.draft is not None and (statuses := self.draft.statuses) is not None:
            return Panel("status", statuses.possible, statuses.typed)
        return None

    # Keys

    def press(self, key: str, at: float) -> Request | None:
        """Take a key, named as `tui.keys.key_of` does; after quitting none counts."""
        if self.left:
            return None
        if self.typing is not None:
            self._type(self.typing, key)
            return None
        if self.draft is not None:
            self._step(self.draft.press(key))
            return None
        if self.asking is not None:
            self._ask(self.asking, key, at)
            return None
        action = self.keymap.action("review", key)
        if action is not None:
            return self.do(action.id, at)
        for reason in self.session.ontology.rejects.values():
            if key == reason.key:
                self.say(self.session.reason(reason.name))
                return None
        self.say(refused(f"{key} does nothing here · ? shows all keys"))
        return None

    def do(self, action: str, at: float) -> Request | None:
        """Do what the action of this id is for, whoever asks for it."""
        if BY_ID[action].place == "edit":
            if self.draft is not None and BY_ID[action].keys:
                self._step(self.draft.press(BY_ID[action].keys[0]))
            return None
        self.leave()
        match action:
            case "help" | "queue" | "palette" | "quit" | "pane" | "page_down" | "page_up":
                self.left = action == "quit"
                return action
            case "edit":
                self._open(self.session.edit(at))
            case "insert":
                self._open(self.session.insert())
            case "type":
                self.asking = Asking("type", choosing.types(self.session.ontology), self.session.set_type)
            case "status":
                self.asking = Asking("status", choosing.statuses(self.session.ontology), self.session.set_status)
            case "reason":
                reasons = Chooser(tuple(self.session.ontology.rejects.values()))
                self.asking = Asking("reason", reasons, lambda name, _: self.session.reason(name))
            case "search":
                self.typing = Typing("search", LineEditor(), self.session.find, anchor="match")
            case "comment":
                selected = self.session.selected
                said = selected.comment if selected else self.session.article and self.session.article.comment
                self.typing = Typing("comment", LineEditor.at_end(said or ""), self.session.comment)
            case _:
                self.anchor = _ANCHORS.get(action, "trigger")
                outcome = self._act(action, at)
                if outcome.ok and action in _DECIDING:
                    self.rejected = action == "reject"
                self.say(outcome)
        return None

    def _act(self, action: str, at: float) -> Outcome:
        session = self.session
        match action:
            case "accept":
                return session.accept(at)
            case "reject":
                return session.reject(at)
            case "skip":
                return session.skip(at)
            case "undo":
                return session.undo()
            case "redo":
                return session.redo()
            case "done":
                return session.complete(at)
            case "flag":
                return session.flag(at)
            case "next":
                return session.move(1)
            case "previous":
                return session.move(-1)
            case "first":
                return session.first()
            case "last":
                return session.last()
            case "next_sentence":
                return session.move_sentence(1)
            case "previous_sentence":
                return session.move_sentence(-1)
            case "next_article":
                return session.move_article(1)
            case "previous_article":
                return session.move_article(-1)
            case "next_match":
                return session.next_match(1)
            case "previous_match":
                return session.next_match(-1)
            case "clear":
                return session.find("")
        raise KeyError(action)

    def paste(self, text: str) -> None:
        """Take pasted text: into the line being typed, else nowhere."""
        if self.typing is not None:
            self.typing = replace(self.typing, line=self.typing.line.type(text))

    def leave(self) -> None:
        """Close what stands open, saving nothing."""
        self.draft = self.asking = self.typing = None

    def say(self, outcome: Outcome) -> None:
        """Have the status line say what something came to."""
        self.message, self.ok = outcome.message, outcome.ok
        if outcome.article_changed:
            self.anchor = "trigger"

    def open_article(self, article: str) -> None:
        """Open an article of the queue."""
        self.leave()
        self.say(self.session.open_article(article))

    # The mouse

    def choose(self, name: str, at: float) -> None:
        """An option of the panel was clicked."""
        if self.draft is not None:
            draft = self.draft
            self._step(draft.choose_type(name) if draft.types else draft.choose_status(name))
        elif self.asking is not None:
            asking, self.asking = self.asking, None
            self.say(asking.take(name, at))

    def select(self, index: int) -> None:
        """A candidate of the list was clicked."""
        self.leave()
        self.anchor = "trigger"
        self.say(self.session.select(index))

    def click(self, offset: int) -> None:
        """The article was clicked: a trigger is selected, or with a draft open the word is chosen."""
        if self.draft is not None:
            self._step(self.draft.choose_span(offset, offset + 1))
        else:
            before = self.session.index
            self.say(self.session.select_at(offset))
            self.anchor = "trigger" if self.session.index != before else "sentence"

    def drag(self, start: int, end: int, at: float) -> None:
        """A stretch of the article was dragged over: it is held for the trigger or role that is named next."""
        idle = self.draft is None
        if idle:
            self.do("edit", at)
        if self.draft is not None:
            self._step(self.draft.choose_span(start, end))
            if idle and not self.ok:
                self.draft = None

    def click_card(self, press: str, at: float) -> None:
        """The card was clicked: on ``type``, ``status``, ``trigger``, ``role NAME`` or ``role NAME NUMBER``."""
        what, _, rest = press.partition(" ")
        if what in ("type", "status") and self.draft is None:
            self.do(what, at)
            return
        if self.draft is None:
            self.do("edit", at)
        if (draft := self.draft) is None:
            return
        match what:
            case "type":
                self._step(draft.open_types())
            case "status":
                self._step(draft.open_statuses())
            case "trigger":
                self._step(draft.focus_trigger())
            case "role":
                name, _, number = rest.partition(" ")
                held = draft.stage.held is not None
                self._step(draft.focus_role(name, int(number) if number and not held else None))

    # Under them

    def _open(self, opened: Draft | Outcome) -> None:
        self.anchor = "trigger"
        if isinstance(opened, Draft):
            self.draft, self.message, self.ok, self.rejected = opened, "", True, False
        else:
            self.say(opened)

    def _step(self, step: Step) -> None:
        self.message, self.ok = step.message, step.kind != "refused"
        if step.kind == "cancelled":
            self.draft = None
        elif step.kind == "saved" and step.event is not None:
            outcome = self.session.save(step.event)
            dropped = f" · {step.message}" if step.message else ""
            self.say(replace(outcome, message=outcome.message + dropped) if outcome.ok else outcome)
            if outcome.ok:
                self.draft = None

    def _ask(self, asking: Asking, key: str, at: float) -> None:
        if key == "escape":
            self.asking = None
            return
        chooser = asking.chooser.press(key)
        if chooser is asking.chooser:
            self.say(refused(f"no {asking.title} begins with “{chooser.typed}{key}”: esc leaves"))
            return
        chosen = chooser.chosen
        if chosen is None:
            self.asking = replace(asking, chooser=chooser)
            self.message = ""
        else:
            self.asking = None
            self.say(asking.take(chosen.name, at))

    def _type(self, typing: Typing, key: str) -> None:
        match key:
            case "escape":
                self.typing = None
            case "enter":
                self.typing = None
                self.anchor = typing.anchor
                self.say(typing.take(typing.line.text))
            case "space":
                self.typing = replace(typing, line=typing.line.type(" "))
            case _ if len(key) == 1:
                self.typing = replace(typing, line=typing.line.type(key))
            case _:
                self.typing = replace(typing, line=typing.line.press(key))


_ANCHORS: Final[dict[str, Anchor]] = {
    "next_sentence": "sentence",
    "previous_sentence": "sentence",
    "next_match": "match",
    "previous_match": "match",
}


def offered(action: Action, reviewing: Reviewing) -> bool:
    """Whether the footer offers the action now."""
    session = reviewing.session
    match action.when:
        case "always":
            return True
        case "article":
            return session.article is not None
        case "candidate":
            return session.selected is not None
        case "rejected":
            return reviewing.rejected
        case "found":
            return session.search is not None and bool(session.search.hits)
