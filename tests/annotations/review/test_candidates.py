"""Candidates kept up to date decision by decision are those that would be read anew."""

import sqlite3

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.ontology import Ontology
from annotations.review.candidates import Candidates
from annotations.review.session import ReviewSession
from tests.annotations.review.conftest import Reviewer

ACTS = ("accept", "reject", "skip", "retype", "another status", "flag", "undo", "redo")
EVERY_ACT = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def act(ana: Reviewer, what: str, index: int) -> None:
    session = ana.session
    if session.candidates:
        session.select(index % len(session.candidates))
    match what:
        case "retype":
            session.set_type("Harm.Kill", ana.look())
        case "another status":
            session.set_status("planned", ana.look())
        case "undo" | "redo":
            getattr(session, what)()
        case _:
            getattr(session, what)(ana.look())


@EVERY_ACT
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 4)), max_size=12))
def test_after_any_acts_the_list_reads_as_one_made_anew(
    connection: sqlite3.Connection, conflict: Ontology, acts: list[tuple[str, int]]
) -> None:
    ana = Reviewer(ReviewSession(connection, conflict, "ana"))
    for what, index in acts:
        act(ana, what, index)
        article = ana.session.article
        assert article is not None
        anew = Candidates(connection, "ana", article.id, None)
        assert ana.session.candidates == anew.listed
        assert ana.session.progress.decided == sum(not one.is_open for one in anew.listed) == anew.decided
        assert [anew.place(one.id) for one in anew.listed] == list(range(len(anew.listed)))
        assert [one.event_id for one in anew.listed] == [one.event.id for one in anew.listed]
