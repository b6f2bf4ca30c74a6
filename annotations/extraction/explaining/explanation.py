"""Explanations: what the rules made of a text and why, as plain values for those who mend the lexicon.

Spans are code points of the text that was explained.
"""

from dataclasses import dataclass
from typing import Literal

from annotations.model import Span

Hurdle = Literal["needs", "not", "attributive", "part_of_speech", "phrase"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule stands in the lexicon."""

    rule: str
    """Its id, as evidence names it: ``attack/hit#2``."""
    family: str
    """The family's name."""
    file: str
    """Relative to the ontology's folder."""
    line: int | None
    """Where the family begins; None where the file writes its families in another way than ``[[family]]``."""
    case: int | None
    """1-based; None where the family has no cases."""
    word: str
    """The word or phrase of the family that stands in the text."""
    part_of_speech: str
    type: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """One test of a condition: ``subject @munition``."""

    test: str
    holds: bool
    found: tuple[str, ...]
    """The words that satisfy it; where it fails, what stands in that relation instead."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A condition, and how each of its alternatives came out. One is enough."""

    condition: str
    holds: bool
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class ExplainedArgument:
    """An argument, the relation that gave it its role, and the way from the trigger to it."""

    role: str
    span: Span
    relation: str
    given_by: Literal["rule", "frame", "grammar"]
    """Whether the family's own ``roles``, the type's frame or the grammar's rules of time, place and source say so."""
    path: str
    """The tree's, in words."""
    reached: str
    """As the rules name it, which evidence keeps: ``xcomp>dobj``."""


@dataclass(frozen=True, slots=True)
class Fired:
    """An event that is proposed."""

    trigger: Span
    type: str
    place: Place
    needs: tuple[Checked, ...]
    vetoes: tuple[Checked, ...]
    """Those that would have kept it silent; none holds."""
    arguments: tuple[ExplainedArgument, ...]
    status: str
    cue: str
    """What gave the status, in words."""
    confidence: float
    score: float
    """The log odds of the confidence: the sum of the weights."""
    weights: tuple[tuple[str, float], ...]
    """The features that hold and weigh something, heaviest first."""
    outweighed: tuple[Place, ...]
    """Rules that hold too, but give way to this one."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What kept a rule from speaking."""

    hurdle: Hurdle
    text: str
    """What is asked for: a condition, a part of speech, the missing words of a phrase."""
    found: str
    """What stands there instead, in words."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A word of the lexicon under which nothing is proposed, and the rule that came nearest."""

    word: Span
    nearest: Place
    obstacles: tuple[Obstacle, ...]
    """In the order in which the rules meet them; never empty."""
    rules: int
    """How many rules of the word were tried."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A verb or noun that is no trigger word of the lexicon."""

    word: Span
    lemma: str
    classes: tuple[str, ...]
    """Word classes of the lexicon that list it: conditions may speak of it."""
    nearest: str | None
    """The trigger word that is written most like it."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the rules made of a text, each part in text order."""

    text: str
    sentences: tuple[Span, ...]
    """Those that were read."""
    fired: tuple[Fired, ...]
    missed: tuple[Missed, ...]
    unknown: tuple[Unknown, ...]
    """Of the sentences in which nothing fired."""
