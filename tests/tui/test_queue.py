"""The queue: narrowed by typing, sorted by keys and clicks, true to what others write, readable at every size."""

from pathlib import Path

import pytest
from textual import events

from annotations.model import Article, Occurrence, Source, SourceText
from annotations.store import sources
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened
from tests.tui.newsroom import FIRST, FIRST_EVENTS, SECOND, SECOND_EVENTS, add, build
from tui.screens import queue
from tui.screens.queue import QueueScreen
from tui.widgets.article_list import ArticleHead, ArticleList
from tui.widgets.key_line import KeyLine
from tui.widgets.prompt import Prompt
from tui.widgets.status_line import StatusLine

WIDE = "東京の停戦協議が再開 [/foo] \x1b[31m"
ARABIC = "محادثات السلام في لند"
TOWNS: tuple[str, ...] = ("Kilo", "Lima", "Mike", "Nord", "Olmo", "Papa", "Rimbo", "Sund")
TOWNS += ("Tarn", "Ulm", "Varn", "Wolin", "Xanten", "Ylo", "Zora", "Zulu")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Twenty articles, the first ones with titles in other scripts."""
    articles = [(f"{title}\n\nEnvoys met on Friday.\n", SECOND_EVENTS[1:]) for title in (WIDE, ARABIC)]
    articles += [(f"Report from {town}\n\nEnvoys met in {town}.\n", []) for town in TOWNS]
    return build(tmp_path / "corpus.db", (FIRST, FIRST_EVENTS), (SECOND, SECOND_EVENTS), *articles)


def listed(app: Driver) -> list[str]:
    """The rows in view."""
    return [line.strip() for line in app.text(ArticleList).splitlines() if line.strip()]


def title(app: Driver) -> str:
    return str(app.app.screen.query_one(ArticleHead).border_title)


async def test_each_letter_narrows_and_escape_first_clears_then_leaves(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o", "/", *"report z")
        assert len(listed(app)) == 2
        assert title(app) == "articles 2 of 20"
        await app.press("backspace", "w")
        assert len(listed(app)) == 1
        await app.press("escape")
        assert title(app) == "articles 20"
        await app.press("/", *"ferry", "tab")
        assert "esc all articles" in app.text(KeyLine)
        await app.press("escape")
        assert title(app) == "articles 20"
        assert isinstance(app.app.screen, QueueScreen)
        await app.press("escape")
        assert not isinstance(app.app.screen, QueueScreen)


async def test_enter_opens_what_was_narrowed_down_to(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o", "/", *"report z", "down", "enter")
        assert app.session.article is not None
        assert app.session.article.title == "Report from Zulu"


async def test_the_source_is_narrowed_by_too(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        source = app.session.article.id if app.session.article else ""
        await app.press("o", "/", *source, "enter")
        assert app.session.article is not None
        assert app.session.article.id == source


async def test_a_column_is_sorted_by_its_key_and_turned_by_it(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("j", "a", "o", "5")
        assert "Militia" in listed(app)[0]
        assert "⁵left↓" in app.text(ArticleHead)
        await app.press("5")
        assert "Militia" in listed(app)[-1]
        assert "⁵left↑" in app.text(ArticleHead)
        await app.press("2")
        assert "Ferry" in listed(app)[0]


async def test_a_heading_that_is_clicked_sorts(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o")
        await app.pilot.click(ArticleHead, offset=(app.text(ArticleHead).index("title"), 1))
        await app.rest()
        assert "²title↑" in app.text(ArticleHead)
        await app.pilot.click(ArticleHead, offset=(app.text(ArticleHead).index("title"), 1))
        await app.rest()
        assert "²title↓" in app.text(ArticleHead)


async def test_a_row_that_is_clicked_is_selected_and_clicked_again_opens(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o")
        for _ in range(2):
            await app.pilot.click(ArticleList, offset=(12, 1))
            await app.rest()
        assert app.session.article is not None
        assert app.session.article.title == "Ferry talks resume in Lind"


async def test_the_list_is_as_it_was_left_with_the_open_article_selected(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o", "/", *"report", "tab", "2", "2", "j", "j", "enter")
        assert app.session.article is not None
        assert app.session.article.title == "Report from Ylo"
        await app.press("o")
        assert "²title↓" in app.text(ArticleHead)
        assert title(app) == "articles 16 of 20"
        assert next(row for row in listed(app) if row.startswith("▸")).split()[2] == "Report"
        await app.press("enter")
        assert app.session.article.title == "Report from Ylo"


async def test_what_others_write_is_taken_in_and_the_selected_article_stays(
    opened: Opened, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "LOOK_EVERY", 0.05)
    async with opened(path=corpus) as app:
        await app.press("o", "2", "j", "j")
        before = [row for row in listed(app) if row.startswith("▸")]
        other = open_database(corpus)
        add(other, "A late report\n\nEnvoys met.\n", [])
        close(other)
        await app.pilot.pause(0.3)
        assert "A late report" in listed(app)[0]
        assert [row for row in listed(app) if row.startswith("▸")] == before


async def test_many_articles_are_read_bit_by_bit_while_keys_are_answered(
    opened: Opened, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "SLICE", 1)
    monkeypatch.setattr("annotations.review.listing.SLICE", 1)
    async with opened(path=corpus) as app:
        await app.press("o", "G")
        assert "from Zulu" in listed(app)[-1]
        await app.press("/", *"zulu")
        await app.app.workers.wait_for_complete()
        await app.rest()
        assert len(listed(app)) == 1
        assert title(app) == "articles 1 of 20"


@pytest.mark.parametrize(
    ("size", "columns"),
    [
        ((60, 18), ["²title", "⁴", "⁵left", "⁶⚑", "⁷”"]),
        ((80, 24), ["¹number↑", "²title", "⁴", "⁵left", "⁶⚑", "⁷”", "⁸~"]),
        ((120, 40), ["¹number↑", "²title", "³source", "⁴state", "⁵left", "⁶⚑", "⁷”", "⁸~"]),
    ],
)
async def test_the_columns_that_matter_most_stay(
    opened: Opened, corpus: Path, size: tuple[int, int], columns: list[str]
) -> None:
    async with opened(size=size, path=corpus) as app:
        await app.press("o")
        assert app.text(ArticleHead).split() == columns
        heads, rows = app.text(ArticleHead).rstrip("\n"), app.app.screen.query_one(ArticleList)
        assert heads.index("⁷”") + 1 == size[0] - 3 - (6 if size[0] >= 72 else 0)
        for y in range(4):
            assert rows.render_line(y).cell_length == rows.viewport.width


async def test_titles_in_any_script_stay_in_their_column_and_do_no_harm(opened: Opened, corpus: Path) -> None:
    async with opened(size=(80, 24), path=corpus) as app:
        await app.press("o")
        text = app.text(ArticleList)
        assert "東京の停戦協議が再開 [/foo] ␛[31m" in text
        assert ARABIC in text


async def test_typing_what_looks_like_markup_is_typing(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("o", "/", "[", "/", "f", "o", "o", "]")
        assert len(listed(app)) == 1
        assert "[/foo]" in app.text(Prompt)


async def test_the_selected_row_is_told_in_words(opened: Opened, corpus: Path) -> None:
    async with opened(path=corpus) as app:
        await app.press("a", "s", "f", "c", *"see", "enter", "o")
        words = app.app.screen.query_one(StatusLine)
        assert words.place.startswith("article 1 · begun · 4 of 5 left · 1 skipped · 1 flagged · 1 with a comment · ")
        await app.press("j")
        assert words.place.startswith("article 2 · new · 2 of 2 left · ")


async def test_an_article_that_no_extractor_has_read_says_why_it_does_not_open(opened: Opened, corpus: Path) -> None:
    connection = open_database(corpus)
    raw = Article("A raw report\n\nEnvoys met.\n", (), "A raw report")
    source = Source(raw.id, "raw.txt", "utf-8", len(raw.text))
    sources.add(connection, SourceText(source, ((raw, Occurrence(raw.id, 0, len(raw.text))),)))
    close(connection)
    async with opened(path=corpus) as app:
        await app.press("o", "G", "enter")
        assert isinstance(app.app.screen, QueueScreen)
        assert "waiting for an extractor" in app.text(StatusLine)
        assert "not extracted yet" in app.text(StatusLine)
        await app.press("k")
        assert "not extracted yet" not in app.text(StatusLine)


async def test_a_key_right_behind_the_choice_of_an_article_decides_nothing_in_the_old_one(opened: Opened) -> None:
    async with opened() as app:
        before = app.session.article
        await app.press("o", "j")
        queue = app.app.screen
        assert isinstance(queue, QueueScreen)
        queue.press("enter")
        app.review.on_key(events.Key("a", "a"))
        await app.rest()
        assert app.session.article != before
        assert not [state for state in app.states if state != "undecided"]
        assert app.session.progress.decided == 0
