"""Records README's tour: the app over the sample corpus, key by key, as one SVG that plays. Run by ``make readme``."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from examples.sample import picture_of, sample_app
from tui.app import GoldwireApp

TOUR = Path(__file__).with_name("tour.svg")
SIZE = (100, 28)
_CLIPPED = re.compile(r' clip-path="[^"]*line-\d+\)"|<clipPath id="[^"]*line-\d+">.*?</clipPath>', re.DOTALL)
_NAMES = re.compile(r"terminal-\d+")
"""Most of a picture's bytes: that a line does not leave its row, and the long names of its styles."""
_PART = re.compile(r"<[^>]+>|\S+")
CAPTION_HEIGHT = 44
"""Pixels under the screen, for the keys and what they do."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys that are pressed, what they do, and how long one looks at what comes of it.

    A phrase in angle brackets is the label that stands before it then.
    """

    keys: str
    says: str
    seconds: float = 2.5


STEPS: Sequence[Step] = (
    Step("", "The article, the events proposed for it, and the selected one spelled out", 4),
    Step("a", "Right: it is saved, and the next one is selected", 3),
    Step("a a a a a", "A key each: accepted, saved, and on", 3),
    Step("e", "A second actor is missing here: the event is opened", 3),
    Step("A", "A capital adds to a role: letters stand before what likely fills it", 4),
    Step("<rebel factions>", "The letter before the words", 2.5),
    Step("h h h", "Its left end, word by word", 3),
    Step("enter", "Saved", 2),
    Step("a a a a a a", "On", 2),
    Step("v", "One more attack? That is not told as a fact: another status", 3),
    Step("h", "Chosen and saved", 2.5),
    Step("a a a a a a", "On", 2),
    Step("K i", "In the sentence before, an event was missed: letters for its trigger", 4),
    Step("<took>", "Now its type, in two letters", 3.5),
    Step("ao", "Aid obstructed; its roles stand open", 2.5),
    Step("a <soldiers> i <surgical kits> p <checkpoint>", "Who, what, where", 4),
    Step("enter", "Added: every decision is in the database before the screen moves on", 4),
    Step("u", "And any of it can be undone", 3),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of the screen, and the line under it."""

    picture: str
    caption: str
    seconds: float


async def record(app: GoldwireApp) -> list[Frame]:
    """A frame after each step."""
    frames = []
    async with app.run_test(size=SIZE) as pilot:
        for step in STEPS:
            await pilot.pause()
            shown = []
            for part in _PART.findall(step.keys):
                key = _label(app, part[1:-1]) if part.startswith("<") else part
                shown.append(key)
                # Names of keys are longer than labels and than the keys of types, which are typed letter by letter.
                for press in [key] if len(key) > 2 else key:
                    await pilot.press(press)
                    await pilot.pause()
            await pilot.pause(0.1)
            frames.append(Frame(picture_of(app), _caption(shown, step.says), step.seconds))
    return frames


def _label(app: GoldwireApp, phrase: str) -> str:
    draft = app.reviewing.draft
    labels = draft.labels.options if draft is not None and draft.labels is not None else ()
    key = next((hint.key for hint in labels if hint.span.text == phrase), None)
    if key is None:
        raise LookupError(f"{phrase!r} has no label; there are {', '.join(hint.span.text for hint in labels)}")
    return key


def film(frames: Sequence[Frame]) -> str:
    """The frames as one SVG, each seen in its time, again and again."""
    view = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', frames[0].picture)
    assert view is not None
    width, height = float(view[1]), float(view[2])
    whole = sum(frame.seconds for frame in frames)
    size = f'<svg width="{width:g}" height="{height:g}" '
    rules, drawn, begun = [], [], 0.0
    for number, frame in enumerate(frames):
        picture = _CLIPPED.sub("", frame.picture.replace("<svg ", size, 1))
        start, end = 100 * begun / whole, 100 * (begun + frame.seconds) / whole
        begun += frame.seconds
        # The first is there from the beginning, so that it is also what one sees where nothing moves.
        before = f"0%{{opacity:0}} {start:.3f}%{{opacity:1}}" if number else "0%{opacity:1}"
        rules.append(f"@keyframes f{number}{{{before} {end:.3f}%{{opacity:0}} 100%{{opacity:0}}}}")
        rules.append(f"#f{number}{{opacity:{int(not number)};animation:f{number} {whole:g}s step-end infinite}}")
        drawn.append(
            f'<g id="f{number}">{_NAMES.sub(f"t{number}", picture)}'
            f'<text x="{width / 2:g}" y="{height + 28:g}" text-anchor="middle">{frame.caption}</text></g>'
        )
    style = "text{font:20px monospace;fill:#8a8f98}tspan.key{fill:#e8b339;font-weight:bold}" + "".join(rules)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height + CAPTION_HEIGHT:g}">'
        f"<style>{style}</style>{''.join(drawn)}</svg>\n"
    )


def _caption(keys: Sequence[str], says: str) -> str:
    pressed = f'<tspan class="key">{escape(" ".join(keys))}</tspan>  ' if keys else ""
    return pressed + escape(says)


def main() -> None:
    """Record it."""
    with sample_app() as app:
        TOUR.write_text(film(asyncio.run(record(app))), "utf-8")


if __name__ == "__main__":
    main()
