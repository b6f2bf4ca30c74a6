"""A row is drawn once, and again only when it reads otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.strip import Strip

from tests.tui.conftest import Opened, rows
from tui.widgets.article_view import ArticleView
from tui.widgets.kept_lines import KeptLines, runs


@contextmanager
def drawn_in(widget: KeptLines, patch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The rows that a widget draws meanwhile."""
    found: list[int] = []
    draw = widget.row

    def counted(number: int) -> Strip:
        found.append(number)
        return draw(number)

    patch.setattr(widget, "row", counted)
    yield found
    patch.undo()


async def test_a_move_draws_the_rows_that_changed_and_not_the_page(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as app:
        with drawn_in(app.article, monkeypatch) as drawn:
            await app.press("j")
        assert 0 < len(drawn) < 6
        assert len(set(drawn)) == len(drawn)


async def test_rows_that_scroll_out_and_in_again_are_as_they_were(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(size=(60, 18)) as app:
        before = rows(app.article)
        app.article.scroll_to(y=2, animate=False)
        await app.rest()
        with drawn_in(app.article, monkeypatch) as drawn:
            app.article.scroll_to(y=0, animate=False)
            await app.rest()
        assert drawn == []
        assert rows(app.article) == before


async def test_what_changed_out_of_view_is_drawn_as_it_is_when_it_comes_into_view(opened: Opened) -> None:
    async with opened(size=(60, 18)) as app:
        await app.press("a", "G")
        app.article.scroll_to(y=50, animate=False)
        await app.rest()
        app.session.undo()
        app.review.update_soon()
        await app.rest()
        app.article.scroll_to(y=0, animate=False)
        await app.rest()
        assert "✓" not in rows(app.review.query_one(ArticleView))


async def test_another_theme_draws_all_anew(opened: Opened) -> None:
    async with opened() as app:
        before = [segment.style for segment in app.article.render_lines(app.article.size.region)[0]]
        app.app.theme = "textual-light"
        await app.rest()
        assert [segment.style for segment in app.article.render_lines(app.article.size.region)[0]] != before


def test_rows_that_follow_one_another_are_one_stretch() -> None:
    assert [*runs([1, 2, 3, 7, 9, 10], 2, 10)] == [(2, 4), (7, 8), (9, 10)]
    assert [*runs([], 0, 9)] == []
