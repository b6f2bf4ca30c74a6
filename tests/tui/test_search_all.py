"""Search in all articles: reached from the prompt or by its key, walked as a list, opened at the match."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest

from annotations.errors import StoppedError
from annotations.review.finding import Found
from tests.tui.conftest import Driver, Opened
from tests.tui.newsroom import FIRST, FIRST_EVENTS, SECOND, SECOND_EVENTS, Told, build
from tui.screens import search as screen_module
from tui.screens.search import SearchScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.found_list import FoundList
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine

LONG = f"A long line\n\n{'Envoys met in 東京 and said nothing. ' * 20}Then came [/foo] the Zeppelin.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Four articles and ten that are alike."""
    alike: list[tuple[str, list[Told]]] = [
        (f"Report {number} from Sund\n\nPilots left berth {number} of Sund.\n", []) for number in range(10)
    ]
    return build(tmp_path / "corpus.db", (FIRST, FIRST_EVENTS), (SECOND, SECOND_EVENTS), (LONG, []), *alike)


def found(app: Driver) -> FoundList:
    return app.app.screen.query_one(FoundList)


def title(app: Driver) -> str:
    return str(found(app).border_title)


async def settle(app: Driver) -> None:
    """Wait for a search."""
    await app.app.workers.wait_for_complete()
    await app.rest()


