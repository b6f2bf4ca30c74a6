"""One story's paragraphs: where its headline stands, where its body begins, and what hangs below its last sentence."""

from collections.abc import Container, Sequence
from functools import cached_property

from annotations.articles.captions import is_bare_noun_phrase, is_counted, is_pictorial, is_placed_and_dated, is_shown
from annotations.articles.cues import BODY, FURNITURE, Cue
from annotations.articles.debris import is_link, is_section
from annotations.articles.headlines import continues, is_several_sentences

OPENING = 12
"""Paragraphs below the headline among which the story's first sentence is looked for."""

STRANGERS = 4
"""Paragraphs in the opening, at most, that show no cue: captions without a photo credit, a summary."""

LONG = 60
"""Words beyond which a paragraph that shows no cue is body wherever it stands."""

OPENERS: tuple[frozenset[Cue], ...] = (frozenset({"dateline"}), frozenset({"byline", "publication"}))
"""What the opening ends with, the surest first."""


class Story:
    """The paragraphs of one story, each with its text and cue.

    ``is_close`` says of each whether it stands in the line right below the paragraph before it.
    """

    def __init__(self, texts: Sequence[str], signs: Sequence[Cue], is_close: Sequence[bool]) -> None:
        self.texts = texts
        self.signs = signs
        self.is_close = is_close

    @cached_property
    def headline(self) -> int | None:
        """The paragraph that is the headline: the first that is no furniture, if it has a headline's form."""
        for at, sign in enumerate(self.signs):
            if sign == "line" and not (is_section(self.texts[at]) and "line" in self.signs[at + 1 : at + 3]):
                return at
            if (
                sign == "prose"
                and self._is_short_sentence(at)
                and self.neighbour(at + 1) in ("byline", "dateline", "publication")
            ):
                return at
            if sign in BODY:
                break
        return next(
            (at for at, sign in enumerate(self.signs[:OPENING]) if sign == "debris" and is_link(self.texts[at])), None
        )

    @cached_property
    def body(self) -> int:
        """The first paragraph of the body; between it and the headline stand furniture, captions, a summary."""
        first = 0 if self.headline is None else self.headline + 1
        if BODY.isdisjoint(self.signs[first:]):
            return first
        for openers in OPENERS:
            below = self._opener(first, openers)
            if below is not None and not BODY.isdisjoint(self.signs[below:]):
                first = below
                break
        for at in range(first, min(first + OPENING, len(self.signs))):
            if self.signs[at] not in FURNITURE and self.signs[at] != "line" and not self.is_picture(at):
                return at
        return first

    @cached_property
    def tail(self) -> int:
        """The first paragraph below the body's last sentence; the number of paragraphs where there is no sentence."""
        sentences = (at for at in range(len(self.signs) - 1, self.body - 1, -1) if self.signs[at] in BODY)
        return next((at + 1 for at in sentences if not self.is_picture(at)), len(self.signs))

    @cached_property
    def has_dateline(self) -> bool:
        """Whether the body opens with a dateline."""
        return self.body < len(self.signs) and self.signs[self.body] == "dateline"

    def is_picture(self, at: int) -> bool:
        """Whether a paragraph describes a picture in its words alone, without a mark of one."""
        text, sign = self.texts[at], self.signs[at]
        if sign == "line":
            return not self._breaks_off(at) and (
                is_pictorial(text) or is_placed_and_dated(text) or is_bare_noun_phrase(text)
            )
        if sign != "prose" or is_several_sentences(text):
            return False
        # "Residents leave when they can." may be the story's; "A resident leaves …" hardly is
        return is_placed_and_dated(text) or (is_pictorial(text) and (is_counted(text) or is_shown(text)))

    def is_opening(self, at: int) -> bool:
        """Whether a paragraph that shows no cue stands between the headline, or the top, and the body."""
        first = -1 if self.headline is None else self.headline
        return first < at < self.body and self.signs[at] in ("line", "prose")

    def interrupts(self, at: int) -> bool:
        """Whether a line stands alone between the body's sentences, the next of which does not go on with it."""
        return (
            self.signs[at] == "line"
            and self.body < at < self.tail - 1
            and "line" not in (self.signs[at - 1], self.signs[at + 1])
            and not self._breaks_off(at)
        )

    def hangs(self, at: int) -> bool:
        """Whether a line stands below the body's last sentence."""
        return at >= self.tail and self.signs[at] == "line"

    def neighbour(self, at: int) -> Cue | None:
        """The cue of the paragraph at ``at``; None outside the story."""
        return self.signs[at] if 0 <= at < len(self.signs) else None

    def _opener(self, first: int, openers: Container[Cue]) -> int | None:
        """The last paragraph of the opening that shows one of ``openers``, if no body text can stand above it."""
        strangers = 0
        found = None
        for at in range(first, min(first + OPENING, len(self.signs))):
            sign = self.signs[at]
            if sign in openers:
                found = at
                if sign == "dateline":
                    break
            elif sign not in FURNITURE:
                strangers += 1
                if strangers > STRANGERS or len(self.texts[at].split()) > LONG:
                    break
        return found

    def _breaks_off(self, at: int) -> bool:
        return at + 1 < len(self.texts) and continues(self.texts[at + 1])

    def _is_short_sentence(self, at: int) -> bool:
        return len(self.texts[at].split()) <= 20 and not is_several_sentences(self.texts[at])
