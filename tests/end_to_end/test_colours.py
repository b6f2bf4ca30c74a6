"""Without colours, or with few, glyphs and attributes still tell what is what."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotations.model import Event
from tests.end_to_end.article_pane import Grid, highlights
from tests.end_to_end.ledger import proposed
from tests.end_to_end.sitting import Sitting

NONE = {"NO_COLOR": "1"}
SIXTEEN = {"TERM": "xterm", "COLORTERM": ""}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reviewer saw who moved on from the first candidate, then accepted, rejected and skipped the first ones."""

    variables: dict[str, str]
    events: tuple[Event, ...]
    second: Grid
    """With the second candidate selected."""
    decided: str
    written: bytes


def look(database: Path, variables: dict[str, str]) -> Seen:
    """Review with these variables in the environment."""
    with Sitting(database, variables=variables) as ana:
        ana.press("j")
        ana.wait_for_place(candidate=2)
        second = ana.grid()
        ana.press("k")
        ana.decide("a", "1 accepted")
        ana.decide("x", "2 rejected")
        ana.decide("s", "3 skipped")
        return Seen(variables, proposed(database), second, ana.text, bytes(ana.written))


@pytest.fixture(scope="module", params=[NONE, SIXTEEN], ids=["no colour", "sixteen colours"])
def seen(
    request: pytest.FixtureRequest, copy_of: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Seen:
    """What was seen without colours, and with sixteen."""
    return look(copy_of(tmp_path_factory.mktemp("colours") / "goldwire.db"), request.param)


def test_decided_and_undecided_have_other_glyphs(seen: Seen) -> None:
    listed = dict(re.findall(r"│[ ▸] *(\d+) (\S) ", seen.decided))
    assert [listed[number] for number in "1234"] == ["✓", "✗", "…", "○"]


def test_the_selected_trigger_is_reversed_and_others_are_underlined(seen: Seen) -> None:
    other, selected, *_ = seen.events
    assert selected.trigger.text in [highlight.text for highlight in highlights(seen.second)]
    headline = "".join(cell.data for cell in seen.second[0])
    column = headline.index(other.trigger.text)
    cells = seen.second[0][column : column + len(other.trigger.text)]
    assert all(cell.underscore and not cell.reverse for cell in cells)


def test_sixteen_colours_are_not_exceeded_and_none_means_none(seen: Seen) -> None:
    written = [one.split(b";") for one in re.findall(rb"\x1b\[([\d;]*)m", seen.written)]
    assert not [code for codes in written for code in codes if code in {b"38", b"48"}]
    colours = {int(code) for codes in written for code in codes if code} & {
        *range(30, 38),
        *range(40, 48),
        *range(90, 108),
    }
    assert bool(colours) == (seen.variables is SIXTEEN)
