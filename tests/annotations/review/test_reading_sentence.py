"""The reading sentence stays where the reviewer left it, whatever is written meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import Article, Proposal
from annotations.review.outcome import Outcome
from annotations.store.connection import close, open_database
from tests.annotations.review.conftest import Reviewer, extract
from tests.events import event


def test_it_stays_where_another_process_writes(ana: Reviewer, database: Path, first: Article) -> None:
    ana.session.move_sentence(2)
    other = open_database(database)
    extract(other, [first], [[Proposal(event(first.text, "truce", "Ceasefire.Agree"), 0.4)]], "r2")
    close(other)
    assert ana.session.refresh()
    assert [one.event.trigger.text for one in ana.session.candidates] == ["truce"]
    assert ana.session.sentence == 2


@pytest.mark.parametrize(
    "say",
    [
        lambda ana: ana.session.flag(ana.look()),
        lambda ana: ana.session.comment("which militia?", ana.session.selected),
        lambda ana: ana.session.comment("unclear", None),
    ],
    ids=["a flag", "a comment", "a comment on the article"],
)
def test_it_stays_where_something_is_said_of(ana: Reviewer, say: Callable[[Reviewer], Outcome]) -> None:
    ana.session.move_sentence(2)
    assert say(ana).ok
    assert (ana.session.index, ana.session.sentence) == (0, 2)
