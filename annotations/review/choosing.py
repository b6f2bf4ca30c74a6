"""Choosing one of many by its letters: a chooser of types, of statuses, of labels on a sentence.

A chooser is a value. Each key gives the next chooser, so whoever holds the older one can step back.
"""

from typing import Generic, NamedTuple, Protocol, TypeVar

from annotations.ontology import EventType, Label, Ontology


class Keyed(Protocol):
    """Whatever one or more letters choose. No option's key begins another's."""

    @property
    def key(self) -> str:
        """The letters, in the order they are pressed."""


Option = TypeVar("Option", bound=Keyed)


class Chooser(NamedTuple, Generic[Option]):
    """Options that stand before the reviewer, and the letters typed towards one of them."""

    options: tuple[Option, ...]
    typed: str = ""

    @property
    def possible(self) -> tuple[Option, ...]:
        """The options that the letters typed so far still allow, in the order they stand."""
        return tuple(option for option in self.options if option.key.startswith(self.typed))

    @property
    def chosen(self) -> Option | None:
        """The option whose letters have all been typed, None before that."""
        return next((option for option in self.options if option.key == self.typed), None)

    def press(self, key: str) -> "Chooser[Option]":
        """The chooser after ``key``: a letter typed, or with ``backspace`` taken back.

        A key that leads nowhere gives this very chooser, so ``chooser.press(key) is chooser`` means refused.
        """
        if key == "backspace":
            return self._replace(typed=self.typed[:-1]) if self.typed else self
        typed = self.typed + key
        if len(key) == 1 and any(option.key.startswith(typed) for option in self.options):
            return self._replace(typed=typed)
        return self


def types(ontology: Ontology) -> Chooser[EventType]:
    """A chooser of the ontology's event types: two letters each."""
    return Chooser(tuple(ontology.types.values()))


def statuses(ontology: Ontology) -> Chooser[Label]:
    """A chooser of the ontology's statuses: one letter each."""
    return Chooser(tuple(ontology.statuses.values()))
