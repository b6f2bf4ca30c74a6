"""Two windows of one reviewer at one database: neither overturns what it has not shown."""

from contextlib import closing

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import open_database
from tests.annotations.review.conftest import Reviewer


def test_what_another_window_decided_meanwhile_is_shown_before_it_is_overturned(
    conflict: Ontology, ana: Reviewer
) -> None:
    with closing(open_database(ana.session.file)) as other:
        there = Reviewer(ReviewSession(other, conflict, "ana"))
        seen = ana.look()
        assert there.session.reject(there.look()).ok
        refused = ana.session.accept(seen)
        assert refused.message == "not saved: another window was faster, 1 is rejected"
        assert ana.states()[0] == there.states()[0] == "rejected"
        assert ana.session.accept(ana.look()).ok
        assert ana.states()[0] == "accepted"
        undone = ana.session.undo()
        assert undone.ok
        assert ana.states()[0] == "rejected"


def test_a_comment_of_another_window_is_told_before_it_is_overwritten(conflict: Ontology, ana: Reviewer) -> None:
    on = ana.session.selected
    with closing(open_database(ana.session.file)) as other:
        there = Reviewer(ReviewSession(other, conflict, "ana"))
        assert there.session.comment("theirs", there.session.selected).ok
        assert ana.session.comment("mine", on).message == "not saved: another window was faster: “theirs”"
        assert ana.session.comment("mine", on).ok
        assert ana.session.comment("of the article", None).ok
        assert there.session.comment("", None).message == "not saved: another window was faster: “of the article”"