async def test_tab_in_the_prompt_searches_all_articles(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("/", *"lind")
        assert "tab in all articles" in app.text(KeyLine)
        await app.press("tab")
        await settle(app)
        assert title(app) == "all articles · “lind” · 2 articles"
        rows = app.text(FoundList).splitlines()
        assert "Militia shells coastal town" in rows[0]
        assert "×1" in rows[0]
        assert "Both sides met in Lind." in rows[1]
        assert "Ferry talks resume in Lind" in rows[2]


async def test_enter_opens_the_article_at_the_match_with_its_marks(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *"envoys met", "enter")
        await settle(app)
        await app.press("enter")
        assert app.session.article is not None
        assert app.session.article.title == "Ferry talks resume in Lind"
        assert app.message == "match 1 of 1"
        assert app.session.search is not None
        assert app.session.search.pattern == "envoys met"
        assert app.app.reviewing.anchor == "match"
        assert "article 2 of 13" in app.text(StatusLine)
        assert "Envoys met on Friday" in app.text(ArticleView)
        await app.press("n")
        assert app.message == "match 1 of 1"


async def test_escape_returns_to_where_one_was(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("j", "j", "ctrl+f", *"sund", "enter")
        await settle(app)
        await app.press("j", "escape")
        assert not isinstance(app.app.screen, SearchScreen)
        assert app.session.index == 2
        assert app.session.search is None
        await app.press("a")
        assert app.states[2] == "accepted"


async def test_what_was_found_is_there_again_with_the_open_article_selected(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *"pilots", "enter")
        await settle(app)
        await app.press("j", "j", "enter", "ctrl+f")
        assert title(app) == "all articles · “pilots” · 10 articles"
        assert found(app).selected == 2
        await app.press("j", "enter")
        assert app.session.article is not None
        assert app.session.article.title == "Report 3 from Sund"


async def test_another_search_takes_the_place_of_the_last(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *"pilots", "enter")
        await settle(app)
        await app.press("/", *"nowhere", "escape")
        assert title(app) == "all articles · “pilots” · 10 articles"
        await app.press("/", *"nowhere", "enter")
        await settle(app)
        assert title(app) == "all articles · “nowhere” · in no article"
        await app.press("enter", "j", "G", "escape")
        assert not isinstance(app.app.screen, SearchScreen)


async def test_nothing_typed_is_not_searched_for(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", "enter", "space", "enter")
        assert title(app) == "all articles"
        await app.press("escape")
        assert not isinstance(app.app.screen, SearchScreen)


@pytest.mark.parametrize("typed", ['"', "[/foo]", "NEAR(", "a" * 60, "'"])
async def test_hostile_words_are_words(opened: Opened, corpus: Path, typed: str) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *typed, "enter")
        await settle(app)
        assert title(app).replace("\\[", "[").startswith(f"all articles · “{typed}” · ")
        assert found(app).count == (1 if typed == "[/foo]" else 0)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_a_match_far_in_a_long_line_is_in_view(opened: Opened, corpus: Path, size: tuple[int, int]) -> None:
    async with opened(size=size, path=corpus) as app:
        await app.press("ctrl+f", *"zeppelin", "enter")
        await settle(app)
        assert "the Zeppelin." in app.text(FoundList)
        for y in range(4):
            assert found(app).render_line(y).cell_length == found(app).viewport.width


async def test_rows_are_walked_by_pages_and_clicked(opened: Opened, corpus: Path) -> None:
    async with opened(size=(60, 10), path=corpus) as app:
        await app.press("ctrl+f", *"pilots", "enter")
        await settle(app)
        await app.press("space", "space")
        assert found(app).selected == 6
        assert "▸Report 6" in app.text(FoundList)
        await app.press("G")
        assert "Report 9" in app.text(FoundList)
        await app.press("g")
        await app.pilot.click(FoundList, offset=(5, 0))
        await app.rest()
        assert found(app).selected == 0, "that was the title"
        await app.pilot.click(FoundList, offset=(5, 4))
        await app.rest()
        assert found(app).selected == 1
        await app.pilot.click(FoundList, offset=(5, 3))
        await app.rest()
        assert app.session.article is not None
        assert app.session.article.title == "Report 1 from Sund"


async def test_blanks_in_the_prompt_ask_for_words(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("/", "space", "tab", *"lind", "enter")
        await settle(app)
        assert found(app).count == 2


async def test_what_is_typed_next_leaves_the_title_to_what_was_found(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *"pilots", "enter")
        await settle(app)
        await app.press("/", *"Sund")
        assert title(app) == "all articles · “pilots” · 10 articles"


class Slow:
    """Searches that end when they are told to, or are stopped."""

    def __init__(self) -> None:
        self.begun, self.stopped, self.over = Event(), Event(), Event()

    def find(self, _file: Path, text: str, *, stop: Callable[[], bool], tell: Callable[[int, int], None]) -> Found:
        self.begun.set()
        while not self.over.is_set():
            tell(1234, 5678)
            if stop():
                self.stopped.set()
                raise StoppedError("stopped")
        return Found(text, array("q", [1]))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    searching = Slow()
    monkeypatch.setattr(screen_module, "find", searching.find)
    return searching


async def test_keys_are_answered_while_it_searches_and_leaving_ends_the_search(opened: Opened, slow: Slow) -> None:
    async with opened() as app:
        await app.press("ctrl+f", *"Sund", "enter")
        assert slow.begun.wait(5)
        for _ in range(50):
            await app.pilot.pause(0.05)
            if "1,234" in title(app):
                break
        assert title(app) == "all articles · “Sund” · searching: 1,234 of 5,678 texts"
        await app.press("escape", "a")
        assert app.states[0] == "accepted"
        assert slow.stopped.wait(5)
        assert app.session.found is None


async def test_another_search_ends_the_one_before(opened: Opened, slow: Slow) -> None:
    async with opened() as app:
        await app.press("ctrl+f", *"Sund", "enter", "/", *"Lind", "enter")
        assert slow.stopped.wait(5)
        slow.over.set()
        await settle(app)
        assert title(app) == "all articles · “Lind” · 1 article"


async def test_what_a_search_found_that_is_wanted_no_more_is_not_shown(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("ctrl+f", *"pilots", "enter")
        await settle(app)
        app.app.screen.post_message(SearchScreen.Searched("Sund", Found("Sund", array("q", [1]))))
        await app.rest()
        assert title(app) == "all articles · “pilots” · 10 articles"
        assert app.session.found is not None
        assert app.session.found.pattern == "pilots"


async def test_a_database_that_cannot_be_read_is_told(
    opened: Opened, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> Sequence[int]:
        raise sqlite3.OperationalError("disk I/O error")

    async with opened(path=corpus) as app:
        with monkeypatch.context() as patch:
            patch.setattr("annotations.store.searching.articles_with", refusing)
            await app.press("ctrl+f", *"lind", "enter")
            await settle(app)
        assert title(app) == f"all articles · “lind” · {corpus}: disk I/O error"
        await app.press("/", *"lind", "enter")
        await settle(app)
        assert title(app) == "all articles · “lind” · 2 articles"
