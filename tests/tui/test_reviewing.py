"""What keys and clicks mean, without a screen: what stands open is not lost, keys do what they are offered for."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

import pytest

from annotations.model import Article, Proposal
from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store import decisions, runs
from annotations.store.connection import close, open_database
from tests.tui.newsroom import FIRST, Told, analysis, build, event, zones
from tui.actions import ACTIONS
from tui.footer import hints
from tui.keys import Keymap
from tui.reviewing import Request, Reviewing


class Reviewer(NamedTuple):
    """Someone at the keys: whatever is selected is painted before the next one is pressed."""

    reviewing: Reviewing
    connection: Connection
    database: Path

    @property
    def session(self) -> ReviewSession:
        return self.reviewing.session

    @property
    def message(self) -> str:
        return self.reviewing.message

    @property
    def offered(self) -> str:
        return "  ".join(f"{hint.keys} {hint.label}" for hint in hints(self.reviewing, broad=True))

    def press(self, *keys: str) -> Request | None:
        request = None
        for key in keys:
            self.session.shown(0.0)
            request = self.reviewing.press(key, 1.0)
        return request

    def label(self, phrase: str) -> str:
        draft = self.reviewing.draft
        assert draft is not None
        assert draft.labels is not None
        return next(hint.key for hint in draft.labels.options if hint.span.text == phrase)

    def elsewhere(self, *told: Told) -> None:
        """Another process extracts the first article anew, with these events, and the app notices."""
        article = Article(FIRST, zones(FIRST))
        other = open_database(self.database)
        run = runs.begin(other, extractor="desk", version="1", model="m", rules="r2", ontology="conflict/1")
        runs.save(other, run, article.id, [Proposal(event(article, one), 0.5) for one in told], analysis(FIRST))
        close(other)
        assert self.session.refresh()


@pytest.fixture
def ana(tmp_path: Path, conflict: Ontology) -> Iterator[Reviewer]:
    """A reviewer of two invented articles."""
    database = build(tmp_path / "goldwire.db")
    connection = open_database(database)
    yield Reviewer(Reviewing(ReviewSession(connection, conflict, "ana"), Keymap()), connection, database)
    close(connection)


class TestNothingIsLost:
    @pytest.mark.parametrize("action", ["quit", "accept", "undo", "queue", "comment", "next", "next_article"])
    def test_an_edit_that_is_not_saved_is_not_left_by_another_act(self, ana: Reviewer, action: str) -> None:
        ana.press("e", "v", "p")
        assert ana.reviewing.do(action, 1.0) is None
        assert ana.message == "the edit is not saved: enter saves it, esc leaves it"
        assert ana.reviewing.draft is not None
        assert ana.press("q") is None

    def test_nor_by_the_mouse(self, ana: Reviewer) -> None:
        ana.press("e", "v", "p")
        ana.reviewing.select(3)
        ana.reviewing.open_article("anything")
        assert ana.reviewing.draft is not None
        assert ana.session.index == 0

    def test_an_edit_that_changed_nothing_is_left(self, ana: Reviewer) -> None:
        ana.press("e")
        ana.reviewing.select(3)
        assert ana.reviewing.draft is None
        assert ana.session.index == 3
        ana.press("e")
        assert ana.reviewing.do("quit", 1.0) == "quit"

    def test_a_comment_that_is_not_saved_is_not_left_by_a_click(self, ana: Reviewer) -> None:
        ana.press("c", *"why")
        ana.reviewing.select(3)
        ana.reviewing.click(FIRST.index("urged"), 1.0)
        assert ana.message == "the comment is not saved: enter saves it, esc leaves it"
        ana.press("enter")
        assert ana.session.candidates[0].comment == "why"

    def test_a_search_is_left_by_a_click(self, ana: Reviewer) -> None:
        ana.press("/", *"why")
        ana.reviewing.select(3)
        assert ana.reviewing.typing is None

    @pytest.mark.parametrize("keys", [("c", *"why"), ("e", "v", "p")])
    def test_what_the_database_refuses_can_be_saved_later(self, ana: Reviewer, keys: tuple[str, ...]) -> None:
        ana.press(*keys)
        ana.connection.execute("pragma query_only = on")
        ana.press("enter")
        assert ana.message.startswith("not saved: ")
        ana.connection.execute("pragma query_only = off")
        ana.press("enter")
        assert ana.reviewing.ok
        decision = decisions.last(ana.connection, "ana")
        assert decision is not None
        assert decision.facet == {"c": "comment", "e": "verdict"}[keys[0]]

    def test_an_article_opens_where_the_place_cannot_be_kept(self, ana: Reviewer) -> None:
        ana.connection.execute("pragma query_only = on")
        ana.press("]")
        assert ana.session.position == (2, 2)
        assert ana.message.startswith("the place in the queue is not saved: ")


class TestAnotherProcessWrites:
    def test_an_open_edit_stays_open_and_is_saved(self, ana: Reviewer) -> None:
        ana.press("j", "j", "e", "v", "p")
        ana.elsewhere(("killed", "Harm.Kill", {}), ("shelled", "Attack.Shelling", {}), ("met", "Diplomacy.Meet", {}))
        assert ana.session.selected is not None
        assert ana.session.selected.event.trigger.text == "killed"
        ana.press("enter")
        assert ana.message == "2 saved"
        assert ana.session.candidates[1].event.status == "planned"

    def test_an_edit_of_a_candidate_that_goes_meanwhile_is_saved_all_the_same(self, ana: Reviewer) -> None:
        ana.press("j", "j", "e", "v", "p")
        ana.elsewhere(("shelled", "Attack.Shelling", {}), ("met", "Diplomacy.Meet", {}))
        ana.press("enter")
        assert ana.message == "2 saved"
        states = [(one.event.trigger.text, one.state) for one in ana.session.candidates]
        assert states == [("shelled", "undecided"), ("killed", "edited"), ("met", "undecided")]

    def test_a_type_is_not_given_to_the_candidate_that_came_in_the_place_of_another(self, ana: Reviewer) -> None:
        ana.press("y")
        ana.elsewhere(("shelled", "Attack.Shelling", {}))
        ana.press("a", "u")
        assert ana.message == "that candidate has gone meanwhile: no type was saved"
        assert [one.state for one in ana.session.candidates] == ["undecided"]

    def test_a_comment_goes_to_the_candidate_that_it_was_begun_on(self, ana: Reviewer) -> None:
        begun = ana.session.candidates[0].id
        ana.press("c")
        ana.elsewhere(("shelled", "Attack.Shelling", {}))
        ana.press(*"gone?", "enter")
        decision = decisions.last(ana.connection, "ana")
        assert decision is not None
        assert decision.subject == begun


class TestWhatTheFootOffers:
    def test_reasons_by_name_as_long_as_they_are_taken(self, ana: Reviewer) -> None:
        ana.press("x")
        assert ana.offered.startswith("a accept  x reject  1 not an event  2 no such type")
        ana.press("j", "2")
        assert ana.session.candidates[0].reason == "no_such_type"
        assert "1 not an event" in ana.offered
        ana.press("y", "a", "u")
        assert "1 not an event" not in ana.offered

    def test_reasons_alone_until_the_next_key_where_there_is_little_room(self, ana: Reviewer) -> None:
        for key in ("x", "2"):
            ana.press(key)
            assert [hint.key for hint in hints(ana.reviewing, broad=False)] == list("123456")
        ana.press("j")
        assert [hint.key for hint in hints(ana.reviewing, broad=False)][:3] == ["a", "x", "e"]

    def test_letters_of_roles_only_while_no_labels_take_them(self, ana: Reviewer) -> None:
        ana.press("j", "e")
        assert ana.offered.startswith("a t n c p w s role  enter save")
        ana.press("t")
        assert "role" not in ana.offered
        assert "y type" not in ana.offered
        assert "x drop" in ana.offered

    def test_nothing_that_would_be_refused_without_a_filler(self, ana: Reviewer) -> None:
        ana.press("e")
        assert "drop" not in ana.offered
        ana.press("p")
        assert "drop" not in ana.offered
        assert "left end" not in ana.offered

    def test_saving_only_what_has_a_type(self, ana: Reviewer) -> None:
        ana.press("i")
        ana.press(ana.label("Militia"), "escape")
        assert ana.reviewing.draft is not None
        assert ana.reviewing.draft.prompts[1].endswith("y chooses its type")
        assert "save" not in ana.offered


class TestWhileAnEventIsOpen:
    def test_help_and_pages_leave_it_open(self, ana: Reviewer) -> None:
        ana.press("e", "a")
        assert [ana.press(key) for key in ("?", "f1", "pagedown", "space", "tab")] == [
            "help",
            "help",
            "page_down",
            "page_down",
            "pane",
        ]
        assert ana.reviewing.draft is not None

    def test_what_is_chosen_from_can_be_scrolled(self, ana: Reviewer) -> None:
        ana.press("e", "y")
        assert (ana.press("space"), ana.press("up")) == ("panel_down", "panel_up")
        ana.press("escape", "escape", "y")
        assert ana.press("pagedown") == "panel_down"

    def test_a_click_on_a_label_chooses_what_the_label_means(self, ana: Reviewer) -> None:
        ana.press("j", "e", "p")
        labels = ana.reviewing.draft.labels if ana.reviewing.draft else None
        assert labels is not None
        both = next(hint for hint in labels.options if hint.span.text == "Gunners")
        assert FIRST[both.start] == " "
        ana.reviewing.click(both.start, 1.0)
        ana.press("enter")
        assert [span.text for span in ana.session.candidates[1].event.fillers("place")] == ["Gunners"]

    def test_the_time_since_the_candidate_was_painted_goes_with_the_edit(self, ana: Reviewer) -> None:
        ana.session.shown(2.0)
        for key in ("e", "v", "p"):
            ana.reviewing.press(key, 3.0)
        ana.reviewing.press("enter", 7.5)
        decision = decisions.last(ana.connection, "ana")
        assert decision is not None
        assert decision.shown_ms == 5500


class TestKeymaps:
    def test_the_editors_keys_can_be_others(self, ana: Reviewer) -> None:
        keymap = Keymap({"edit_save": ["f10"], "edit_status": ["z"]})
        bea = ana._replace(reviewing=Reviewing(ana.session, keymap))
        bea.press("e", "z", "p", "enter")
        assert bea.reviewing.draft is not None
        assert "f10 save" in bea.offered
        bea.press("f10")
        assert bea.message == "1 saved"

    def test_a_key_that_hides_a_role_is_told_at_the_start(self, ana: Reviewer) -> None:
        reviewing = Reviewing(ana.session, Keymap({"edit_drop": ["t"]}))
        assert reviewing.message == "'t' is the key of role target and means drop in the editor"


def test_no_type_is_asked_for_where_there_is_no_candidate(ana: Reviewer) -> None:
    ana.elsewhere()
    ana.press("y")
    assert ana.reviewing.asking is None
    assert ana.message == "no candidate to decide: i inserts a missed event"


def test_no_action_fails_in_an_empty_database(tmp_path: Path, conflict: Ontology) -> None:
    connection = open_database(tmp_path / "empty.db", create=True)
    for action in (one for one in ACTIONS if one.keys and one.place != "lists"):
        reviewing = Reviewing(ReviewSession(connection, conflict, "ana"), Keymap())
        reviewing.do(action.id, 1.0)
        for key in (*reviewing.keymap.keys(action.id), "1"):
            reviewing.press(key, 1.0)
        assert hints(reviewing, broad=True)
        assert not reviewing.unsaved
    close(connection)
