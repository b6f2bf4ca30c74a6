"""Moving: what is drawn anew, what stays in its place, what scrolls."""

from pathlib import Path

import pytest

from annotations.ontology import Ontology
from tests.tui.conftest import Opened
from tests.tui.newsroom import FIRST, FIRST_EVENTS, Told, build
from tui.widgets.article_view import ArticleView
from tui.widgets.candidate_list import CandidateList
from tui.widgets.card import Card
from tui.widgets.chooser_panel import ChooserPanel
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine
from tui.wrap import Ruler, Wrapped


def long_article(lines: int, every: int = 1) -> tuple[str, list[Told]]:
    """An article of so many lines, with a candidate in each ``every``-th."""
    text = "Long report\n" + "\n".join(f"On day {day} gunners shelled{day} the port." for day in range(lines))
    return text, [(f"shelled{day}", "Attack.Shelling", {}) for day in range(0, lines, every)]


class Counted:
    """How often and for which rows the article was drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows: list[int] = []
        self.marked = 0
        draw, mark = ArticleView.row, ArticleView.mark

        def row(view: ArticleView, number: int) -> object:
            self.rows.append(number)
            return draw(view, number)

        def count_mark(view: ArticleView, *arguments: object) -> None:
            self.marked += 1
            mark(view, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(ArticleView, "row", row)
        monkeypatch.setattr(ArticleView, "mark", count_mark)


async def test_a_move_draws_only_the_rows_that_change(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    async with opened() as app:
        await app.press("j", "j")
        counted.rows.clear()
        await app.press("j")
        assert 0 < len(set(counted.rows)) <= 4
        assert app.article.size.height > 30


async def test_queued_moves_are_drawn_once(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted(monkeypatch)
    async with opened() as app:
        counted.marked = 0
        await app.burst("jjkjjkjjjj")
        assert app.session.index == 4
        assert counted.marked <= 2


async def test_ten_thousand_lines_and_two_thousand_candidates_draw_one_screen(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(tmp_path / "long.db", long_article(10_000, every=5))
    counted = Counted(monkeypatch)
    async with opened(path=path) as app:
        assert len(counted.rows) < 200
        await app.press("G")
        assert "shelled9995" in app.text(ArticleView)
        assert "2000 ○ shelled9995" in app.text(CandidateList)
        counted.rows.clear()
        await app.burst("k" * 100)
        assert len(counted.rows) < 200
        assert "shelled9495" in app.text(ArticleView)


async def test_a_megabyte_in_one_line_is_wrapped_once_and_measured_where_it_is_drawn(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"{'停火' * 200_000} gunners shelled0 {'停火' * 200_000} gunners shelled1 the port."
    path = build(tmp_path / "line.db", (line, [(f"shelled{at}", "Attack.Shelling", {}) for at in range(2)]))
    async with opened(path=path) as app:
        measured: list[int] = []
        cells = Ruler.cells

        def measure(ruler: Ruler, start: int, end: int) -> int:
            measured.append(end - start)
            return cells(ruler, start, end)

        def wrap(*_: object) -> None:
            raise AssertionError("wrapped again")

        monkeypatch.setattr(Ruler, "cells", measure)
        monkeypatch.setattr(Wrapped, "__init__", wrap)
        await app.press("a")
        assert app.states == ["accepted", "undecided"]
        assert "gunners shelled1 the port." in app.text(ArticleView)
        assert sum(measured) < 10_000


async def test_the_trigger_stays_in_the_middle_of_the_screen(opened: Opened, tmp_path: Path) -> None:
    path = build(tmp_path / "long.db", long_article(200))
    async with opened(path=path) as app:
        seen = set()
        for _ in range(20):
            await app.burst("jjj")
            lines = app.text(ArticleView).splitlines()
            seen.add(next(y for y, line in enumerate(lines) if f"shelled{app.session.index} " in line))
        assert max(seen) < app.article.size.height - 5


async def test_a_new_width_keeps_the_place(opened: Opened, tmp_path: Path) -> None:
    path = build(tmp_path / "long.db", long_article(400))
    async with opened(path=path) as app:
        await app.burst("j" * 150)
        for width, height in ((60, 18), (200, 50), (80, 24)):
            await app.pilot.resize_terminal(width, height)
            await app.rest()
            assert "shelled150 " in app.text(ArticleView)
            assert app.session.index == 150


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_the_trigger_is_in_sight_while_a_type_is_chosen_and_the_view_goes_back_after(
    opened: Opened, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = build(tmp_path / "long.db", long_article(60))
    async with opened(path=path, size=size) as app:
        await app.press("G")
        before = app.article.scroll_offset
        await app.press("y")
        above = app.article.size.height - (app.article.region.bottom - app.review.query_one(ChooserPanel).region.y)
        assert any("shelled59" in line for line in app.text(ArticleView).splitlines()[:above])
        await app.press("a", "escape")
        assert app.article.scroll_offset == before


async def test_a_view_in_which_nothing_is_covered_stays_as_it_is(opened: Opened, tmp_path: Path) -> None:
    path = build(tmp_path / "long.db", long_article(60))
    async with opened(path=path) as app:
        await app.press("j", "y")
        assert app.article.scroll_offset.y == 0


async def test_types_out_of_sight_can_be_scrolled_to(opened: Opened, conflict: Ontology) -> None:
    async with opened(size=(60, 18)) as app:
        await app.press("y")
        last = list(conflict.types)[-1]
        assert last not in app.text(ChooserPanel)
        assert "space more" in app.text(KeyLine)
        await app.press("space")
        assert last in app.text(ChooserPanel)


async def test_the_reading_sentence_moves_by_itself_and_is_shown(opened: Opened) -> None:
    async with opened() as app:
        await app.press("J", "J")
        barred = [line for line in app.text(ArticleView).splitlines() if line.startswith("▎")]
        assert len(barred) == 1
        assert "Both sides" in barred[0]
        assert app.session.index == 0


async def test_the_page_keys_scroll_the_pane_that_tab_chose(opened: Opened, tmp_path: Path) -> None:
    path = build(tmp_path / "long.db", long_article(400))
    async with opened(path=path) as app:
        await app.press("space")
        assert app.article.scroll_offset.y == app.article.size.height - 2
        await app.press("b", "tab", "space")
        assert app.article.scroll_offset.y == 0
        assert app.review.query_one(CandidateList).scroll_offset.y > 0


async def test_search_goes_from_match_to_match(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("/quill")
        await app.press("enter", "n")
        assert app.message == "match 2 of 2"
        await app.burst("/xyz")
        await app.press("enter")
        assert app.message == "“xyz” is not in this article"


async def test_letters_of_a_search_typed_at_once_are_no_commands(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("/axe")
        typing = app.app.reviewing.typing
        assert typing is not None
        assert typing.line.text == "axe"
        assert app.states == ["undecided"] * 5


async def test_articles_follow_each_other(opened: Opened) -> None:
    async with opened() as app:
        await app.press("]")
        assert "Ferry talks" in app.text(ArticleView)
        assert "article 2 of 2" in app.text(StatusLine)
        await app.press("[")
        assert "Militia" in app.text(ArticleView)


async def test_sixty_by_eighteen_shows_article_and_card_and_the_list_on_demand(opened: Opened) -> None:
    async with opened(size=(60, 18)) as app:
        assert "Militia shells coastal town" in app.text(ArticleView)
        assert "Attack.Shelling" in app.text(Card)
        assert not app.review.query_one(CandidateList).display
        await app.press("tab")
        assert "shelled" in app.text(CandidateList)
        assert not app.review.query_one(Card).display


async def test_text_that_looks_like_markup_is_text(opened: Opened, tmp_path: Path) -> None:
    text = FIRST.replace("Militia shells", "Militia [/foo] [UN] [bold]shells")
    events = [("[bold]shells", "Attack.Shelling", {"actor": "[/foo]"}), *FIRST_EVENTS[1:]]
    async with opened(path=build(tmp_path / "markup.db", (text, events))) as app:
        assert "[/foo] [UN] [bold]shells" in app.text(ArticleView)
        assert "[bold]shells" in app.text(CandidateList)
        assert "[/foo]" in app.text(Card)
