"""The six levels at which events are compared, and the counts and ratios at each.

The definitions are TextEE's (Huang et al., 2024, "TextEE: Benchmark, Reevaluation, Reflections, and Future Challenges
in Event Extraction"): sets over exact spans, per article, summed over all articles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from annotations.model import Event

Level = Literal["TI", "TC", "AI", "AC", "AI+", "AC+"]
LEVELS: tuple[Level, ...] = get_args(Level)

Item = tuple[str | int, ...]
"""What is compared at a level: the article's id, then what the level looks at."""


@dataclass(frozen=True, slots=True)
class Count:
    """Items in gold, items predicted, and items in both."""

    gold: int
    predicted: int
    correct: int

    @property
    def precision(self) -> float | None:
        """Correct of predicted, in 0–1; None where nothing was predicted."""
        return self.correct / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Correct of gold, in 0–1; None where gold has nothing."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, ``2c / (g + p)``, in 0–1; None where both have nothing."""
        either = self.gold + self.predicted
        return 2 * self.correct / either if either else None


def items(event: Event) -> dict[Level, set[Item]]:
    """What one event amounts to at each level.

    TI is the trigger's span; TC that and the type; AI the type and an argument's span; AC that and the role; AI+ and
    AC+ are AI and AC with the trigger's span.
    """
    trigger: Item = (event.article, event.trigger.start, event.trigger.end)
    typed: Item = (event.article, event.type)
    attached: Item = (*trigger, event.type)
    fillers = {((argument.span.start, argument.span.end), argument.role) for argument in event.arguments}
    return {
        "TI": {trigger},
        "TC": {attached},
        "AI": {(*typed, *span) for span, _ in fillers},
        "AC": {(*typed, *span, role) for span, role in fillers},
        "AI+": {(*attached, *span) for span, _ in fillers},
        "AC+": {(*attached, *span, role) for span, role in fillers},
    }


def count(gold: Iterable[Event], predicted: Iterable[Event]) -> dict[Level, Count]:
    """Compare two collections of events at every level. Order and duplicates do not matter."""
    in_gold, in_predicted = _union(gold), _union(predicted)
    return {
        level: Count(len(in_gold[level]), len(in_predicted[level]), len(in_gold[level] & in_predicted[level]))
        for level in LEVELS
    }


def _union(events: Iterable[Event]) -> Mapping[Level, set[Item]]:
    union: dict[Level, set[Item]] = {level: set() for level in LEVELS}
    for event in events:
        for level, found in items(event).items():
            union[level] |= found
    return union
