"""Editing and inserting through the app, by keys and by mouse."""

from pathlib import Path

from tests.tui.conftest import Opened
from tests.tui.newsroom import build
from tui.glyphs import RAISED
from tui.widgets.article_view import GUTTER, ArticleView
from tui.widgets.card import Card
from tui.widgets.chooser_panel import ChooserPanel
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine


async def test_a_label_replaces_a_filler(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e", "a")
        await app.press(*app.label("OLMO"), "enter")
        shelled = app.session.candidates[1]
        assert [span.text for span in shelled.event.fillers("actor")] == ["OLMO"]
        assert shelled.state == "edited"


async def test_labels_stand_on_the_text_and_move_nothing(opened: Opened) -> None:
    async with opened() as app:
        before = app.text(ArticleView)
        await app.press("j", "e", "p")
        after = app.text(ArticleView)
        assert before != after
        assert [len(line) for line in before.splitlines()] == [len(line) for line in after.splitlines()]
        assert f"–{app.label('Gunners')}Gunners" in after


async def test_a_label_whose_word_begins_a_row_stands_in_the_gutter(opened: Opened) -> None:
    async with opened(size=(60, 18)) as app:
        await app.press("j", "e", "p")
        row = next(line for line in app.text(ArticleView).splitlines() if "Monday" in line)
        assert row.index("Monday") == GUTTER
        assert row[GUTTER - 1] == app.label("Monday")
        await app.pilot.click(ArticleView, offset=(GUTTER - 1, app.text(ArticleView).splitlines().index(row)))
        await app.rest()
        draft = app.app.reviewing.draft
        assert draft is not None
        assert [span.text for slot in draft.slots if slot.focused for span in slot.fillers] == ["Monday"]


async def test_letters_of_a_label_that_are_typed_stand_apart_from_those_that_are_left(
    opened: Opened, tmp_path: Path
) -> None:
    text = "Report\n\nGunners shelled " + " ".join(f"harbour{number}" for number in range(30)) + ".\n"
    async with opened(path=build(tmp_path / "long.db", (text, [("shelled", "Attack.Shelling", {})]))) as app:
        await app.press("e", "p")
        assert app.app.reviewing.draft is not None
        assert app.app.reviewing.draft.labels is not None
        key = next(hint.key for hint in app.app.reviewing.draft.labels.options if len(hint.key) == 2)
        await app.press(key[0])
        drawn = {
            segment.text: bool(segment.style and segment.style.reverse)
            for y in range(app.article.size.height)
            for segment in app.article.render_line(y)
        }
        assert (drawn[key[0]], drawn[key[1]]) == (False, True)


async def test_no_tag_stands_among_labels(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e")
        assert "ᵃ" in app.text(ArticleView)
        await app.press("p")
        assert not RAISED & set(app.text(ArticleView))


async def test_the_card_shows_every_role_and_what_is_in_focus(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e")
        assert "a t n c p w s role" in app.text(KeyLine)
        await app.press("t")
        card = app.text(Card)
        assert "▸t target" in card
        assert "instrument" in card


async def test_an_end_moves_by_a_word_and_a_filler_is_dropped(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e", "t", "h", "w", "x", "enter")
        event = app.session.candidates[1].event
        assert [span.text for span in event.fillers("target")] == ["the harbour"]
        assert event.fillers("time") == ()


async def test_leaving_saves_nothing(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e", "t", "x", "escape", "escape")
        assert app.app.reviewing.draft is None
        assert app.states[1] == "undecided"


async def test_keys_that_decide_are_letters_while_an_event_is_open(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("eaxfq")
        assert app.states == ["undecided"] * 5
        assert not app.session.candidates[0].flag
        assert app.app.reviewing.draft is not None


async def test_an_inserted_event_takes_trigger_type_and_role(opened: Opened) -> None:
    async with opened() as app:
        await app.press("J", "J", "J", "i")
        await app.press(*app.label("truce"))
        assert "Ceasefire.Agree" in app.text(ChooserPanel)
        await app.press("c", "a", "a")
        await app.press(*app.label("mayor"), "enter")
        assert app.message.startswith("added as 6")
        added = app.session.candidates[-1]
        assert (added.state, added.event.type, added.event.trigger.text) == ("added", "Ceasefire.Agree", "truce")
        assert [span.text for span in added.event.fillers("actor")] == ["mayor"]


async def test_an_event_that_is_there_already_is_refused(opened: Opened) -> None:
    async with opened() as app:
        await app.press("G", "i")
        await app.press(*app.label("urged"), "s", "m", "enter")
        assert app.message == "same as 5"
        assert app.app.reviewing.draft is not None


async def test_the_foot_says_what_keys_do_while_editing(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e")
        assert "trigger ‘shelled’" in app.text(StatusLine)
        assert "enter save" in app.text(KeyLine)


async def test_dragging_a_span_and_clicking_a_role_fills_it(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j")
        row = next(y for y, line in enumerate(app.text(ArticleView).splitlines()) if "Northern" in line)
        column = app.text(ArticleView).splitlines()[row].index("Northern")
        await app.pilot.mouse_down(ArticleView, offset=(column + 1, row))
        await app.pilot.hover(ArticleView, offset=(column + len("Northern Wire") - 2, row))
        await app.pilot.mouse_up(ArticleView, offset=(column + len("Northern Wire") - 2, row))
        await app.rest()
        assert "Northern Wire" in app.text(StatusLine)
        line = next(y for y, line in enumerate(app.text(Card).splitlines()) if "source" in line)
        await app.pilot.click(Card, offset=(5, line + 1))
        await app.rest()
        await app.press("enter")
        assert [span.text for span in app.session.candidates[1].event.fillers("source")] == ["Northern Wire"]


async def test_a_type_is_chosen_with_the_mouse(opened: Opened) -> None:
    async with opened() as app:
        await app.pilot.click(Card, offset=(6, 1))
        await app.rest()
        panel = app.text(ChooserPanel).splitlines()
        row = next(y for y, line in enumerate(panel) if "Harm.Kill" in line)
        await app.pilot.click(ChooserPanel, offset=(panel[row].index("Harm.Kill") + 1, row + 1))
        await app.rest()
        assert app.session.candidates[0].event.type == "Harm.Kill"


async def test_a_key_of_the_foot_can_be_clicked(opened: Opened) -> None:
    async with opened() as app:
        await app.pilot.click(KeyLine, offset=(app.text(KeyLine).index("reject"), 0))
        await app.rest()
        assert app.states[0] == "rejected"


async def test_each_of_several_keys_at_the_foot_can_be_clicked(opened: Opened) -> None:
    async with opened(size=(160, 40)) as app:
        for key, index in (("j k move", 1), ("k move", 0), ("move", 1)):
            await app.pilot.click(KeyLine, offset=(app.text(KeyLine).index(key), 0))
            await app.rest()
            assert app.session.index == index


async def test_a_letter_of_a_role_at_the_foot_can_be_clicked(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j", "e")
        await app.pilot.click(KeyLine, offset=(app.text(KeyLine).index("w s role"), 0))
        await app.rest()
        draft = app.app.reviewing.draft
        assert draft is not None
        assert draft.stage.role == "time"


async def test_a_trigger_can_be_clicked(opened: Opened) -> None:
    async with opened() as app:
        lines = app.text(ArticleView).splitlines()
        row = next(y for y, line in enumerate(lines) if "urged" in line)
        await app.pilot.click(ArticleView, offset=(lines[row].index("urged") + 2, row))
        await app.rest()
        assert app.session.index == 4
        assert lines[row].index("Both") == GUTTER
