import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article, Occurrence, Proposal, Source, SourceText, content_id
from annotations.ontology import Ontology
from annotations.review.candidates import Candidate
from annotations.review.draft import Draft
from annotations.review.outcome import Outcome
from annotations.review.session import ReviewSession
from annotations.store import decisions, sources
from annotations.store.connection import open_database
from annotations.store.gold import judged_article
from tests.annotations.review.conftest import FIRST, Reviewer, article, extract
from tests.events import event


def test_it_opens_at_the_first_undecided_candidate(ana: Reviewer) -> None:
    session = ana.session
    assert session.article is not None
    assert session.article.text == FIRST
    assert not session.is_counted
    assert session.position == (1, 2)
    assert session.selected is not None
    assert (session.selected.number, session.selected.event.trigger.text) == (1, "shells")
    assert (session.progress.candidates, session.progress.decided) == (7, 0)


def test_confidence_is_hidden_before_a_decision_and_shown_after(ana: Reviewer) -> None:
    assert ana.session.selected is not None
    assert ana.session.selected.confidence is None
    ana.session.accept(ana.look())
    assert ana.session.candidates[0].confidence == 0.5


def test_accepting_is_in_the_database_and_moves_to_the_next_undecided(
    ana: Reviewer, connection: sqlite3.Connection, first: Article
) -> None:
    outcome = ana.session.accept(ana.look())
    assert outcome == Outcome("1 accepted")
    assert ana.session.index == 1
    (judged,) = judged_article(connection, "ana", first.id).events
    assert (judged.verdict.verdict, judged.verdict.event.trigger.text) == ("accept", "shells")
    assert (judged.extractor, judged.confidence) == ("rules", 0.5)
    assert ana.session.progress.decided == 1


def test_the_milliseconds_since_the_candidate_was_shown_are_kept(ana: Reviewer, connection: sqlite3.Connection) -> None:
    ana.session.shown(10.0)
    ana.session.accept(11.25)
    row = decisions.last(connection, "ana")
    assert row is not None
    assert (row.shown_ms, row.queue_order) == (1250, "text")


def test_a_key_that_was_read_before_the_candidate_was_painted_decides_nothing(ana: Reviewer) -> None:
    at = ana.look()
    assert ana.session.accept(at).ok
    assert ana.session.accept(at).message.startswith("key dropped")
    ana.session.shown(at + 1)
    assert not ana.session.reject(at).ok
    assert ana.states() == ["accepted", "undecided", "undecided", "undecided", "undecided"]


def test_a_rejection_takes_a_reason_until_the_next_decision(ana: Reviewer) -> None:
    ana.session.reject(ana.look())
    assert ana.session.reason("wrong_word").ok
    assert ana.session.reason("background").ok
    assert (ana.session.candidates[0].state, ana.session.candidates[0].reason) == ("rejected", "background")
    ana.session.accept(ana.look())
    assert ana.session.reason("other").line(str.upper) == "a reason follows a rejection: REJECT rejects"


def test_a_type_or_status_saves_at_once_as_an_edit(ana: Reviewer) -> None:
    ana.session.set_status("planned", ana.look())
    outcome = ana.session.set_type("Attack.Clash", ana.look())
    assert outcome.message == "2 saved, 1 fillers dropped"
    one, two = ana.session.candidates[:2]
    assert (one.state, one.event.status) == ("edited", "planned")
    assert (two.state, two.event.type) == ("edited", "Attack.Clash")
    assert two.event.fillers("target") == ()


def test_the_end_of_the_article_says_what_is_left(ana: Reviewer) -> None:
    ana.session.skip(ana.look())
    for _ in range(3):
        ana.session.accept(ana.look())
    told = ana.session.accept(ana.look()).line(str.upper)
    assert told == "5 accepted · 4 of 5 · 1 skipped · DONE done and next"
    refusal = ana.session.complete(ana.look())
    assert refusal.message == "not done: 1 skipped of 5"
    assert ana.session.index == 0
    assert "DONE done and next" in ana.session.reject(ana.look()).line(str.upper)
    outcome = ana.session.complete(ana.look())
    assert (outcome.message, outcome.article_changed, ana.session.position) == ("article 1 done", True, (2, 2))
    assert ana.session.progress.complete == 1


