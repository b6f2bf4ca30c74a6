"""Scores as the JSON object and the table that ``goldwire score`` prints. A ratio whose n is zero is not a number."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from annotations.scoring.levels import Count, Level
from annotations.scoring.scores import Scores
from annotations.scoring.so_far import Precision, SoFar

TYPE_LEVELS: tuple[Level, ...] = ("TC", "AC+")
"""The levels that the table shows per type; the object has all."""

_WIDTH = 79
_NAME = 23
# A figure's name, as the object has it, and the columns it takes in the table.
_COUNT_COLUMNS = {"gold": 7, "predicted": 11, "correct": 9, "precision": 11, "recall": 9, "f1": 9}
_PRECISION_COLUMNS = {"predicted": 18, "correct": 9, "precision": 11}
_TITLES = {"f1": "F1"}


def as_object(scores: Scores, so_far: SoFar | None = None) -> dict[str, object]:
    """The object of ``goldwire score --json``; ratios are in 0–1, null where their n is zero."""
    report: dict[str, object] = {
        "articles": scores.articles,
        "unmatched": scores.unmatched,
        "left_out": scores.left_out,
        "micro": _levels(scores.micro),
        "types": {name: _levels(levels) for name, levels in scores.types.items()},
    }
    if so_far is not None:
        report["so_far"] = {
            "order": so_far.order,
            "decided": so_far.decided,
            "undecided": so_far.undecided,
            "verdicts": dict(so_far.verdicts),
            "micro": _levels(so_far.micro),
            "types": {name: _levels(levels) for name, levels in so_far.types.items()},
        }
    return report


def as_table(scores: Scores, so_far: SoFar | None = None) -> str:
    """The same figures as plain lines of at most 79 columns, without the last line's end."""
    lines = list(_scored(scores))
    if so_far is not None:
        lines += ["", *_decided(so_far)]
    return "\n".join(lines)


def _levels(levels: Mapping[Level, Count] | Mapping[Level, Precision]) -> dict[str, dict[str, float | None]]:
    return {level: _figures(figures) for level, figures in levels.items()}


def _figures(figures: Count | Precision) -> dict[str, float | None]:
    names = _COUNT_COLUMNS if isinstance(figures, Count) else _PRECISION_COLUMNS
    return {name: getattr(figures, name) for name in names}


def _scored(scores: Scores) -> Iterator[str]:
    if scores.articles:
        yield f"{_number(scores.articles, 'complete article')}."
    else:
        yield "No article is complete (n=0): there is no recall and no F1."
    if scores.unmatched:
        yield f"The predictions do not have {scores.unmatched} of them: every event there counts as missed."
    if scores.left_out:
        yield f"Left out: {_number(scores.left_out, 'prediction')} outside complete articles."
    if scores.articles:
        yield from _tables(scores.micro, scores.types, _COUNT_COLUMNS)


def _decided(so_far: SoFar) -> Iterator[str]:
    verdicts = ", ".join(f"{verdict} {number}" for verdict, number in so_far.verdicts.items())
    if not so_far.decided:
        yield f"Precision so far: no candidate is decided (n=0); {so_far.undecided} undecided."
        return
    yield from wrap(f"Precision so far, over {_number(so_far.decided, 'decided candidate')} in {so_far.order};", _WIDTH)
    yield "what came first is no sample of the rest."
    yield f"{verdicts}; undecided {so_far.undecided} with the skipped."
    yield from _tables(so_far.micro, so_far.types, _PRECISION_COLUMNS)


def _tables(
    micro: Mapping[Level, Count] | Mapping[Level, Precision],
    types: Mapping[str, Mapping[Level, Count]] | Mapping[str, Mapping[Level, Precision]],
    columns: Mapping[str, int],
) -> Iterator[str]:
    yield ""
    yield _heading("", columns)
    yield from (_row(level, figures, columns) for level, figures in micro.items())
    for level in TYPE_LEVELS if types else ():
        yield ""
        yield _heading(f"{level} by type", columns)
        yield from (_row(name, levels[level], columns) for name, levels in types.items())


def _heading(name: str, columns: Mapping[str, int]) -> str:
    return name.ljust(_NAME) + "".join(_TITLES.get(column, column).rjust(width) for column, width in columns.items())


def _row(name: str, figures: Count | Precision, columns: Mapping[str, int]) -> str:
    cells = _figures(figures)
    return _cell(name) + "".join(_shown(cells[column]).rjust(width) for column, width in columns.items())


def _shown(figure: float | None) -> str:
    if figure is None:
        return "– n=0"
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}"


def _cell(name: str) -> str:
    # A type is whatever stands in a file: nothing of it may steer the terminal or push the figures aside.
    masked = "".join(character if character.isprintable() else "�" for character in name)
    return masked.ljust(_NAME) if len(masked) <= _NAME else f"{masked[: _NAME - 1]}…"


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
