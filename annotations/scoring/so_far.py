"""Precision so far: how right the candidates were that a reviewer has decided (law 6).

What was decided first is no sample, so these figures go with their n and the order in which candidates came, and
there is no recall here that an F1 could be made of.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from annotations.model import Event
from annotations.scoring.levels import LEVELS, Level, items

Verdict = Literal["accept", "edit", "reject", "skip"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate: the proposal as the extractor made it, the verdict (None: none yet), and the event as decided.

    An accepted or edited candidate must have the event as decided; of others it is not looked at.
    """

    proposal: Event
    verdict: Verdict | None
    decided: Event | None = None

    def __post_init__(self) -> None:
        if self.verdict in ("accept", "edit") and self.decided is None:
            raise ValueError(f"{self.verdict} of {self.proposal.id} without the event as decided")

    @property
    def right(self) -> Event | None:
        """What the proposal should have been; None where there is no event."""
        return self.decided if self.verdict in ("accept", "edit") else None


@dataclass(frozen=True, slots=True)
class Precision:
    """What was proposed at a level, and how much of that is right."""

    predicted: int
    correct: int

    @property
    def precision(self) -> float | None:
        """Correct of predicted, in 0–1; None where nothing was predicted."""
        return self.correct / self.predicted if self.predicted else None


@dataclass(frozen=True, slots=True)
class SoFar:
    """The figures over the decided candidates of one extractor and one reviewer."""

    micro: Mapping[Level, Precision]
    types: Mapping[str, Mapping[Level, Precision]]
    """By the type proposed, in alphabetical order."""
    verdicts: Mapping[Verdict, int]
    """How many were accepted, edited, rejected and skipped."""
    undecided: int
    """Candidates without a verdict, and skipped ones."""
    order: str
    """The order in which candidates came before the reviewer, in words."""

    @property
    def decided(self) -> int:
        """The n of TI and TC: candidates accepted, edited or rejected."""
        return self.micro["TC"].predicted


def so_far(candidates: Iterable[Judged], order: str) -> SoFar:
    """Compare every decided candidate, level by level, with the event as decided; a rejected one is wrong."""
    candidates = list(candidates)
    decided = [each for each in candidates if each.verdict not in (None, "skip")]
    by_type = defaultdict(list)
    for each in decided:
        by_type[each.proposal.type].append(each)
    verdicts = Counter(each.verdict for each in candidates)
    return SoFar(
        micro=_precision(decided),
        types={name: _precision(by_type[name]) for name in sorted(by_type)},
        verdicts={verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        undecided=len(candidates) - len(decided),
        order=order,
    )


def _precision(decided: Sequence[Judged]) -> dict[Level, Precision]:
    predicted: Counter[Level] = Counter()
    correct: Counter[Level] = Counter()
    for each in decided:
        right = items(each.right) if each.right else None
        for level, proposed in items(each.proposal).items():
            predicted[level] += len(proposed)
            correct[level] += len(proposed & right[level]) if right else 0
    return {level: Precision(predicted[level], correct[level]) for level in LEVELS}