def test_done_pressed_twice_at_once_completes_one_article(ana: Reviewer) -> None:
    for _ in range(5):
        ana.session.accept(ana.look())
    at = ana.look()
    ana.session.complete(at)
    assert ana.session.complete(at).message.startswith("key dropped")
    assert ana.session.progress.complete == 1


def test_done_goes_on_to_the_next_article_that_is_not_done(
    ana: Reviewer, connection: sqlite3.Connection, second: Article
) -> None:
    third = article("A third one\n\nThe mayor urged a truce.")
    source = Source("c.txt", "c.txt", "utf-8", len(third.text))
    sources.add(connection, SourceText(source, ((third, Occurrence("c.txt", 0, len(third.text))),)))
    extract(connection, [third], [[]], "r1")
    ana.session.move_article(1)
    for _ in range(2):
        ana.session.accept(ana.look())
    assert ana.session.complete(ana.look()).ok
    assert ana.session.position[0] == 3
    ana.session.open_article(content_id(FIRST))
    for _ in range(5):
        ana.session.accept(ana.look())
    assert ana.session.complete(ana.look()).message == "article 1 done"
    assert ana.session.position[0] == 3
    assert ana.session.complete(ana.look()).message == "article 3 done, and with it the queue"


def test_done_where_the_next_article_is_not_extracted_yet_says_so(
    ana: Reviewer, connection: sqlite3.Connection
) -> None:
    waiting = article("A third one\n\nThe mayor urged a truce.")
    source = Source("c.txt", "c.txt", "utf-8", len(waiting.text))
    for _ in range(5):
        ana.session.accept(ana.look())
    ana.session.complete(ana.look())
    for _ in range(2):
        ana.session.accept(ana.look())
    other = sqlite3.connect(connection.execute("pragma database_list").fetchone()["file"], isolation_level=None)
    other.row_factory = sqlite3.Row
    sources.add(other, SourceText(source, ((waiting, Occurrence("c.txt", 0, len(waiting.text))),)))
    other.close()
    assert ana.session.refresh()
    assert ana.session.complete(ana.look()).message == "article 2 done · extraction has not reached the next one"


def test_an_event_that_cannot_be_edited_is_refused_in_a_line(
    connection: sqlite3.Connection, conflict: Ontology, tmp_path: Path
) -> None:
    (tmp_path / "hints.toml").write_text("unlabelled = 3", "utf-8")
    ana = Reviewer(ReviewSession(connection, replace(conflict, folder=tmp_path), "ana"))
    for opened in (ana.session.edit(ana.look()), ana.session.insert()):
        assert isinstance(opened, Outcome)
        assert "hints.toml: unlabelled is a list of strings" in opened.message


def test_undo_and_redo_walk_back_and_forth_across_articles(ana: Reviewer) -> None:
    for _ in range(5):
        ana.session.accept(ana.look())
    ana.session.complete(ana.look())
    ana.session.reject(ana.look())
    assert ana.session.undo().message == "undid reject of “talks”: now undecided"
    outcome = ana.session.undo()
    assert (outcome.message, outcome.article_changed) == ("undid done · article 1", True)
    for _ in range(5):
        assert ana.session.undo().ok
    assert ana.session.undo().message == "nothing to undo"
    assert ana.states() == ["undecided"] * 5
    assert ana.session.redo().message == "redid accept of “shells”: now accepted"
    assert ana.states()[:2] == ["accepted", "undecided"]
    ana.session.reject(ana.look())
    assert ana.session.redo().message == "nothing to redo"


def test_undo_goes_on_after_a_restart(ana: Reviewer, connection: sqlite3.Connection, conflict: Ontology) -> None:
    ana.session.accept(ana.look())
    ana.session.reject(ana.look())
    again = ReviewSession(connection, conflict, "ana")
    assert again.undo().ok
    assert again.undo().message == "undid accept of “shells”: now undecided"


def test_it_opens_again_where_the_reviewer_left(
    ana: Reviewer, connection: sqlite3.Connection, conflict: Ontology
) -> None:
    ana.session.move_article(1)
    ana.session.last()
    ana.session.keep_place()
    again = ReviewSession(connection, conflict, "ana")
    assert (again.position, again.index) == ((2, 2), 1)


