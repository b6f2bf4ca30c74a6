"""An explanation as plain text of 80 columns, every word from outside masked."""

import re
from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from annotations.extraction.explaining.explanation import (
    Checked,
    ExplainedArgument,
    Explanation,
    Fired,
    Hurdle,
    Missed,
    Obstacle,
    Place,
    Unknown,
)
from annotations.extraction.explaining.obstacles import witnessed
from tui.cli.wording import counted
from tui.safe import one_line

_COLUMNS = 80
_BREAKS = re.compile(r"(\s+|(?<=/)(?!\S*:\d))")
_LABEL = 14
"""Columns of the labels at the left."""
_GIVEN = {"rule": "the family's roles", "frame": "the type's frame in the grammar", "grammar": "the grammar"}
_HURDLES: dict[Hurdle, str] = {
    "needs": "needs",
    "not": "not",
    "attributive": "lacks",
    "part_of_speech": "lists",
    "phrase": "needs",
}


def as_text(explanation: Explanation) -> str:
    """The whole, event by event and word by word."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    for sentence in explanation.sentences:
        yield from _wrapped(sentence.text, "")
    if not explanation.sentences:
        yield "Nothing here is read for events: no headline and no body text."
        return
    yield ""
    if explanation.fired:
        yield counted(len(explanation.fired), "event") + "."
    else:
        yield "No event."
    for fired in explanation.fired:
        yield ""
        yield from _fired(fired)
    phrases = [missed for missed in explanation.missed if missed.obstacles[0].hurdle == "phrase"]
    for missed in explanation.missed:
        if missed not in phrases:
            yield ""
            yield from _missed(missed)
    if phrases:
        yield ""
        words = (f"{one.word.text} (“{one.nearest.word}”, {one.nearest.file})" for one in phrases)
        yield from _listed("Known only in phrases that do not stand here:", words)
    if explanation.unknown:
        yield ""
        yield from _listed("Not in the lexicon as a trigger:", map(_unknown, explanation.unknown))


def _fired(fired: Fired) -> Iterator[str]:
    yield from _wrapped(f"{fired.trigger.text} · {fired.type} · {fired.status} · {fired.confidence:.2f}", "")
    yield from _row("rule", _place(fired.place))
    for need in fired.needs:
        yield from _condition("needs", need)
    if fired.vetoes:
        yield from _row("not", f"nothing of {' · '.join(veto.condition for veto in fired.vetoes)}")
    for argument in fired.arguments:
        yield from _argument(argument)
    yield from _row("status", f"{fired.status}: {fired.cue}")
    weights = ", ".join(f"{name} {weight:+.2f}" for name, weight in fired.weights) or "nothing weighs"
    yield from _row("confidence", f"{fired.confidence:.2f} from {fired.score:+.2f}: {weights}")
    for place in fired.outweighed:
        yield from _row("outweighs", f"{place.type}: {_place(place)}")


def _argument(argument: ExplainedArgument) -> Iterator[str]:
    given = f"{argument.relation}, by {_GIVEN[argument.given_by]}"
    yield from _row(argument.role, f"{argument.span.text} – {given}")
    yield from _row("", f"  {argument.path}", hang=4)


def _condition(label: str, held: Checked) -> Iterator[str]:
    yield from _row(label, held.condition)
    yield from _row("", f"  {witnessed(held)}", hang=4)


def _missed(missed: Missed) -> Iterator[str]:
    yield from _wrapped(f"{missed.word.text} · no event", "")
    rules = "the only rule" if missed.rules == 1 else f"of {counted(missed.rules, 'rule')}"
    yield from _row("nearest", f"{missed.nearest.type}, {rules}: {_place(missed.nearest)}")
    for obstacle in missed.obstacles:
        yield from _obstacle(obstacle)


def _obstacle(obstacle: Obstacle) -> Iterator[str]:
    yield from _row(_HURDLES[obstacle.hurdle], obstacle.text)
    yield from _row("", f"  {obstacle.found}", hang=4)


def _unknown(unknown: Unknown) -> str:
    notes = []
    if unknown.nearest:
        notes.append(f"nearest: {unknown.nearest}")
    if unknown.classes:
        notes.append("in " + " ".join(f"@{name}" for name in unknown.classes))
    return f"{unknown.word.text} ({'; '.join(notes)})" if notes else unknown.word.text


def _place(place: Place) -> str:
    where = place.file if place.line is None else f"{place.file}:{place.line}"
    case = "" if place.case is None else f", case {place.case}"
    return f"family “{place.family}”{case} ({where}), {place.part_of_speech} “{place.word}”"


def _row(label: str, text: str, hang: int = 2) -> Iterator[str]:
    indent = "  " + one_line(label).ljust(_LABEL - 2)
    leading = len(text) - len(text.lstrip(" "))
    yield from _wrapped(text, indent + " " * leading, " " * (_LABEL + hang))


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    yield title
    yield from _wrapped(", ".join(items), "  ")


def _wrapped(text: str, indent: str, hanging: str | None = None) -> Iterator[str]:
    wrapper = TextWrapper(
        _COLUMNS,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
    )
    # The alternatives of a condition are one long word, "reach/strike/forge": it may be broken behind its strokes.
    # A file with its line, "lexicon/harm.toml:12", stays whole to be opened.
    wrapper.wordsep_simple_re = _BREAKS
    yield from wrapper.wrap(one_line(text))
