"""An event while it is edited or inserted: keys in, what to draw out.

Every key that changes something makes a new stage on top of the ones before, and stepping back takes the top
one off. Nothing here is saved: ``enter`` hands out the finished event, and whoever holds the draft decides
with it. A draft stays as it was when it has handed one out, so a refusal later costs nothing.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Literal

from annotations.errors import GoldwireError
from annotations.model import Analysis, Event, Span
from annotations.ontology import EventType, Label, Ontology
from annotations.review.draft_view import Choosing, DraftView
from annotations.review.edit_keys import EditKeys, character
from annotations.review.hints import Hint
from annotations.review.key_name import key_name
from annotations.review.prompting import listed, quoted, roles_of
from annotations.review.sentence import Direction, Sentence, Side
from annotations.review.stage import Stage

StepKind = Literal["editing", "saved", "cancelled", "refused"]


@dataclass(frozen=True, slots=True)
class Step:
    """What a key led to, and what the status line says of it: one line, empty where the screen says it all."""

    kind: StepKind
    message: str = ""
    event: Event | None = None
    """The finished event, when saved."""


class Draft(DraftView):
    """An event in the making, driven by keys and the mouse; made by ``edit`` or ``insert``."""

    def __init__(
        self,
        first: Stage,
        sentence: Sentence,
        analysis: Analysis,
        ontology: Ontology,
        *,
        original: Event | None,
        triggers: Collection[Span],
        keys: EditKeys,
    ) -> None:
        super().__init__(first, sentence, ontology, original=original, triggers=triggers, keys=keys)
        self._analysis = analysis
        self._commands: dict[str, Callable[[], Step]] = {
            character(key): command
            for key, command in (
                (keys.trigger, self.focus_trigger),
                (keys.type, self.open_types),
                (keys.status, self.open_statuses),
                (keys.drop, self._drop),
                (keys.start_left, lambda: self._move("start", -1)),
                (keys.start_right, lambda: self._move("start", 1)),
                (keys.end_left, lambda: self._move("end", -1)),
                (keys.end_right, lambda: self._move("end", 1)),
                (keys.add, self._add),
                (keys.back, self._step_back),
                (keys.save, self._save),
                (keys.leave, self._leave),
            )
        }

    @classmethod
    def edit(
        cls,
        event: Event,
        text: str,
        analysis: Analysis,
        ontology: Ontology,
        *,
        triggers: Collection[Span] = (),
        keys: EditKeys | None = None,
    ) -> "Draft":
        """A draft of ``event``, with its trigger in focus and nothing to choose yet.

        Args:
            event: what is edited; its type, status and roles may be unknown to the ontology.
            text: the article's.
            analysis: the article's sentences, words and mentions.
            ontology: what events there are.
            triggers: those of the article's other live events.
            keys: other keys than the default ones.

        Raises:
            SpanError: a span of the event reads otherwise in ``text``.
            OntologyError: the ontology's ``hints.toml`` is malformed.
        """
        event.check(text)
        stage = Stage(event.type, event.status, event.trigger, tuple(sorted(set(event.arguments))))
        return cls(
            stage,
            Sentence.around(text, analysis, event.trigger),
            analysis,
            ontology,
            original=event,
            triggers=triggers,
            keys=keys or EditKeys(),
        )

    @classmethod
    def insert(
        cls,
        sentence: int,
        text: str,
        analysis: Analysis,
        ontology: Ontology,
        *,
        triggers: Collection[Span] = (),
        keys: EditKeys | None = None,
    ) -> "Draft":
        """A draft of a new event in ``sentence``, an index into ``sentences(text, analysis)``.

        It begins with labels for the trigger; when that is chosen, the types come up by themselves. The other
        arguments are as for ``edit``.

        Raises:
            SpanError: there is no such sentence.
            OntologyError: the ontology's ``hints.toml`` is malformed.
        """
        return cls(
            Stage(None, ontology.default_status, None).waiting("label"),
            Sentence.at(text, analysis, sentence),
            analysis,
            ontology,
            original=None,
            triggers=triggers,
            keys=keys or EditKeys(),
        )

    def press(self, key: str) -> Step:
        """Take a key: a character, or the name of one that types none (``backspace``, ``enter``, ``plus`` …)."""
        key = character(key)
        chooser = self.chooser
        if chooser is None or key in self._stay:
            return self._commands[key]() if key in self._commands else self._name_role(key)
        return self._choose(chooser, key)

    def choose_span(self, start: int, end: int) -> Step:
        """Take the tokens from ``start`` to ``end``, as dragged over with the mouse.

        While a label is waited for, they are taken for it. Else they are held for the trigger or the role that
        is named next. A mention that reaches exactly so far is taken as it is.
        """
        if self._waits("type") or self._waits("status"):
            return _refused(f"choose a {self.stage.pending} first, or {self._named.back} to step back")
        start, end = min(start, end), max(start, end, start + 1)
        exact = any((mention.start, mention.end) == (start, end) for mention in self.sentence.mentions)
        span = Span.of(self.sentence.text, start, end) if exact else self.sentence.snap(start, end)
        if span is None:
            return _refused("only text of the event's own sentence can be chosen")
        if self._waits("label"):
            return self._give(self.stage, span)
        return self._go(replace(self.stage, held=span), f"{quoted(span)} is for the role that is named next")

    def focus_role(self, name: str, filler: int | None = None, *, add: bool = False) -> Step:
        """Go to a role by name, as its letter does; to one of its fillers; or with ``add`` to one more."""
        if self.type is None:
            return _refused(f"no type yet: {self._named.type} opens the types")
        if name not in self.type.roles:
            return _refused(f"{self.type.name} has no role {name}; its roles: {roles_of(self.type, self._ontology)}")
        stage = self.stage
        count = len(stage.fillers(name))
        if filler is not None and not 0 <= filler < count:
            return _refused(f"{name} has no filler {filler + 1}")
        if add or not count:
            filler = None
        elif filler is None:
            again = stage.role == name and stage.filler is not None
            # A span in hand is for the filler in focus; without one the letter steps on.
            filler = (((stage.filler or 0) + (stage.held is None)) % count) if again else 0
        return self._focus(name, filler)

    def focus_trigger(self) -> Step:
        """Go to the trigger, as its letter does."""
        return self._focus(None, None)

    def open_types(self) -> Step:
        """Choose the type next, as its letter does."""
        return self._go(self.stage.waiting("type"))

    def open_statuses(self) -> Step:
        """Choose the status next, as its letter does."""
        return self._go(self.stage.waiting("status"))

    def choose_type(self, name: str) -> Step:
        """Take the type called ``name``: what a click on it means."""
        chosen = self._ontology.types.get(name)
        return self._retype(chosen) if chosen else _refused(f"type {name!r} is not in ontology {self._ontology.id}")

    def choose_status(self, name: str) -> Step:
        """Take the status called ``name``: what a click on it means."""
        chosen = self._ontology.statuses.get(name)
        return self._restate(chosen) if chosen else _refused(f"status {name!r} is not in ontology {self._ontology.id}")

    def _go(self, stage: Stage, message: str = "") -> Step:
        if stage != self.stage:
            self._stages.append(stage)
        return Step("editing", message)

    def _name_role(self, key: str) -> Step:
        roles = self._ontology.roles.values()
        for role in roles:
            if key == role.key:
                return self.focus_role(role.name)
        for role in roles:
            if key == role.key.upper():
                return self.focus_role(role.name, add=True)
        known = f"; {self.type.name} has {roles_of(self.type, self._ontology)}" if self.type else ""
        return _refused(f"{key_name(key)!r} does nothing here{known}")

    def _add(self) -> Step:
        if self.stage.role is None:
            return _refused(f"an event has one trigger; a role's letter, then {self._named.add}, adds a filler")
        return self.focus_role(self.stage.role, add=True)

    def _choose(self, chooser: Choosing, key: str) -> Step:
        after = chooser.press(key)
        if after is chooser:
            return _refused(f"no {self.stage.pending} begins with {chooser.typed + key!r}")
        match after.chosen:
            case Hint(span=span):
                return self._give(self.stage, span)
            case EventType() as event_type:
                return self._retype(event_type)
            case Label() as status:
                return self._restate(status)
            case None:
                return self._go(replace(self.stage, typed=after.typed))

    def _focus(self, role: str | None, filler: int | None) -> Step:
        held, stage = self.stage.held, self.stage.focused(role, filler)
        return self._give(stage, held) if held else self._go(stage)

    def _give(self, stage: Stage, span: Span) -> Step:
        doubled = stage.role is not None and span in stage.fillers(stage.role) and span != stage.span
        return self._go(stage.given(span), f"{quoted(span)} already fills {stage.role}" if doubled else "")

    def _retype(self, event_type: EventType) -> Step:
        stage = replace(self.stage, type=event_type.name).settled()
        if stage.role is not None and stage.role not in event_type.roles:
            stage = replace(stage, role=None, filler=None)
        aside = stage.aside(event_type)
        return self._go(stage, f"{event_type.name} has no {listed(aside)}: dropped on save" if aside else "")

    def _restate(self, status: Label) -> Step:
        return self._go(replace(self.stage, status=status.name).settled())

    def _move(self, side: Side, by: Direction) -> Step:
        span = self.stage.span
        if span is None:
            return _refused(f"{self.stage.role or 'the trigger'} has no filler in focus to move an end of")
        sentence = self.sentence
        if not sentence.holds(span):
            sentence = Sentence.around(sentence.text, self._analysis, span)
        moved = sentence.move(span, side, by)
        if moved is None:
            outwards = (side == "start") == (by < 0)
            return _refused("the sentence ends here" if outwards else f"{quoted(span)} has no word to spare")
        return self._go(self.stage.moved(moved))

    def _drop(self) -> Step:
        if self.stage.role is None:
            return _refused("the trigger can be replaced, not dropped; a role's letter first")
        if self.stage.filler is None:
            return _refused(f"{self.stage.role} has no filler in focus to drop")
        return self._go(self.stage.dropped())

    def _step_back(self) -> Step:
        if len(self._stages) == 1:
            return _refused(f"nothing to step back to; {self._named.leave} leaves")
        self._stages.pop()
        return Step("editing")

    def _leave(self) -> Step:
        """What is pending goes first, unless the draft is nothing yet; then the draft."""
        pending = self.stage.pending or self.stage.held
        if pending and self.stage.trigger is not None:
            return self._go(self.stage.waiting(None))
        return Step("cancelled", "left without saving" if self.changed else "")

    def _save(self) -> Step:
        stage, keys = self.stage, self._named
        if stage.typed:
            return _refused(f"{stage.pending} {stage.typed!r} is half typed: {keys.back} takes it back")
        if stage.trigger is None:
            how = "a label chooses its word" if stage.pending == "label" else f"{keys.trigger} labels the words"
            return _refused(f"no trigger yet: {how}")
        event = self.event
        if event is None:
            how = "two letters choose it" if self._waits("type") else f"{keys.type} opens the types"
            return _refused(f"no type yet: {how}")
        try:
            event.check(self.sentence.text)
            self._ontology.check(event)
        except GoldwireError as error:
            return _refused(str(error))
        return Step("saved", f"dropped: {listed(self.aside)}" if self.aside else "", event)


def _refused(message: str) -> Step:
    return Step("refused", message)
