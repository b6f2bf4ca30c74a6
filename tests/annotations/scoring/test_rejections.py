"""What was rejected, and why."""

from datetime import UTC, datetime

from annotations.scoring.rejections import Reason, rejections
from annotations.store.forms import VerdictName
from annotations.store.history import Standing


def standing(event_type: str, reason: str | None = None, verdict: VerdictName = "reject") -> Standing:
    return Standing(datetime(2026, 11, 21, tzinfo=UTC), verdict, event_type, reason, by_hand=True)


def test_reasons_come_with_their_types_most_often_given_first() -> None:
    told = [standing("B", "rare"), standing("A", "often"), standing("B", "often"), standing("B", "often")]
    assert rejections(told) == (
        Reason("often", 3, (("B", 2), ("A", 1))),
        Reason("rare", 1, (("B", 1),)),
    )


def test_what_has_no_reason_comes_last_however_much_it_is() -> None:
    told = [standing("A"), standing("A"), standing("A", "rare")]
    assert [(reason.name, reason.n) for reason in rejections(told)] == [("rare", 1), (None, 2)]


def test_only_rejections_count() -> None:
    assert rejections([standing("A", verdict="accept"), standing("A", verdict="skip")]) == ()
