"""Ratios as rows of a table: a bar with its interval, the figure, the interval in numbers, and what it is of."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment

from annotations.scoring.overview import Figure
from tui.safe import one_line
from tui.widgets.columns import Block
from tui.widgets.lines import Styled, fitted

NAME = 22
"""The most cells that a name takes where they are not plenty."""
BAR = 32
"""The most cells of a bar."""
_NUMBERS = 25
"""Cells of the numbers behind a bar."""


class Ratio(NamedTuple):
    """One row."""

    name: str
    figure: Figure


def table(view: Styled, heading: str, n: str, ratios: Sequence[Ratio], width: int) -> Block:
    """The rows under a heading; ``n`` names what figures are of. Names may come from outside."""
    # plotext is loaded by whoever reads the numbers, and not before there are any.
    from tui.plots import Bar, bars  # noqa: PLC0415

    named = [one_line(ratio.name) for ratio in ratios]
    bar = min(BAR, max(6, width - NAME - _NUMBERS - 3))
    name = max(4, min(width - bar - _NUMBERS - 3, max(map(len, (heading, *named)))))
    drawn = bars([Bar(one.ratio or 0, *(one.interval or ())) for _, one in ratios], bar)
    blank, number = view.piece(""), view.piece("number")
    head = f"{heading:<{name + bar + 1}}       95 % between {n:>6}"
    rows: Block = [[Segment("  ", blank), Segment(head, view.piece("heading"))]]
    for label, row, (_, one) in zip(named, drawn, ratios, strict=True):
        between = f"{one.interval.low:.2f}–{one.interval.high:.2f}" if one.interval else "–"
        told = f"{one.ratio:.2f}" if one.ratio is not None else "–"
        rows.append(
            [
                Segment("  ", blank),
                *fitted([Segment(label, view.piece("name"))], name, blank),
                Segment(" ", blank),
                Segment(row, view.piece("bar")),
                Segment(f" {told:>4}", view.piece("ratio")),
                Segment(f"  {between:>9} {one.n:>8,}", number),
            ]
        )
    return rows
