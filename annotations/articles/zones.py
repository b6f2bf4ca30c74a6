"""Zones: what every line of an article is, from what it says of itself and from where it stands.

A paragraph's zone is decided once, by the first rule that holds, and given to each of its lines.
"""

from collections.abc import Callable
from itertools import pairwise

from annotations.articles.captions import is_bare_noun_phrase, is_photo_credit, is_pictorial, is_quoting
from annotations.articles.credits import is_note
from annotations.articles.cues import Cue, cues
from annotations.articles.debris import is_section
from annotations.articles.headlines import ends_sentence, is_bullet, is_crosshead, is_question
from annotations.articles.paragraphs import paragraphs
from annotations.articles.split import group
from annotations.articles.story import Story
from annotations.model import Zone, ZoneName

CUED: dict[Cue, ZoneName] = {
    "closing": "credit",
    "credit": "credit",
    "publication": "byline",
    "byline": "byline",
    "caption": "caption",
    "above": "debris",
    "ending": "debris",
    "debris": "debris",
}
"""The zone of a paragraph that needs no neighbours to say what it is."""

CROSSHEAD = 5
"""Words that a crosshead in small letters has at most."""

LINK = 18
"""Words that the headline of a related story has at most."""


def zones(text: str) -> tuple[Zone, ...]:
    """One zone for every line of ``text`` that is not blank, in order, without the white space around the line."""
    found = paragraphs(text)
    texts = [paragraph.text for paragraph in found]
    signs = cues(texts)
    close = [False, *(text.count("\n", above.end, below.start) <= 1 for above, below in pairwise(found))]
    result: list[Zone] = []
    for start, end in group(texts, signs):
        story = Story(texts[start:end], signs[start:end], close[start:end])
        for at, paragraph in enumerate(found[start:end]):
            zone = zone_of(story, at)
            result.extend(Zone(line_start, line_end, zone) for line_start, line_end in paragraph.lines)
    return tuple(result)


def zone_of(story: Story, at: int) -> ZoneName:
    """The zone of one paragraph of a story."""
    return next((zone for zone, holds in RULES if holds(story, at)), None) or CUED.get(story.signs[at], "body")


def _is_headline(story: Story, at: int) -> bool:
    """The headline, and its repetition right below."""
    if story.headline is None:
        return False
    return at == story.headline or (story.is_opening(at) and story.texts[at] == story.texts[story.headline])


def _is_author(story: Story, at: int) -> bool:
    """``Written by …`` and ``Source: …`` above the body are bylines, below it credits; notes in brackets never are."""
    text = story.texts[at]
    return story.signs[at] in ("closing", "credit") and at < story.body and text[0] not in "([" and not is_note(text)


def _is_kicker(story: Story, at: int) -> bool:
    """The newspaper's section, above the headline."""
    return story.headline is not None and at < story.headline and is_section(story.texts[at])


def _is_photographed(story: Story, at: int) -> bool:
    """The line above a photo credit that stands alone, if it is right above or is no sentence."""
    if story.neighbour(at + 1) != "caption" or not is_photo_credit(story.texts[at + 1]):
        return False
    is_right_above = story.is_close[at + 1] and not all(story.is_close[1:])
    return story.signs[at] == "line" or (story.signs[at] == "prose" and (is_right_above or story.is_picture(at)))


def _is_doubled(story: Story, at: int) -> bool:
    """A page's second, shorter or longer copy of a caption."""
    return any(_is_copied(story, at, other) for other in (at - 1, at + 1))


def _is_picture(story: Story, at: int) -> bool:
    """A line that describes a picture, in the words of one; a short noun phrase may be a crosshead, too."""
    if story.signs[at] not in ("line", "prose") or not story.is_picture(at):
        return False
    return not (story.interrupts(at) and len(story.texts[at].split()) < CROSSHEAD)


def _is_opening_caption(story: Story, at: int) -> bool:
    """Whatever stands between an agency's headline and its dateline, unless it is an item of a summary."""
    return story.is_opening(at) and story.has_dateline and not is_bullet(story.texts[at])


def _is_summary(story: Story, at: int) -> bool:
    """A line between headline and body that is no caption: it goes on with the headline."""
    return story.is_opening(at) and (story.signs[at] == "line" or is_bullet(story.texts[at]))


def _is_agency_crosshead(story: Story, at: int) -> bool:
    return story.signs[at] == "line" and story.body <= at < story.tail and is_crosshead(story.texts[at])


def _is_page_crosshead(story: Story, at: int) -> bool:
    """A few words without a full stop, or a question, alone between sentences."""
    text = story.texts[at]
    return story.interrupts(at) and (is_question(text) or (len(text.split()) <= CROSSHEAD and not ends_sentence(text)))


def _is_stray(story: Story, at: int) -> bool:
    """A longer line without a full stop, alone between a web page's sentences: a caption. Agencies mark theirs."""
    text = story.texts[at]
    return story.interrupts(at) and not story.has_dateline and not ends_sentence(text) and not is_quoting(text)


def _is_hanging_caption(story: Story, at: int) -> bool:
    return story.hangs(at) and is_bare_noun_phrase(story.texts[at])


def _is_hanging_headline(story: Story, at: int) -> bool:
    """A related story's headline, below the last sentence; a longer line is a sentence that breaks off."""
    return story.hangs(at) and not ends_sentence(story.texts[at]) and len(story.texts[at].split()) <= LINK


RULES: tuple[tuple[ZoneName, Callable[[Story, int], bool]], ...] = (
    ("headline", _is_headline),
    ("byline", _is_author),
    ("debris", _is_kicker),
    ("caption", _is_photographed),
    ("caption", _is_doubled),
    ("caption", _is_picture),
    ("caption", _is_opening_caption),
    ("headline", _is_summary),
    ("crosshead", _is_agency_crosshead),
    ("crosshead", _is_page_crosshead),
    ("caption", _is_stray),
    ("caption", _is_hanging_caption),
    ("debris", _is_hanging_headline),
)
"""What place and neighbours say, the surest first; where no rule holds the cue decides, else it is body."""


def _is_copied(story: Story, at: int, other: int) -> bool:
    signs = {story.neighbour(at), story.neighbour(other)}
    if other == story.headline or not signs <= {"caption", "line", "prose"}:
        return False
    shorter, longer = sorted((story.texts[at].rstrip(" .,…"), story.texts[other].rstrip(" .,…")), key=len)
    return (
        len(shorter) >= 20
        and longer.startswith(shorter)
        and ("caption" in signs or signs == {"line"} or is_pictorial(longer))
    )
