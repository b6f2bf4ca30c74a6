"""The article as it stands in the cells of a screen: what is highlighted in it, which labels stand on its words."""

import re
from dataclasses import dataclass
from itertools import groupby, takewhile

from pyte.screens import Char

from tui.glyphs import RAISED

Grid = list[list[Char]]

EDGE = "│"
"""Stands between the article and the panes at its right."""
BORDER = "─"
"""Begins the row between the article and the pane below it, in a narrow terminal."""
FOOT = 2
"""Rows below the panes."""
_WORD = re.compile(r"(?<![^\s“‘(])[^\W\d_]+(?![^\s,.”’)])")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of the article that stands out, and the cell where it begins."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label on the reading sentence: its letters, and the word that it stands on."""

    letters: str
    word: str


def article(grid: Grid) -> Grid:
    """The cells that show the article."""
    rows = takewhile(lambda row: row[0].data != BORDER, grid[:-FOOT])
    return [list(takewhile(lambda cell: cell.data != EDGE, row)) for row in rows]


def style(cell: Char) -> Char:
    """How a cell looks, whatever stands in it."""
    return cell._replace(data="")


def highlights(grid: Grid) -> list[Highlight]:
    """What stands in reverse and bold: the selected trigger, row by row."""
    found = []
    for row, cells in enumerate(article(grid)):
        column = 0
        for look, run in groupby(cells, key=style):
            letters = [cell.data for cell in run]
            if look.reverse and look.bold:
                found.append(Highlight(row, column, "".join(letters)))
            column += len(letters)
    return found


def labels(before: Grid, after: Grid) -> list[Label]:
    """The labels that came to stand before words, or on their first letters: letters in reverse that were not there."""
    found = []
    for then, now in zip(article(before), article(after), strict=True):
        text = _words(then)
        drawn = "".join(
            is_now.data if is_now.reverse and is_now.data.isalpha() and is_now != was else "\0"
            for was, is_now in zip(then, now, strict=True)
        )
        for run in re.finditer(r"[^\0]{1,2}", drawn):
            word = _WORD.match(text, run.start() + (text[run.start()] == " "))
            if word is not None:
                found.append(Label(run[0], word[0]))
    assert found, "no label stands on the article"
    return found


def _words(cells: list[Char]) -> str:
    """The text of a row, a letter a cell; the tag of a role that stands in the blank before its words is that blank."""
    return "".join(" " if not cell.data or cell.data in RAISED else cell.data for cell in cells)
