"""The article as it is drawn: every cell where its offset says, states told apart without colour."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from annotations.model import Argument, Event, Span, content_id
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened
from tests.tui.newsroom import add
from tui.safe import JOINED, composed, safe
from tui.widgets.article_view import GUTTER, ArticleView

HOSTILE = [
    "He said \x1b[31m\x1b]0;title\x07red\x9b2J and shelled the \u202eport\u202c.",
    "NUL \x00 tab\there, a lone\rreturn\x0b\x0c, shelled the port.",
    "[/foo] [bold red]text[/] [UN] shelled the port.",
    "👩\u200d👩\u200d👧 🇾🇪 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 shelled the port.",
    "记者在阿勒颇报道 shelled the port 停火协议。",
    "وقف إطلاق النار في الحديدة shelled the port عَدَن.",
    "cafe\u0301 nai\u0308ve Z\u0351\u036b\u0343\u036aalgo shelled the port.",
    "lone surrogate-free \ufffe\uffff\U000e0041 tags, \u2028 separators\u2029, shelled the port.",
]


def segments(view: ArticleView) -> list[list[Segment]]:
    return [list(view.render_line(y)) for y in range(view.size.height)]


def drawn(view: ArticleView, *, reverse: bool) -> list[tuple[int, int, str]]:
    """Row, cell and text of every bold stretch that is drawn in reverse (or not)."""
    found = []
    for y, row in enumerate(segments(view)):
        cell = 0
        for text, style, _ in row:
            if style is not None and style.bold and bool(style.reverse) is reverse and text.strip():
                found.append((y, cell, text))
            cell += cell_len(text)
    return found


def attributes(view: ArticleView, text: str) -> tuple[bool, ...]:
    """Bold, italic, underline, strike and reverse of the stretch that reads ``text``."""
    style = next(style for row in segments(view) for said, style, _ in row if said == text)
    assert style is not None
    return tuple(bool(one) for one in (style.bold, style.italic, style.underline, style.strike, style.reverse))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("line", HOSTILE)
async def test_hostile_text_is_shown_safely_and_where_its_offsets_say(
    opened: Opened, tmp_path: Path, line: str, ending: str
) -> None:
    text = f"Headline{ending}{ending}First line, long enough to matter.{ending}{line}{ending}"
    start, port = text.index("shelled"), text.index("port")
    trigger = Span.of(text, start, start + 7)
    event = Event(
        content_id(text), "Attack.Shelling", trigger, "occurred", (Argument(Span.of(text, port, port + 4), "target"),)
    )
    path = tmp_path / "hostile.db"
    connection = open_database(path, create=True)
    add(connection, text, [event])
    close(connection)
    async with opened(path=path) as app:
        for row in segments(app.article):
            said = "".join(segment.text for segment in row)
            assert safe(said) == said
            assert JOINED not in said
            assert cell_len(said) == app.article.scrollable_content_region.width
        before = composed(line[: line.index("shelled")])
        assert (3, GUTTER + cell_len(before), "shelled") in drawn(app.article, reverse=True)
        assert (3, GUTTER + cell_len(composed(line[: line.index("port")])), "port") in targets(app)


def targets(app: Driver) -> list[tuple[int, int, str]]:
    """Row, cell and text of what is drawn in the target's colour."""
    colour = app.article.over("role-2").color
    found = []
    for y, row in enumerate(segments(app.article)):
        cell = 0
        for text, style, _ in row:
            if style is not None and style.color == colour and not style.reverse:
                found.append((y, cell, text))
            cell += cell_len(text)
    return found


async def test_a_megabyte_in_one_line_is_shown_where_its_trigger_is(opened: Opened, tmp_path: Path) -> None:
    text = "Headline\n" + "停 truce " * 150_000 + "gunners shelled the port"
    start = text.index("shelled")
    event = Event(content_id(text), "Attack.Shelling", Span.of(text, start, start + 7), "occurred")
    path = tmp_path / "long.db"
    connection = open_database(path, create=True)
    add(connection, text, [event])
    close(connection)
    async with opened(path=path) as app:
        assert [text for _, _, text in drawn(app.article, reverse=True)] == ["shelled"]


async def test_states_are_told_apart_without_colour(opened: Opened) -> None:
    async with opened() as app:
        await app.press("a", "x", "s")
        await app.press("G")
        seen = {text: attributes(app.article, text) for text in ("shells", "shelled", "killed", "met", "urged")}
        assert len(set(seen.values())) == 5
        gutters = [line[1] for line in app.text(ArticleView).splitlines() if line[1:2].strip()]
        assert gutters[0] == "✓"


async def test_roles_are_tagged_with_their_letter_in_the_blank_before_them(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j")
        assert "–ᵃGunners shelled theᵗharbour onʷMonday and" in app.text(ArticleView)


async def test_zones_are_told_apart_without_colour(opened: Opened) -> None:
    async with opened() as app:
        await app.press("j")
        assert attributes(app.article, "By Ada Quill") == (False, True, False, False, False)
        assert attributes(app.article, " coastal town")[0] is True


async def test_matches_are_marked_and_the_current_one_stands_out(opened: Opened) -> None:
    async with opened() as app:
        await app.press("/", *"ada", "enter")
        styles = [style for row in segments(app.article) for text, style, _ in row if text == "Ada" and style]
        assert [bool(style.reverse) for style in styles] == [True, False]
        assert all(style.underline for style in styles)
        await app.press("escape")
        assert not [text for row in segments(app.article) for text, _, _ in row if text == "Ada"]


async def test_what_is_dragged_over_stands_out_and_is_refused_outside_the_sentence(opened: Opened) -> None:
    async with opened() as app:
        lines = app.text(ArticleView).splitlines()
        row = next(y for y, line in enumerate(lines) if "Both sides" in line)
        await app.pilot.mouse_down(ArticleView, offset=(GUTTER + 5, row))
        await app.pilot.hover(ArticleView, offset=(GUTTER + 9, row))
        assert "sides" in [text for line in segments(app.article) for text, style, _ in line if style and style.reverse]
        await app.pilot.mouse_up(ArticleView, offset=(GUTTER + 9, row))
        await app.rest()
        assert app.message == "only text of the event's own sentence can be chosen"
        assert app.app.reviewing.draft is None


async def test_the_article_is_wrapped_anew_only_to_another_width(opened: Opened) -> None:
    async with opened() as app:
        view = app.review.query_one(ArticleView)
        wrapped = view._wrapped
        await app.pilot.resize_terminal(120, 30)
        assert view._wrapped is wrapped
        await app.pilot.resize_terminal(60, 30)
        assert view._wrapped is not wrapped
