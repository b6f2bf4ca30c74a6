"""What a key means on the review screen at this moment: deciding, editing, choosing, typing. Plain Python, no screen.

Every way of pressing something (a key, a click, the palette) ends here; what only a screen can do comes back as a
`Request`. Times are monotonic seconds: when the key was read.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from annotations.ontology import EventType, Label
from annotations.review import choosing
from annotations.review.choosing import Chooser
from annotations.review.key_name import key_name
from annotations.review.outcome import INSERT, Outcome, refused
from annotations.review.session import ReviewSession
from tui.actions import BY_ID
from tui.fixed_keys import ASKED, PANEL_PAGES
from tui.keys import Keymap
from tui.line_editor import LineEditor
from tui.questions import Anchor, Asking, Panel, Typing

if TYPE_CHECKING:
    from annotations.review.draft import Draft, Step

Request = Literal[
    "help",
    "guidelines",
    "queue",
    "search_all",
    "numbers",
    "palette",
    "quit",
    "pane",
    "page_down",
    "page_up",
    "panel_down",
    "panel_up",
]
"""What is left for the screen to do."""

_LOOKING: Final = frozenset({"help", "guidelines", "palette", "pane", "page_down", "page_up"})
"""The actions that leave open what stands open."""


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
        self.words = ""
        """What was typed when the last action was asked for, to search for it in all articles."""
        self.left = False
        """Whether the reviewer quit."""
        self.last = ""
        """The id of the action that was done last."""
        for clash in keymap.edit_keys.clashes(session.ontology)[:1]:
            self.say(refused(clash))

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

    @property
    def is_at_work(self) -> bool:
        """Whether something stands open that may decide what is seen: an edit, a choice, a line being typed."""
        return not (self.draft is None and self.asking is None and self.typing is None)

    @property
    def unsaved(self) -> bool:
        """Whether leaving what stands open would lose something."""
        edited = self.draft is not None and self.draft.changed
        return edited or (self.typing is not None and self.typing.unsaved)

    # Keys

    def press(self, key: str, at: float) -> Request | None:
        """Take a key, named as `tui.keys.keys_of` does; after quitting none counts."""
        if self.left:
            return None
        if self.typing is not None:
            if key == "tab" and self.typing.wider is not None:
                return self.do(self.typing.wider, at)
            self._type(self.typing, key)
            return None
        if self.panel is not None and key in PANEL_PAGES:
            return PANEL_PAGES[key]
        if self.draft is not None:
            return self._edit(self.draft, key, at)
        if self.asking is not None:
            if key not in ASKED and (looking := self._looking(key)) is not None:
                return self.do(looking, at)
            self._ask(self.asking, key, at)
            return None
        action = self.keymap.action("review", key)
        if action is not None:
            return self.do(action.id, at)
        for reason in self.session.ontology.rejects.values():
            if key == reason.key:
                self.last = "reason"
                self.say(self.session.reason(reason.name))
                return None
        self.say(refused(f"{key_name(key)} does nothing here · {self.keymap.name('help')} shows all keys"))
        return None

    def do(self, action: str, at: float) -> Request | None:
        """Do what the action of this id is for, whoever asks for it; never at the price of something unsaved."""
        if BY_ID[action].place == "edit":
            if self.draft is not None and BY_ID[action].keys:
                self._step(self.draft.press(self.keymap.keys(action)[0]), at)
            return None
        self.words = self.typing.line.text if self.typing is not None and self.typing.wider else ""
        if action not in _LOOKING and not self.leave():
            return None
        self.last = action
        match action:
            case "help" | "guidelines" | "queue" | "search_all" | "numbers" | "palette" | "quit":
                self.left = action == "quit"
                return action
            case "pane" | "page_down" | "page_up":
                return action
            case "edit":
                self._open(self.session.edit(at, self.keymap.edit_keys))
            case "insert":
                self._open(self.session.insert(self.keymap.edit_keys))
            case "type":
                self._choose("type", choosing.types(self.session.ontology), self.session.set_type)
            case "status":
                self._choose("status", choosing.statuses(self.session.ontology), self.session.set_status)
            case "search":
                self._ask_for(Typing("search", LineEditor(), self.session.find, "match", wider="search_all"))
            case "comment":
                self._comment()
            case _:
                self.anchor = _ANCHORS.get(action, "trigger")
                self.say(self._act(action, at))
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
            self.typing = self.typing._replace(line=self.typing.line.type(text))

    def leave(self) -> bool:
        """Close what stands open, unless something would be lost by it; whether it is closed."""
        if self.unsaved:
            what = "the edit" if self.draft is not None else "the comment"
            keys = self.keymap.edit_keys.named
            save, leave = (keys.save, keys.leave) if self.draft is not None else ("enter", "esc")
            self.say(refused(f"{what} is not saved: {save} saves it, {leave} leaves it"))
            return False
        self.draft = self.asking = self.typing = None
        return True

    def say(self, outcome: Outcome) -> None:
        """Have the status line say what something came to."""
        self.message, self.ok = outcome.line(self.keymap.name), outcome.ok
        if outcome.article_changed:
            self.anchor = "trigger"

    def open_article(self, article: str) -> None:
        """Open an article of the queue."""
        if self.leave():
            self.say(self.session.open_article(article))

    def open_found(self, article: str) -> None:
        """Open an article that was found, at its first match."""
        if self.leave():
            self.say(self.session.open_found(article))
            self.anchor = "match"

    # The mouse

    def choose(self, name: str, at: float) -> None:
        """An option of the panel was clicked."""
        if self.draft is not None:
            draft = self.draft
            self._step(draft.choose_type(name) if draft.types else draft.choose_status(name), at)
        elif self.asking is not None:
            self._answer(self.asking, name, at)

    def select(self, index: int) -> None:
        """A candidate of the list was clicked."""
        if self.leave():
            self.anchor = "trigger"
            self.say(self.session.select(index))

    def click(self, offset: int, at: float) -> None:
        """The article was clicked: a trigger is selected, or with a draft open the label or the word is chosen."""
        if self.draft is not None:
            labels = self.draft.labels.possible if self.draft.labels else ()
            label = next((one for one in labels if one.start <= offset < one.end), None)
            start, end = (label.span.start, label.span.end) if label else (offset, offset + 1)
            self._step(self.draft.choose_span(start, end), at)
        elif self.leave():
            before = self.session.index
            self.say(self.session.select_at(offset))
            self.anchor = "trigger" if self.session.index != before else "sentence"

    def drag(self, start: int, end: int, at: float) -> None:
        """A stretch of the article was dragged over: it is held for the trigger or role that is named next."""
        idle = self.draft is None
        if idle:
            self.do("edit", at)
        if self.draft is not None:
            self._step(self.draft.choose_span(start, end), at)
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
                self._step(draft.open_types(), at)
            case "status":
                self._step(draft.open_statuses(), at)
            case "trigger":
                self._step(draft.focus_trigger(), at)
            case "role":
                name, _, number = rest.partition(" ")
                held = draft.stage.held is not None
                self._step(draft.focus_role(name, int(number) if number and not held else None), at)

    # Under them

    def _open(self, opened: "Draft | Outcome") -> None:
        self.anchor = "trigger"
        if isinstance(opened, Outcome):
            self.say(opened)
        else:
            self.draft = opened
            self.say(Outcome())

    def _edit(self, draft: "Draft", key: str, at: float) -> Request | None:
        # What the editor binds is its own.
        if self.keymap.action("edit", key) is None and (looking := self._looking(key)) is not None:
            return self.do(looking, at)
        self._step(draft.press(key), at)
        return None

    def _looking(self, key: str) -> str | None:
        """The id of the action that leaves open what stands open, where the key is none of the letters that choose."""
        action = self.keymap.action("review", key)
        named = len(key) > 1 or not key.isalnum()
        return action.id if action is not None and action.id in _LOOKING and named else None

    def _step(self, step: "Step", at: float) -> None:
        self.message, self.ok = step.message, step.kind != "refused"
        if step.kind == "cancelled":
            self.draft = None
        elif step.kind == "saved" and step.event is not None:
            outcome = self.session.save(step.event, at)
            dropped = f" · {step.message}" if step.message else ""
            self.say(outcome._replace(message=outcome.message + dropped) if outcome.ok else outcome)
            if outcome.ok:
                self.draft = None

    def _choose(
        self, title: str, chooser: Chooser[EventType] | Chooser[Label], take: Callable[[str, float], Outcome]
    ) -> None:
        if (selected := self.session.selected) is None:
            self.say(refused("no candidate to decide", INSERT))
        else:
            self.asking = Asking(title, chooser, selected.id, take)

    def _comment(self) -> None:
        on = self.session.selected or self.session.article
        if on is None:
            self.say(refused("no article is open"))
        else:
            kept = on.comment or ""
            take = partial(self.session.comment, on=self.session.selected)
            self._ask_for(Typing("comment", LineEditor.at_end(kept), take, kept=kept))

    def _ask_for(self, typing: Typing) -> None:
        self.typing = typing
        self.say(Outcome())

    def _ask(self, asking: Asking, key: str, at: float) -> None:
        if key == "escape":
            self.asking = None
            return
        chooser = asking.chooser.press(key)
        if chooser is asking.chooser:
            self.say(refused(f"no {asking.title} begins with “{chooser.typed}{key}”: esc leaves"))
        elif chooser.chosen is None:
            self.asking = asking._replace(chooser=chooser)
            self.message = ""
        else:
            self._answer(asking, chooser.chosen.name, at)

    def _answer(self, asking: Asking, name: str, at: float) -> None:
        self.asking = None
        if self.session.selected is None or self.session.selected.id != asking.candidate:
            self.say(refused(f"that candidate has gone meanwhile: no {asking.title} was saved"))
        else:
            self.say(asking.take(name, at))

    def _type(self, typing: Typing, key: str) -> None:
        match key:
            case "escape":
                self.typing = None
                self.say(Outcome("left without saving" if typing.unsaved else ""))
            case "enter":
                self.anchor = typing.anchor
                self.say(typing.take(typing.line.text))
                # What could not be saved is still there to be saved.
                if self.ok or not typing.unsaved:
                    self.typing = None
            case _:
                self.typing = typing._replace(line=typing.line.press(key))


_ANCHORS: Final[dict[str, Anchor]] = {
    "next_sentence": "sentence",
    "previous_sentence": "sentence",
    "next_match": "match",
    "previous_match": "match",
}