def test_after_a_power_cut_it_opens_where_the_last_decision_led(
    ana: Reviewer, connection: sqlite3.Connection, conflict: Ontology
) -> None:
    ana.session.accept(ana.look())
    ana.session.reject(ana.look())
    assert ReviewSession(connection, conflict, "ana").index == 2
    ana.session.undo()
    assert ReviewSession(connection, conflict, "ana").index == 1


def test_another_reviewer_has_a_review_of_their_own(
    ana: Reviewer, connection: sqlite3.Connection, conflict: Ontology
) -> None:
    ana.session.accept(ana.look())
    ben = ReviewSession(connection, conflict, "ben")
    assert {candidate.state for candidate in ben.candidates} == {"undecided"}
    assert not ben.undo().ok


def test_an_edit_keeps_the_candidate_and_changes_its_event(ana: Reviewer) -> None:
    before = ana.session.candidates[0]
    draft = ana.session.edit(ana.look())
    assert isinstance(draft, Draft)
    for key in ("v", "p"):
        draft.press(key)
    saved = draft.press("enter")
    assert saved.event is not None
    assert ana.session.save(saved.event, ana.look()).message == "1 saved"
    after = ana.session.candidates[0]
    assert (after.id, after.state, after.event.status) == (before.id, "edited", "planned")
    assert after.proposed == before.event


def test_an_addition_joins_the_candidates_in_reading_order(ana: Reviewer, first: Article) -> None:
    assert isinstance(ana.session.insert(), Draft)
    outcome = ana.session.save(event(first.text, "on Monday", "Protest.Stage"), ana.look())
    assert outcome.message == "added as 3"
    assert ana.states()[2] == "added"
    assert ana.session.undo().message == "undid add of “on Monday”: now gone"
    assert len(ana.session.candidates) == 5


def test_whoever_adds_an_event_goes_on_with_what_was_to_be_decided(ana: Reviewer, first: Article) -> None:
    ana.session.insert()
    ana.session.save(event(first.text, "on Monday", "Protest.Stage"), ana.look())
    assert ana.session.selected is not None
    assert (ana.session.selected.number, ana.session.selected.state) == (1, "undecided")
    for _ in range(5):
        ana.session.accept(ana.look())
    ana.session.insert()
    ana.session.save(event(first.text, "harbour", "Protest.Stage"), ana.look())
    assert ana.session.selected is not None
    assert (ana.session.selected.event.trigger.text, ana.session.selected.state) == ("harbour", "added")


def test_what_equals_a_live_event_is_refused_by_its_number(ana: Reviewer, first: Article) -> None:
    ana.session.insert()
    assert ana.session.save(event(first.text, "killed", "Harm.Kill"), ana.look()).message == "same as 3"
    ana.session.reject(ana.look())
    ana.session.insert()
    assert (
        ana.session.save(event(first.text, "shells", "Attack.Shelling"), ana.look()).message
        == "same as 1, which is rejected"
    )
    ana.session.set_type("Attack.Clash", ana.look())
    assert (
        ana.session.save(event(first.text, "shelled", "Attack.Shelling"), ana.look()).message
        == "same as 2, which is edited"
    )


def test_roles_that_the_type_has_not_are_refused(ana: Reviewer, first: Article) -> None:
    ana.session.insert()
    outcome = ana.session.save(event(first.text, "truce", "Harm.Kill", mediator="mayor"), ana.look())
    assert not outcome.ok
    assert "has no role 'mediator'" in outcome.message
    assert len(ana.session.candidates) == 5


def test_flags_and_comments_stay_with_the_candidate(
    ana: Reviewer, connection: sqlite3.Connection, first: Article
) -> None:
    ana.session.flag(ana.look())
    ana.session.comment("  which militia?  ", ana.session.selected)
    candidate = ana.session.candidates[0]
    assert (candidate.flag, candidate.comment, candidate.state) == (True, "which militia?", "undecided")
    ana.session.accept(ana.look())
    (judged,) = judged_article(connection, "ana", first.id).events
    assert (judged.flag, judged.comment) == (True, "which militia?")
    ana.session.first()
    assert ana.session.flag(ana.look()).message == "unflagged"


