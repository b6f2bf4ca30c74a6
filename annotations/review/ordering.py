"""The order in which an article's undecided candidates come before the reviewer. The list itself stays as one reads."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from annotations.review.candidates import Candidate

Order = Literal["text", "uncertain", "confident"]
"""As they stand in the article; first what is as likely right as wrong; first what is most likely right."""

ORDERS: tuple[Order, ...] = get_args(Order)


def next_undecided(
    candidates: Sequence[Candidate], confidence: Callable[[Candidate], float], order: Order, after: int | None
) -> int | None:
    """The index of the undecided candidate that comes after that of index ``after``; None where there is none.

    In text order it is the next one below, or the first one. The other orders know no below: of all others that are
    undecided it is the one whose confidence is nearest to 0.5, or the highest; the first of equals.
    """
    if order == "text":
        below = range(0 if after is None else after + 1, len(candidates))
        return next((index for index in below if candidates[index].state == "undecided"), None)
    others = [index for index, one in enumerate(candidates) if one.state == "undecided" and index != after]

    def doubt(index: int) -> float:
        found = confidence(candidates[index])
        return abs(found - 0.5) if order == "uncertain" else -found

    return min(others, key=doubt, default=None)
