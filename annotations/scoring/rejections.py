"""What a reviewer rejected, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from annotations.store.history import Standing


@dataclass(frozen=True, slots=True)
class Reason:
    """What was rejected for one reason, or without one."""

    name: str | None
    n: int
    types: tuple[tuple[str, int], ...]
    """The types proposed, most often rejected first."""


def rejections(standing: Iterable[Standing]) -> tuple[Reason, ...]:
    """The reasons, most often given first; what was rejected without one comes last."""
    types: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for one in standing:
        if one.verdict == "reject":
            types[one.reason][one.type] += 1
    reasons = [
        Reason(name, counts.total(), tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0]))))
        for name, counts in types.items()
    ]
    return tuple(sorted(reasons, key=lambda reason: (reason.name is None, -reason.n, reason.name or "")))