def test_a_new_run_replaces_undecided_candidates_and_leaves_decided_ones(
    ana: Reviewer, connection: sqlite3.Connection, first: Article
) -> None:
    ana.session.accept(ana.look())
    ana.session.set_type("Attack.Clash", ana.look())
    kept = [candidate.event for candidate in ana.session.candidates[:2]]
    newer = [
        Proposal(event(first.text, "shelled", "Attack.Clash"), 0.4),
        Proposal(event(first.text, "truce", "Ceasefire.Agree"), 0.4),
    ]
    extract(connection, [first], [newer], "r2")
    ana.session.open_article(first.id)
    assert [(one.event.trigger.text, one.state) for one in ana.session.candidates] == [
        ("shells", "accepted"),
        ("shelled", "edited"),
        ("truce", "undecided"),
    ]
    assert [candidate.event for candidate in ana.session.candidates[:2]] == kept


def test_another_process_adding_an_article_is_noticed(ana: Reviewer, database: Path, first: Article) -> None:
    assert not ana.session.refresh()
    other = sqlite3.connect(database)
    other.execute("insert into source values ('s', 's.txt', 'utf-8', 4, '')")
    other.commit()
    other.close()
    assert ana.session.refresh()
    assert not ana.session.refresh()


def test_the_reading_sentence_follows_the_candidate_and_moves_alone(ana: Reviewer) -> None:
    session = ana.session
    session.move(3)
    assert session.sentence == 2
    session.move_sentence(1)
    assert (session.sentence, session.index) == (3, 3)
    session.move_sentence(99)
    assert session.sentence == 3


def test_search_goes_round(ana: Reviewer) -> None:
    session = ana.session
    assert session.find("MONDAY").message == "“MONDAY” is not in this article"
    assert session.find("lind").message == "match 1 of 1"
    assert session.sentence == 2
    assert session.find("l").ok
    assert session.search is not None
    hits = len(session.search.hits)
    at = session.search.at
    for _ in range(hits):
        session.next_match(1)
    assert session.search.at == at


def test_moving_stays_inside_the_article(ana: Reviewer) -> None:
    session = ana.session
    session.move(99)
    assert session.index == 4
    session.move(-99)
    assert session.index == 0
    assert session.move_article(-1).message == "no further article"


def test_an_empty_database_opens_with_nothing_selected(conflict: Ontology, tmp_path: Path) -> None:
    empty = ReviewSession(open_database(tmp_path / "empty.db", create=True), conflict, "ana")
    assert (empty.article, empty.selected, empty.position) == (None, None, (0, 0))
    for outcome in (empty.accept(1.0), empty.move(1), empty.complete(1.0), empty.undo(), empty.insert()):
        assert isinstance(outcome, Outcome)
        assert not outcome.ok


@pytest.mark.parametrize("act", ["accept", "reject", "skip"])
def test_a_database_that_refuses_leaves_everything_as_it_was(
    ana: Reviewer, connection: sqlite3.Connection, act: str
) -> None:
    connection.execute("pragma query_only = on")
    outcome = getattr(ana.session, act)(ana.look())
    assert not outcome.ok
    assert outcome.message.startswith("not saved: ")
    assert (ana.session.index, ana.states()) == (0, ["undecided"] * 5)


def test_what_is_undone_under_a_filter_is_not_called_gone(
    connection: sqlite3.Connection, conflict: Ontology, ana: Reviewer
) -> None:
    ana.session.accept(ana.look())
    narrow = ReviewSession(connection, conflict, "ana", extractor="another")
    assert narrow.undo().message.startswith("undid accept of “shells”: now undecided")


def test_the_place_kept_with_an_addition_is_where_one_goes_on(
    connection: sqlite3.Connection, conflict: Ontology, ana: Reviewer, first: Article
) -> None:
    def reopened() -> Candidate | None:
        return ReviewSession(connection, conflict, "ana").selected

    ana.session.insert()
    ana.session.save(event(first.text, "on Monday", "Protest.Stage"), ana.look())
    assert reopened() == ana.session.selected == ana.session.candidates[0]
    for _ in range(5):
        ana.session.accept(ana.look())
    ana.session.insert()
    ana.session.save(event(first.text, "harbour", "Protest.Stage"), ana.look())
    assert reopened() == ana.session.selected
    assert ana.session.selected is not None
    assert ana.session.selected.event.trigger.text == "harbour"
