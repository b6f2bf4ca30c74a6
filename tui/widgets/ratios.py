"""Ratios as rows of a table: a bar with its interval, the figure, the interval in numbers, and what it is of."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from annotations.scoring.overview import Figure
from tui.plots import Bar, bars
from tui.widgets.columns import Block
from tui.widgets.lines import Styled, fitted

BARS = (8, 32)
"""The least and the most cells of a bar; names get what is left, and no more than they need."""
_NUMBERS = 24
"""Cells of the numbers behind a bar."""


class Ratio(NamedTuple):
    """One row."""

    name: str
    figure: Figure


def table(view: Styled, heading: str, n: str, ratios: Sequence[Ratio], width: int) -> Block:
    """The rows under a heading; ``n`` names what figures are of. Names are safe already."""
    room = width - _NUMBERS - 3
    name = max(4, min(max(map(cell_len, (heading, *(ratio.name for ratio in ratios)))), room - BARS[0]))
    bar = max(BARS[0], min(room - name, BARS[1]))
    drawn = bars([Bar(one.ratio or 0, *(one.interval or ())) for _, one in ratios], bar)
    blank, number = view.piece(""), view.piece("number")
    head = f"{heading:<{name + bar + 1}}     95 % between {n:>6}"
    rows: Block = [[Segment("  ", blank), Segment(head, view.piece("heading"))]]
    for row, (label, one) in zip(drawn, ratios, strict=True):
        between = f"{one.interval.low:.2f}–{one.interval.high:.2f}" if one.interval else "–"
        told = f"{one.ratio:.2f}" if one.ratio is not None else "–"
        rows.append(
            [
                Segment("  ", blank),
                *fitted([Segment(label, view.piece("name"))], name, blank),
                Segment(" ", blank),
                Segment(row, view.piece("bar")),
                Segment(f" {told:>4}", view.piece("ratio")),
                Segment(f"  {between:>9} {one.n:>7,}", number),
            ]
        )
    return rows
