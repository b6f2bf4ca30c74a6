"""The card: what matters keeps its place, and everything that fills a role is seen."""

from pathlib import Path
from time import monotonic

import pytest

from tests.tui.conftest import Opened
from tests.tui.newsroom import Told, build
from tui.widgets.card import Card, Content, _Page

CROWDED = (
    "Harbour report\n\nThe Northern Coastal Command said the Upland Brigade and its long-range mortars killed at least "
    "nine unarmed fishermen in the old harbour quarter of Lind early in the morning.\n"
)
ROLES = {
    "actor": "Upland Brigade",
    "target": "unarmed fishermen",
    "count": "at least nine",
    "instrument": "long-range mortars",
    "place": "old harbour quarter of Lind",
    "time": "early in the morning",
    "source": "Northern Coastal Command",
}


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """One event that has a filler in every role."""
    told: list[Told] = [("killed", "Harm.Kill", ROLES)]
    return build(tmp_path / "crowded.db", (CROWDED, told))


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_every_filler_of_a_crowded_event_is_seen_without_scrolling(
    opened: Opened, crowded: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size, path=crowded) as app:
        said = " ".join(app.text(Card).split())
        for role, filler in ROLES.items():
            assert role in said
            assert filler in said


async def test_the_filler_in_focus_is_in_view(opened: Opened, tmp_path: Path) -> None:
    text = "Report\n\n" + ", ".join(f"the dockers of harbour{number}" for number in range(30)) + " met in Lind.\n"
    async with opened(size=(60, 18), path=build(tmp_path / "many.db", (text, [("met", "Diplomacy.Meet", {})]))) as app:
        await app.press("e")
        for number in range(20):
            app.app.reviewing.press("A", 0.0)
            for letter in app.label(f"harbour{number}"):
                app.app.reviewing.press(letter, 0.0)
        await app.press("s")
        assert "▸s source" in app.text(Card)
        await app.press("escape", "a")
        assert "▸a actor harbour0" in app.text(Card)


async def test_the_trigger_keeps_its_row_from_candidate_to_candidate(opened: Opened) -> None:
    async with opened(size=(80, 24)) as app:
        rows = set()
        for _ in app.session.candidates:
            rows.add(next(y for y, line in enumerate(app.text(Card).splitlines()) if "● trigger" in line))
            await app.press("j")
        assert len(rows) == 1


async def test_a_role_that_has_anothers_hue_is_underlined(opened: Opened, crowded: Path) -> None:
    async with opened(path=crowded) as app:
        card = app.review.query_one(Card)
        lines = [card.render_line(y) for y in range(card.size.height)]
        styles = {part.text: part.style for line in lines for part in line if part.style is not None}
        first, ninth = styles[ROLES["actor"]], styles[ROLES["source"]]
        assert first.color == ninth.color
        assert (bool(first.underline), bool(ninth.underline)) == (False, True)


async def test_the_card_that_comes_next_is_laid_out_already_and_no_other_than_one_laid_out_then(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = _Page.draw

    def counted(page: _Page, content: Content, *, height: int) -> None:
        drawn.append(content.type)
        draw(page, content, height=height)

    async with opened() as app:
        card = app.review.query_one(Card)
        monkeypatch.setattr(_Page, "draw", counted)
        app.session.accept(monotonic())
        app.review._update()
        assert not drawn
        shown = app.text(Card)
        card.notify_style_update()
        await app.rest()
        assert drawn
        assert app.text(Card) == shown


async def test_a_card_of_another_size_is_laid_out_for_it(opened: Opened) -> None:
    async with opened(size=(120, 40)) as app:
        await app.press("j", "k")
        await app.pilot.resize_terminal(80, 24)
        await app.rest()
        resized = app.text(Card)
    async with opened(size=(80, 24)) as app:
        assert app.text(Card) == resized
