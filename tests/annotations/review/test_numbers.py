"""The numbers of a review, read beside it."""

import pytest

from annotations.errors import StoppedError
from annotations.review.numbers import Numbers, numbers
from tests.annotations.review.conftest import Reviewer


def read(ana: Reviewer) -> list[Numbers]:
    return list(numbers(ana.session.file, "ana", stop=lambda: False, tick=lambda _done, _of: None))


def test_what_is_quick_comes_before_the_overview(ana: Reviewer) -> None:
    ana.session.accept(ana.look())
    ana.session.reject(ana.look())
    ana.session.reason("other")
    ana.session.skip(ana.look())
    first, second = read(ana)
    assert first.overview is None
    assert first.verdicts == {"accept": 1, "reject": 1, "skip": 1}
    assert [(reason.name, reason.n) for reason in first.rejected] == [("other", 1)]
    assert first.course.day is not None
    assert first.course.day.decided == 2
    assert second.overview is not None
    (rules,) = second.overview.extractors
    assert rules.so_far["TC"].ratio == 0.5
    assert (rules.order, rules.decided) == ("text order", 2)


def test_before_the_first_decision_there_is_nothing_to_tell(ana: Reviewer) -> None:
    _, second = read(ana)
    assert second.course.decided == ()
    assert second.overview is not None
    assert second.overview.extractors[0].so_far["TC"].ratio is None


def test_it_stops_between_two_articles_when_asked(ana: Reviewer) -> None:
    ana.session.accept(ana.look())
    stopped = False
    told = numbers(ana.session.file, "ana", stop=lambda: stopped, tick=lambda _done, _of: None)
    next(told)
    stopped = True
    with pytest.raises(StoppedError):
        next(told)
