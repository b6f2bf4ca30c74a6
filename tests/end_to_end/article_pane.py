"""The article as it stands in the cells of a screen: what is highlighted in it, which labels stand on its words."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, takewhile

from pyte.screens import Char

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
    """What stands in reverse and bold: the selected trigger, row by row, and the tags of roles."""
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
    """The labels that came to stand on words, at their first letters.

    Only they put other letters over letters; what looks as most of these do is a label.
    """
    pairs = [list(zip(*rows, strict=True)) for rows in zip(article(before), article(after), strict=True)]
    looks = Counter(
        style(now)
        for row in pairs
        for then, now in row
        if then.data.isalpha() and now.data.isalpha() and then.data != now.data
    )
    assert looks, "no label stands on the article"
    look, _ = looks.most_common(1)[0]
    found = []
    for row in pairs:
        text = _words([then for then, _ in row])
        drawn = "".join(now.data if style(now) == look else "\0" for _, now in row)
        for run in re.finditer(r"[^\0]+", drawn):
            word = _WORD.match(text, run.start())
            if word is not None:
                found.append(Label(run[0], word[0]))
    return found


def _words(cells: list[Char]) -> str:
    """The text of a row, a letter a cell; the tag of a role that stands in the blank before its words is that blank."""
    text = ""
    for look, run in groupby(cells, key=style):
        letters = [cell.data or " " for cell in run]
        text += " " if look.reverse and look.bold and len(letters) == 1 else "".join(letters)
    return text
