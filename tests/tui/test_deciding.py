"""Deciding with single keys, and never what was not seen."""

from pathlib import Path

from annotations.ontology import Ontology
from tests.tui.conftest import Opened
from tui.widgets.article_view import ArticleView
from tui.widgets.candidate_list import CandidateList
from tui.widgets.card import Card
from tui.widgets.chooser_panel import ChooserPanel
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine


async def test_accept_decides_and_moves_to_the_next_undecided(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a")
        assert app.states == ["accepted", "undecided", "undecided", "undecided", "undecided"]
        assert app.session.index == 1
        assert app.message == "1 accepted"


async def test_reject_takes_a_reason_with_the_next_key(opened: Opened) -> None:
    async with opened() as app:
        await app.press("x")
        assert "1 not an event  2 no such type" in app.text(KeyLine)
        await app.press("3")
        assert app.session.candidates[0].reason == "wrong_zone"
        await app.press("a")
        assert "no such type" not in app.text(KeyLine)


async def test_eighty_columns_have_room_for_every_reason(opened: Opened, conflict: Ontology) -> None:
    async with opened(size=(80, 24)) as app:
        await app.press("x")
        said = app.text(KeyLine)
        assert all(f"{one.key} {one.name.replace('_', ' ')}" in said for one in conflict.rejects.values())


async def test_the_foot_is_made_anew_for_another_width(opened: Opened) -> None:
    async with opened() as app:
        await app.press("x")
        assert "accept" in app.text(KeyLine)
        await app.pilot.resize_terminal(80, 24)
        await app.rest()
        assert "accept" not in app.text(KeyLine)
        assert "6 other" in app.text(KeyLine)


async def test_a_burst_of_deciding_keys_decides_only_what_was_painted(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("aaaaa")
        assert app.states == ["accepted", "undecided", "undecided", "undecided", "undecided"]
        assert "dropped" in app.message
        await app.press("x")
        assert app.states[:3] == ["accepted", "rejected", "undecided"]


async def test_a_deciding_key_queued_behind_a_move_is_dropped(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("jja")
        assert app.states == ["undecided"] * 5
        assert app.session.index == 2
        await app.press("a")
        assert app.states[2] == "accepted"


async def test_skip_leaves_it_for_later(opened: Opened) -> None:
    async with opened() as app:
        await app.press("s")
        assert app.states[0] == "skipped"
        assert app.session.index == 1


async def test_undo_and_redo_go_where_the_act_was(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "x", "u")
        assert app.states[:2] == ["accepted", "undecided"]
        assert app.session.index == 1
        await app.press("u", "ctrl+r", "ctrl+r")
        assert app.states[:2] == ["accepted", "rejected"]


async def test_two_letters_change_the_type_and_save(opened: Opened) -> None:
    async with opened() as app:
        await app.press("y")
        assert "Attack.Shelling" in app.text(ChooserPanel)
        await app.press("a")
        assert "Ceasefire" not in app.text(ChooserPanel)
        await app.press("u")
        assert app.session.candidates[0].event.type == "Attack.Assault"
        assert app.states[0] == "edited"
        assert not app.review.query_one(ChooserPanel).display


async def test_letters_of_a_type_typed_at_once_are_no_commands(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("yau")
        assert app.session.candidates[0].event.type == "Attack.Assault"
        assert app.states[0] == "edited"


async def test_one_letter_changes_the_status_and_saves(opened: Opened) -> None:
    async with opened() as app:
        await app.press("v", "p")
        assert app.session.candidates[0].event.status == "planned"


async def test_a_wrong_letter_is_refused_and_escape_leaves_the_choice(opened: Opened) -> None:
    async with opened() as app:
        await app.press("v", "z")
        assert app.message == "no status begins with “z”: esc leaves"
        await app.press("escape", "a")
        assert app.states[0] == "accepted"


async def test_done_with_undecided_candidates_says_how_many_and_goes_to_the_first(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "s", "G", "d")
        assert app.message == "not done: 3 undecided and 1 skipped of 5"
        assert app.session.index == 1


async def test_the_last_decision_says_how_to_go_on_and_done_opens_the_next_article(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "a", "a", "a", "x")
        assert "d done and next" in app.message
        await app.press("d")
        assert app.session.article is not None
        assert app.session.article.title == "Ferry talks resume in Lind"
        assert "Envoys met" in app.text(ArticleView)


async def test_confidence_shows_only_after_the_decision(opened: Opened) -> None:
    async with opened() as app:
        assert "0.83" not in app.text(Card)
        await app.press("a", "k")
        assert "confidence 0.83" in app.text(Card)


async def test_the_foot_says_where_one_is(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "j")
        assert "article 1 of 2 · candidate 3 of 5 · 1 of 7 decided" in app.text(StatusLine)


async def test_flag_and_comment_show_in_list_and_card(opened: Opened) -> None:
    async with opened() as app:
        await app.press("f", "c", *"why?", "enter")
        assert app.session.candidates[0].comment == "why?"
        assert "⚑”" in app.text(CandidateList).splitlines()[0]
        assert "“why?”" in app.text(Card)


async def test_what_was_decided_is_there_when_the_app_opens_again_at_the_same_place(
    opened: Opened, database: Path
) -> None:
    async with opened() as app:
        await app.press("a", "x", "j", "q")
    async with opened(path=database) as app:
        assert app.states == ["accepted", "rejected", "undecided", "undecided", "undecided"]
        assert app.session.index == 3


async def test_a_key_that_means_nothing_says_where_help_is(opened: Opened) -> None:
    async with opened() as app:
        await app.press("z")
        assert app.message == "z does nothing here · ? shows all keys"
