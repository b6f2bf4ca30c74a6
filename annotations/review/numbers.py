"""All that the numbers screen tells of one reviewer, read beside the review: first what is quick, then the rest."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from annotations.errors import StoppedError
from annotations.review.course import Course, course
from annotations.scoring.overview import Overview, overview
from annotations.scoring.rejections import Reason, rejections
from annotations.store import history
from annotations.store.beside import reading
from annotations.store.forms import VerdictName


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known so far."""

    at: datetime
    """When it was read, in local time."""
    verdicts: Mapping[VerdictName, int]
    """Those that stand."""
    rejected: tuple[Reason, ...]
    course: Course
    overview: Overview | None = None
    """None while it is not there yet."""


def numbers(
    file: Path, reviewer: str, *, stop: Callable[[], bool], tick: Callable[[int, int], None]
) -> Iterator[Numbers]:
    """The numbers without the overview, then with it; ``tick`` is told how many articles are read, and of how many.

    Raises:
        StoreError: the database cannot be read.
        StoppedError: ``stop`` ended it.
    """

    def between(done: int, of: int) -> None:
        if stop():
            raise StoppedError(f"{file}: {done} of {of} articles read")
        tick(done, of)

    with reading(file, stop) as connection:
        standing = list(history.standing(connection, reviewer))
        found = Numbers(
            at=datetime.now().astimezone(),
            verdicts=Counter(one.verdict for one in standing),
            rejected=rejections(standing),
            course=course(standing, history.completions(connection, reviewer)),
        )
        yield found
        yield replace(found, overview=overview(connection, reviewer, between))
