"""The guide beside the text: what it opens with, that the article stays in sight, search, and the keys that leave."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from annotations.ontology import Ontology
from annotations.store.connection import close, open_database
from tests.tui.conftest import Driver, Opened, rows
from tests.tui.newsroom import SECOND, SECOND_EVENTS, Told, add, build
from tests.tui.test_screens import Running
from tui.guide import guide
from tui.keys import Keymap
from tui.screens.guidelines import GuidelinesScreen

SIZES = [(120, 40), (80, 24), (60, 18)]


def said(app: Driver) -> list[str]:
    """The guide's blocks from top to bottom."""
    return [str(block.content) for block in app.app.screen.query_one(Markdown).query(Static) if str(block.content)]


async def opened_guide(app: Driver, *keys: str) -> list[str]:
    await app.press(*keys)
    for _ in range(60):
        await app.pilot.pause(0.05)
        if isinstance(app.app.screen, GuidelinesScreen) and (blocks := said(app)):
            return blocks
    raise AssertionError(app.app.screen)


def pages(app: Driver) -> VerticalScroll:
    return app.app.screen.query_one("#guide", VerticalScroll)


def above_the_guide(app: Driver) -> str:
    """What is painted above it."""
    return "\n".join(app.painted.splitlines()[: pages(app).region.y])


def place(app: Driver) -> str:
    """Where among the matches one stands."""
    return str(pages(app).border_title).rpartition(" · ")[2]


