"""Bars and curves as rows of plain characters, drawn by plotext: no colours in them, so that any terminal shows them.

plotext has one figure for the whole process: only one thread may draw.
"""

from collections.abc import Sequence
from math import ceil, floor, log10
from types import ModuleType
from typing import NamedTuple

SURE, MEASURED, AT_MOST = "█▓░"
"""What a bar is made of: up to an interval's lower end, up to the figure, up to the upper end."""


class Bar(NamedTuple):
    """A ratio in 0–1 and where it lies; without an interval nothing of the bar is sure."""

    ratio: float
    low: float = 0.0
    high: float | None = None


class Tick(NamedTuple):
    """A mark on an axis."""

    at: float
    label: str


def load() -> ModuleType:
    """plotext, loaded when first asked for: a tenth of a second, which another thread may spend beforehand."""
    import plotext  # type: ignore[import-untyped]  # noqa: PLC0415

    assert isinstance(plotext, ModuleType)
    return plotext


def bars(ratios: Sequence[Bar], width: int) -> list[str]:
    """One row for each bar, of exactly ``width`` cells; 0 at the left, 1 at the right."""
    plotext = _begun(width, len(ratios))
    figure = plotext.figure
    figure.axes(False)
    figure.ruler("x").lim(0, 1).alignment(lim="edge")
    figure.ruler("y").lim(0, len(ratios)).alignment(lim="edge").direction(-1)
    ends = ((AT_MOST, [bar.high or 0 for bar in ratios]), (MEASURED, [bar.ratio for bar in ratios]))
    for character, lengths in (*ends, (SURE, [bar.low for bar in ratios])):
        # To the middle of the last cell, so that ends are rounded and not cut.
        rows = [(row + 0.5, end - 0.5 / width) for row, end in enumerate(lengths) if end * width >= 0.5]
        if rows:
            at, to = zip(*rows, strict=True)
            figure.draw(figure.bar(at, to, orientation="h", marker=character, width=0.01))
    # Each call of ``bar`` has set ticks.
    for axis in "xy":
        figure.ruler(axis).ticks([])
    return _rows(plotext, width, len(ratios))


def curve(points: Sequence[tuple[float, float]], ticks: Sequence[Tick], width: int, height: int) -> list[str]:
    """A curve over its ground, from zero up, in ``height`` rows of which the last names the ``ticks``."""
    plotext = _begun(width, height)
    figure = plotext.figure
    for axis, side in (("x", "upper"), ("y", "right")):
        figure.axes(False, axis=axis, side=side)
    steps = _round_steps(max((y for _, y in points), default=0), max(1, (height - 2) // 3))
    figure.ruler("x").ticks([tick.at for tick in ticks], [tick.label for tick in ticks])
    figure.ruler("y").lim(0, steps[-1]).ticks(steps, [f"{step:,.0f}" for step in steps])
    xs, ys = zip(*points, strict=True) if points else ((), ())
    figure.draw(figure.signal(xs, ys, marker="hd").lines(True).fillx(True))
    return _rows(plotext, width, height)


def _begun(width: int, height: int) -> ModuleType:
    """Plotext with an empty figure of this size."""
    plotext = load()
    plotext.terminal.limit(False, False)
    plotext.figure.clear.all()
    plotext.figure.theme("colorless")
    plotext.figure.plot_size(width, height)
    return plotext


def _rows(plotext: ModuleType, width: int, height: int) -> list[str]:
    rows = plotext.figure.build().string(colorless=True).split("\n")[:height]
    return [row.ljust(width) for row in rows]


def _round_steps(most: float, count: int) -> list[int]:
    """Whole numbers from zero to ``most`` or just above it, in about ``count`` equal steps that a person would take."""
    least = max(1.0, most / count)
    power = 10 ** floor(log10(least))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
    return list(range(0, step * max(1, ceil(most / step)) + 1, step))
