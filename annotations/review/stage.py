"""One stage of an event in the making: what it holds so far, what is in focus, what is being chosen.

A stage is a value and every change gives the next one, so that stepping back is going to the stage before.
"""

from dataclasses import dataclass, replace
from typing import Literal

from annotations.model import Argument, Event, Span
from annotations.ontology import EventType

Pending = Literal["label", "type", "status"]
"""What the next letters choose: a labelled span for what is in focus, the type, or the status."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that stepping back brings back.

    Fillers keep the order they came in, so nothing on the screen changes places while it is edited.
    """

    type: str | None
    status: str
    trigger: Span | None
    arguments: tuple[Argument, ...] = ()
    """Those of roles that the type lacks too: they come back when the type does."""
    role: str | None = None
    """The role in focus; None when the trigger is."""
    filler: int | None = None
    """Which filler of that role is in focus; None where the next span is added."""
    pending: Pending | None = None
    typed: str = ""
    """The letters typed towards what is pending."""
    held: Span | None = None
    """A span chosen with the mouse before it was said what for."""

    def fillers(self, role: str) -> tuple[Span, ...]:
        """The spans that fill ``role``."""
        return tuple(argument.span for argument in self.arguments if argument.role == role)

    @property
    def span(self) -> Span | None:
        """The trigger or filler in focus; None where there is none yet."""
        if self.role is None:
            return self.trigger
        return None if self.filler is None else self.fillers(self.role)[self.filler]

    def waiting(self, pending: Pending | None) -> "Stage":
        """The stage with something else (or nothing) to choose, nothing typed and nothing held."""
        return replace(self, pending=pending, typed="", held=None)

    def settled(self) -> "Stage":
        """The stage with nothing more to choose, unless the event's trigger is still to be."""
        return self.waiting("label" if self.role is None and self.trigger is None else None)

    def focused(self, role: str | None, filler: int | None = None) -> "Stage":
        """The stage with labels for ``role`` (None: the trigger) and one of its fillers, or an added one."""
        return replace(self, role=role, filler=filler).waiting("label")

    def given(self, span: Span) -> "Stage":
        """The stage with ``span`` in the place of what is in focus, or added where no filler is.

        A span that fills the role already stays one filler.
        """
        if self.role is None:
            return replace(self, trigger=span).waiting("type" if self.type is None else None)
        known = self.fillers(self.role)
        if span not in known:
            return self._refilled(self.role, span).waiting(None)
        place = known.index(span)
        if self.filler is None or self.filler == place:
            return replace(self, filler=place).waiting(None)
        merged = self.dropped()
        return replace(merged, filler=place - (self.filler < place))

    def moved(self, span: Span) -> "Stage":
        """The stage with ``span`` in the place of what is in focus, even if it passes another filler."""
        if self.role is None:
            return replace(self, trigger=span).waiting(None)
        return self._refilled(self.role, span).waiting(None)

    def dropped(self) -> "Stage":
        """The stage without the filler in focus; the focus goes to the next one, or the one before."""
        if self.role is None or self.filler is None:
            return self
        place = self._places(self.role)[self.filler]
        left = len(self.fillers(self.role)) - 1
        return replace(
            self,
            arguments=self.arguments[:place] + self.arguments[place + 1 :],
            filler=min(self.filler, left - 1) if left else None,
        ).waiting(None)

    def aside(self, event_type: EventType) -> tuple[Argument, ...]:
        """The arguments whose role ``event_type`` lacks."""
        return tuple(argument for argument in self.arguments if argument.role not in event_type.roles)

    def event(self, article: str, event_type: EventType) -> Event | None:
        """What saving amounts to, None without a trigger.

        Arguments come in the order of the type's roles, then in text order; equal ones once, those aside not.
        """
        if self.trigger is None:
            return None
        kept = set(self.arguments) - set(self.aside(event_type))
        arguments = sorted(kept, key=lambda argument: (event_type.roles.index(argument.role), argument.span))
        return Event(article, event_type.name, self.trigger, self.status, tuple(arguments))

    def _refilled(self, role: str, span: Span) -> "Stage":
        argument = Argument(span, role)
        if self.filler is None:
            return replace(self, arguments=(*self.arguments, argument), filler=len(self.fillers(role)))
        place = self._places(role)[self.filler]
        return replace(self, arguments=(*self.arguments[:place], argument, *self.arguments[place + 1 :]))

    def _places(self, role: str) -> list[int]:
        return [place for place, argument in enumerate(self.arguments) if argument.role == role]
