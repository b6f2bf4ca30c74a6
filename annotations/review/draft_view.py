"""What an event in the making shows: everything that a widget draws of a draft, and nothing that changes it."""

from collections.abc import Collection
from dataclasses import dataclass

from annotations.model import Argument, Event, Span, content_id
from annotations.ontology import EventType, Label, Ontology
from annotations.review import choosing, likelihood
from annotations.review.choosing import Chooser
from annotations.review.edit_keys import EditKeys, character
from annotations.review.hints import Hint, hints
from annotations.review.prompting import prompts
from annotations.review.sentence import Sentence
from annotations.review.stage import Pending, Stage

Choosing = Chooser[Hint] | Chooser[EventType] | Chooser[Label]


@dataclass(frozen=True, slots=True)
class Slot:
    """One role of the type as the card shows it."""

    role: Label
    fillers: tuple[Span, ...]
    """In the order they came; a saved event has them in text order."""
    focused: bool
    filler: int | None
    """Which filler is in focus; None where the role is not, or where the next span is added."""


class DraftView:
    """The readable half of a draft."""

    def __init__(
        self,
        first: Stage,
        sentence: Sentence,
        ontology: Ontology,
        *,
        original: Event | None,
        triggers: Collection[Span],
        keys: EditKeys,
    ) -> None:
        self.sentence = sentence
        """The sentence that labels stand on: its bounds are ``start`` and ``end``."""
        self.original = original
        """The event that is edited; None when one is inserted."""
        self._stages = [first]
        self._ontology = ontology
        self._triggers = tuple(triggers)
        self._keys = keys
        self._named = keys.named
        self._never_labels = frozenset(map(character, keys.never_labels))
        self._likelihood = likelihood.load(ontology)
        self._hints: dict[tuple[str | None, Span | None], tuple[Hint, ...]] = {}

    @property
    def stage(self) -> Stage:
        """What the draft holds now: type, status, trigger, arguments, focus, what is pending, what is held."""
        return self._stages[-1]

    @property
    def type(self) -> EventType | None:
        """The event's type; None before one is chosen."""
        return self._ontology.types.get(self.stage.type or "")

    @property
    def status(self) -> str:
        """The event's status."""
        return self.stage.status

    @property
    def trigger(self) -> Span | None:
        """The event's trigger; None before one is chosen."""
        return self.stage.trigger

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The type's roles in its order, each with its fillers; none before there is a type."""
        stage = self.stage
        return tuple(
            Slot(
                self._ontology.roles[role],
                stage.fillers(role),
                focused := stage.role == role,
                stage.filler if focused else None,
            )
            for role in (self.type.roles if self.type else ())
        )

    @property
    def aside(self) -> tuple[Argument, ...]:
        """Arguments that saving drops, because the type has no such role; another type may bring them back."""
        return self.stage.aside(self.type) if self.type else ()

    @property
    def labels(self) -> Chooser[Hint] | None:
        """The labels that stand on the sentence while one is waited for, else None."""
        if self.stage.pending != "label":
            return None
        role, trigger = about = self.stage.role, self.stage.trigger
        if about not in self._hints:
            if role is None:
                spans = self._likelihood.triggers(self.sentence, self._triggers)
            else:
                spans = self._likelihood.fillers(role, self.sentence, trigger, self._triggers)
            self._hints[about] = hints(self.sentence.text, spans, self._never_labels | self._own(role))
        return Chooser(self._hints[about], self.stage.typed)

    @property
    def types(self) -> Chooser[EventType] | None:
        """The types to choose from while one is waited for, else None."""
        return choosing.types(self._ontology)._replace(typed=self.stage.typed) if self._waits("type") else None

    @property
    def statuses(self) -> Chooser[Label] | None:
        """The statuses to choose from while one is waited for, else None."""
        return choosing.statuses(self._ontology)._replace(typed=self.stage.typed) if self._waits("status") else None

    @property
    def chooser(self) -> Choosing | None:
        """Whichever of labels, types and statuses letters choose from now."""
        return self.labels or self.types or self.statuses

    @property
    def event(self) -> Event | None:
        """What saving would give, canonical but unchecked; None while trigger or type is missing."""
        article = self.original.article if self.original else content_id(self.sentence.text)
        return self.stage.event(article, self.type) if self.type else None

    @property
    def changed(self) -> bool:
        """Whether leaving would lose something."""
        stage, before = self.stage, self.original
        if before is None:
            return stage.trigger is not None
        now = (stage.type, stage.status, stage.trigger, set(stage.arguments))
        return now != (before.type, before.status, before.trigger, set(before.arguments))

    @property
    def prompts(self) -> tuple[str, ...]:
        """One line that says what keys do now, the nearest ones first; from the fullest wording to the tersest."""
        return prompts(self.stage, self.type, self._ontology, self._named)

    @property
    def ready(self) -> frozenset[str]:
        """The commands of the editor that come to something now, by their names in `EditKeys`."""
        stage = self.stage
        found = {"leave"}
        if len(self._stages) > 1:
            found.add("back")
        if self.event is not None and not stage.typed:
            found.add("save")
        filler = stage.role is not None
        if stage.span is not None and stage.pending in (None, "label"):
            found |= {"start_left", "start_right", "end_left", "end_right"} | ({"add", "drop"} if filler else set())
        if stage.pending is None:
            found |= {"trigger", "type", "status"} | ({"add"} if filler else set())
        return frozenset(found)

    @property
    def role_keys(self) -> tuple[str, ...]:
        """The letters that go to a role now, or on to its next filler while labels stand on the text."""
        if self._waits("type") or self._waits("status"):
            return ()
        letters = self._waits("label")
        return tuple(slot.role.key for slot in self.slots if not letters or (slot.focused and len(slot.fillers) > 1))

    def _waits(self, pending: Pending) -> bool:
        return self.stage.pending == pending

    def _own(self, role: str | None) -> frozenset[str]:
        """The characters that name what is in focus: they go on to its next filler, or to one more."""
        label = self._ontology.roles.get(role or "")
        return frozenset({label.key, label.key.upper()} if label else {character(self._keys.trigger)})

    @property
    def _stay(self) -> frozenset[str]:
        """The characters that are keys even while something is chosen."""
        if self._waits("label"):
            return self._never_labels | self._own(self.stage.role)
        return frozenset(map(character, (self._keys.back, self._keys.leave, self._keys.save)))