def marked(app: Driver, style: str) -> list[str]:
    """The matches that are drawn so."""
    contents = [block.content for block in app.app.screen.query_one(Markdown).query(Static)]
    return [
        content.plain[span.start : span.end].casefold()
        for content in contents
        if isinstance(content, Content)
        for span in content.spans
        if getattr(span.style, "bold", False) and getattr(span.style, style, False)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_it_opens_with_the_selected_candidates_type_and_its_roles(
    opened: Opened, conflict: Ontology, size: tuple[int, int]
) -> None:
    async with opened(size=size) as app:
        blocks = await opened_guide(app, "j", "j", "h")
        selected = app.session.selected
        assert selected is not None
        event_type = conflict.types[selected.event.type]
        assert pages(app).border_title == event_type.name
        assert blocks[0].startswith(event_type.gloss)
        assert pages(app).scroll_offset.y == 0
        for role, block in zip(event_type.roles, blocks[1:], strict=False):
            assert f"{role} – {conflict.roles[role].gloss}" in block


async def test_then_come_the_passages_on_it_and_the_guidelines_whole(opened: Opened, conflict: Ontology) -> None:
    async with opened() as app:
        blocks = await opened_guide(app, "h")
        assert blocks.index("In the guidelines") < blocks.index("Statuses") < len(blocks) // 2
        assert blocks.index("Hard cases") > blocks.index("Statuses")
        assert any(conflict.guidelines().splitlines()[0].lstrip("# ") in block for block in blocks)


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_selected_trigger_stays_in_sight(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as app:
        await opened_guide(app, "G", "h")
        await app.rest()
        selected = app.session.selected
        assert selected is not None
        column, row, width, height = pages(app).region
        left = app.article.region.x
        shown = rows(app.article).splitlines()[: row if width == size[0] else None]
        assert height > 10
        assert column == 0 or left + app.article.size.width <= column
        assert any(selected.event.trigger.text in line for line in shown)


@pytest.fixture
def shelled(tmp_path: Path) -> Path:
    """An article of more rows than a guide leaves in sight, with a candidate in each line."""
    lines = [f"Gunners shelled{number} the harbour." for number in range(12)]
    told: list[Told] = [(f"shelled{number}", "Attack.Shelling", {}) for number in range(12)]
    return build(tmp_path / "shelled.db", ("Twelve times\n\n" + "\n\n".join(lines) + "\n", told))


async def test_it_stays_in_sight_when_another_process_writes(opened: Opened, shelled: Path) -> None:
    async with opened(size=(90, 30), path=shelled, extraction=Running()) as app:
        await app.press(*"jjjjjjjj")
        await opened_guide(app, "h")
        await app.rest()
        assert "shelled8 the harbour" in above_the_guide(app)
        other = open_database(shelled)
        add(other, SECOND, SECOND_EVENTS)
        close(other)
        for _ in range(60):
            await app.rest()
            if app.session.progress.articles == 2:
                break
        assert app.session.progress.articles == 2
        assert "shelled8 the harbour" in above_the_guide(app)


async def test_behind_it_a_choice_stays_above_what_it_is_of(opened: Opened, shelled: Path) -> None:
    async with opened(size=(90, 30), path=shelled) as app:
        await app.press(*"jjjjjjjj")
        before = rows(app.article)
        await app.press("v")
        choosing = rows(app.article)
        await opened_guide(app, "f2")
        await app.rest()
        assert rows(app.article) != choosing
        await app.press("escape")
        assert "shelled8 the harbour" in app.painted
        await app.press("escape")
        assert rows(app.article) == before


async def test_leaving_by_way_of_the_palette_brings_the_article_back_too(opened: Opened, shelled: Path) -> None:
    async with opened(size=(90, 30), path=shelled) as app:
        await app.press(*"jjjjjjjj")
        before = rows(app.article)
        await opened_guide(app, "h")
        await app.rest()
        assert rows(app.article) != before
        await app.press("ctrl+p")
        await app.pilot.press(*"flag the")
        await app.pilot.pause(0.5)
        await app.press("enter")
        assert rows(app.article) == before


async def test_leaving_brings_the_article_back_as_it_was(opened: Opened) -> None:
    async with opened(size=(80, 24)) as app:
        await app.press("G")
        before = rows(app.article)
        await opened_guide(app, "h")
        await app.press("escape")
        await app.rest()
        assert rows(app.article) == before


@pytest.mark.parametrize("key", ["escape", "q", "h", "f2"])
async def test_it_scrolls_and_leaves_with_the_keys_that_leave(opened: Opened, key: str) -> None:
    async with opened(size=(60, 18)) as app:
        await opened_guide(app, "h")
        await app.press("space", "j")
        assert pages(app).scroll_offset.y > 5
        await app.press("g")
        assert pages(app).scroll_offset.y == 0
        await app.press("G")
        assert pages(app).scroll_offset.y == pages(app).max_scroll_y
        await app.press(key)
        assert len(app.app.screen_stack) == 1


async def test_keys_pressed_behind_it_decide_nothing(opened: Opened) -> None:
    async with opened() as app:
        await app.burst("hax")
        assert app.states == ["undecided"] * 5


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_searched_for_is_marked_and_walked_through(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as app:
        await opened_guide(app, "h")
        await app.press("/", *"minimal", "enter")
        assert place(app).startswith("match 1 of ")
        assert [len(marked(app, "reverse")), len(marked(app, "underline"))] == [1, int(place(app).split()[-1]) - 1]
        assert set(marked(app, "reverse")) == {"minimal"}
        assert pages(app).scroll_offset.y > 0
        await app.press("escape")
        assert "match" not in str(pages(app).border_title)
        assert isinstance(app.app.screen, GuidelinesScreen)


async def test_matches_come_round_again(opened: Opened) -> None:
    async with opened() as app:
        await opened_guide(app, "h")
        await app.press("/", *"trigger", "enter")
        _, at, _, of = place(app).split()
        assert int(of) > 5
        await app.press("N")
        assert place(app) == f"match {of} of {of}"
        await app.press("n")
        assert place(app) == f"match {at} of {of}"


async def test_what_is_not_there_is_said_not_to_be(opened: Opened) -> None:
    async with opened() as app:
        await opened_guide(app, "h")
        await app.press("/", *"zeppelin", "enter", "n")
        assert place(app) == "not found"


async def test_while_an_event_is_edited_it_is_of_the_type_in_the_making(opened: Opened, conflict: Ontology) -> None:
    async with opened() as app:
        other = next(one for one in conflict.types.values() if one.name != app.session.candidates[0].event.type)
        await app.press("e", "y", *other.key)
        blocks = await opened_guide(app, "f2")
        assert blocks[0].startswith(other.gloss)
        await app.press("escape")
        assert app.app.reviewing.draft is not None


async def test_while_a_type_is_chosen_all_that_can_still_be_meant_are_told(opened: Opened, conflict: Ontology) -> None:
    async with opened() as app:
        first = next(iter(conflict.types.values())).key[0]
        meant = [one for one in conflict.types.values() if one.key[0] == first]
        assert len(meant) > 1
        blocks = await opened_guide(app, "y", first, "f2")
        for one in meant:
            assert one.name in blocks
        assert pages(app).border_title == "guide"
        await app.press("escape")
        assert app.app.reviewing.asking is not None


async def test_an_ontology_without_guidelines_still_tells_its_types(conflict: Ontology, tmp_path: Path) -> None:
    bare = replace(conflict, folder=tmp_path)
    (event_type, *_) = bare.types.values()
    text = guide(bare, [event_type])
    assert event_type.gloss in text
    assert "In the guidelines" not in text


def test_nothing_of_an_ontology_steers_the_terminal_or_the_layout(conflict: Ontology, tmp_path: Path) -> None:
    (tmp_path / "guidelines.md").write_text("# Rules\x1b[31m\n\nRead \u202eit.\x00\n", "utf-8")
    (event_type, *_) = conflict.types.values()
    hostile = event_type._replace(gloss="*no* [red]stress[/red] <b>\x1b]0;x\x07 `code")
    text = guide(replace(conflict, folder=tmp_path), [hostile])
    assert all(character.isprintable() or character == "\n" for character in text)
    assert r"\*no\* \[red\]stress" in text


async def test_links_are_not_followed(opened: Opened, tmp_path: Path, conflict: Ontology) -> None:
    (tmp_path / "guidelines.md").write_text("[a link](https://example.org/)\n", "utf-8")
    async with opened() as app:
        text = guide(replace(conflict, folder=tmp_path), [])
        await app.app.push_screen(GuidelinesScreen(Keymap(), "guide", text, lambda: None))
        await opened_guide(app)
        opened_links: list[str] = []
        app.app.open_url = lambda url, **_: opened_links.append(url)  # type: ignore[method-assign]
        await app.pilot.click("MarkdownParagraph", offset=(1, 0))
        await app.rest()
        assert opened_links == []
