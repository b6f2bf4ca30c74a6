"""Titles in borders, and that nothing comes there, or anywhere else, as markup."""

import ast
from pathlib import Path

import pytest
from textual.app import App, ComposeResult

import tui
from tui.widgets.titled import Titled

PACKAGE = Path(tui.__file__).parent
READ_AS_MARKUP = {"border_title", "border_subtitle", "tooltip", "from_markup", "Static", "Label"}
"""What Textual takes a text given to for markup."""
FILES = sorted(PACKAGE.rglob("*.py"))


class Page(App[None]):
    """A page with a title."""

    CSS = "Titled { border: solid white; }"

    def compose(self) -> ComposeResult:
        yield Titled()


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("plain", "plain"),
        ("x[/b]y", "x[/b]y"),
        ("x[b]y[red]", "x[b]y[red]"),
        ("[@click=app.bell]x[/]", "[@click=app.bell]x[/]"),
        ("a \\[b] $primary {0} %s", "a \\[b] $primary {0} %s"),
        ("a\x1b]0;x\x07\nb\tc\u202e", "a␛]0;x␇ b c⇄"),
    ],
)
async def test_a_title_reads_as_it_is(title: str, shown: str) -> None:
    app = Page()
    async with app.run_test(size=(40, 4)):
        app.query_one(Titled).entitle(title)
        first = app.screen._compositor.render_strips()[0].text
        assert f" {shown} " in first


async def test_a_title_can_be_taken_away() -> None:
    app = Page()
    async with app.run_test(size=(40, 4)):
        app.query_one(Titled).entitle("x")
        app.query_one(Titled).entitle("")
        assert not app.query_one(Titled).border_title


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nothing_else_hands_textual_a_text_that_it_takes_for_markup(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    assigned = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    allowed = {"border_title"} if file.stem == "titled" else set()
    assert (assigned | called) & READ_AS_MARKUP == allowed
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "notify":
            assert any(isinstance(one.value, ast.Constant) and one.value.value is False for one in call.keywords)
