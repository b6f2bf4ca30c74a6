"""What the app imports before it paints, and what its first painting shows."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.css.styles import RulesMap
from textual.screen import Screen
from textual.widget import Widget

from annotations.ontology import Ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import open_database
from tui.app import GoldwireApp
from tui.theme import DARK, LIGHT

PROGRAM = """
import asyncio, sys
from pathlib import Path
from annotations import ontology
from annotations.review.session import ReviewSession
from annotations.store.connection import open_database
from tui.app import GoldwireApp

async def main():
    app = GoldwireApp(ReviewSession(open_database(Path(sys.argv[1])), ontology.load(), "ana"))
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        await pilot.press("a")
        await pilot.pause(0.1)
        assert app.reviewing.session.candidates[0].state == "accepted"
        print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))

asyncio.run(main())
"""


def test_review_paints_and_decides_without_the_heavy_libraries(database: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(database)], capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    loaded = set(run.stdout.split())
    assert "textual" in loaded
    assert not loaded & {"spacy", "numpy", "sqlite_utils", "thinc", "pandas"}


def test_review_imports_nothing_that_only_a_later_key_needs() -> None:
    late = (
        "annotations.review.draft",
        "annotations.review.listing",
        "tui.config_text",
        "tui.screens.help",
        "tui.guide",
        "tui.remembering",
        "tui.cli.extract",
        "tui.cli.stats",
        "tui.cli.rules",
        "hashlib",
    )
    program = f"import sys, tui.app, tui.cli.review; print([name for name in {late} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120)
    assert run.stdout.strip() == "[]"


class Extraction:
    """One that is noted among the paintings as it begins."""

    def __init__(self, painted: list[str]) -> None:
        self._painted = painted

    def begin(self) -> None:
        self._painted.append("begun")

    def poll(self) -> int | None:
        return None


async def test_first_the_article_is_painted_then_the_counts_then_the_extraction_begins(
    database: Path, conflict: Ontology, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    display = GoldwireApp._display

    def kept(app: GoldwireApp, screen: Screen[object], renderable: RenderableType | None) -> None:
        if renderable is not None:
            painted.append("".join(segment.text for segment in app.console.render(renderable)))
        display(app, screen, renderable)

    monkeypatch.setattr(GoldwireApp, "_display", kept)
    with closing(open_database(database)) as connection:
        app = GoldwireApp(ReviewSession(connection, conflict, "ana"), extraction=Extraction(painted))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
    article = app.reviewing.session.article
    assert article is not None
    assert article.title in painted[0]
    assert " decided" not in painted[0]
    assert " decided" in "".join(painted[1 : painted.index("begun")])


async def test_a_theme_to_begin_with_can_be_left_for_another(database: Path, conflict: Ontology) -> None:
    with closing(open_database(database)) as connection:
        app = GoldwireApp(ReviewSession(connection, conflict, "ana"), chosen=LIGHT.name)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert app.screen.styles.background.hex.lower() == LIGHT.background
            app.theme = DARK.name
            await pilot.pause()
            assert app.screen.styles.background.hex.lower() == DARK.background


@pytest.mark.parametrize("size", [(120, 40), (60, 18)])
async def test_what_was_styled_when_it_was_mounted_needs_no_other_style(
    database: Path, conflict: Ontology, size: tuple[int, int]
) -> None:
    with closing(open_database(database)) as connection:
        app = GoldwireApp(ReviewSession(connection, conflict, "ana"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            begun, painted = rules_of(app.screen), app.screen._compositor.render_strips()
            app.screen.update_node_styles(animate=False)
            assert rules_of(app.screen) == begun
            assert app.screen._compositor.render_strips() == painted


def rules_of(screen: Screen[object]) -> dict[Widget, RulesMap]:
    """What the style sheets say of every widget."""
    return {widget: widget.styles.base.get_rules() for widget in screen.walk_children(Widget, with_self=True)}
