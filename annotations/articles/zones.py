"""Zones: what every line of an article is, from what it says of itself and from where it stands.

A paragraph's zone is decided once, by the first rule that holds, and given to each of its lines.
"""

from collections.abc import Callable
from itertools import pairwise

from annotations.articles.captions import is_bare_noun_phrase, is_photo_credit
from annotations.articles.cues import Cue, cue
from annotations.articles.debris import announces_links, is_section
from annotations.articles.headlines import continues, ends_sentence, is_bullet, is_crosshead, is_question
from annotations.articles.paragraphs import Paragraph, paragraphs
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
    "debris": "debris",
}
"""The zone of a paragraph that needs no neighbours to say what it is."""


def zones(text: str) -> tuple[Zone, ...]:
    """One zone for every line of ``text`` that is not blank, in order, without the white space around the line."""
    found = paragraphs(text)
    texts = [paragraph.text for paragraph in found]
    signs = [cue(text) for text in texts]
    close = [False, *(_is_close(text, above, below) for above, below in pairwise(found))]
    result: list[Zone] = []
    for start, end in group(texts, signs):
        story = Story(texts[start:end], signs[start:end], close[start:end])
        for at, paragraph in enumerate(found[start:end]):
            zone = _zone(story, at)
            result.extend(Zone(line_start, line_end, zone) for line_start, line_end in paragraph.lines)
    return tuple(result)


def _zone(story: Story, at: int) -> ZoneName:
    found = next((zone for zone, holds in RULES if holds(story, at)), None)
    return found or CUED.get(story.signs[at], "body")


def _is_headline(story: Story, at: int) -> bool:
    return at == story.headline


def _is_author(story: Story, at: int) -> bool:
    """``Written by …`` above the body is a byline, below it a credit."""
    return story.signs[at] == "closing" and at < story.body and story.texts[at][0] not in "(["


def _is_kicker(story: Story, at: int) -> bool:
    """The newspaper's section, above the headline."""
    return story.headline is not None and at < story.headline and is_section(story.texts[at])


def _is_linked(story: Story, at: int) -> bool:
    """Another story's headline, below a line that announces such."""
    while at > 0 and story.signs[at] == "line":
        at -= 1
        if announces_links(story.texts[at]):
            return True
    return False


def _is_photographed(story: Story, at: int) -> bool:
    """The line above a photo credit that stands alone, if it is right above or is no sentence."""
    if story.neighbour(at + 1) != "caption" or not is_photo_credit(story.texts[at + 1]):
        return False
    is_right_above = story.is_close[at + 1] and not all(story.is_close[1:])
    return story.signs[at] == "line" or (story.signs[at] == "prose" and (is_right_above or story.is_picture(at)))


def _is_doubled(story: Story, at: int) -> bool:
    """A page's second, shorter or longer copy of a caption."""
    return any(_copies(story, at, other) for other in (at - 1, at + 1))


def _copies(story: Story, at: int, other: int) -> bool:
    if not {story.neighbour(at), story.neighbour(other)} <= {"caption", "line", "prose"}:
        return False
    shorter, longer = sorted((story.texts[at].rstrip(" .,…"), story.texts[other].rstrip(" .,…")), key=len)
    return (
        len(shorter) >= 20
        and longer.startswith(shorter)
        and any(story.signs[copy] in ("caption", "line") or story.is_picture(copy) for copy in (at, other))
    )


def _is_picture(story: Story, at: int) -> bool:
    """A line that describes a picture, in the words of one; a crosshead may be a noun phrase, too."""
    if story.signs[at] not in ("line", "prose") or not story.is_picture(at):
        return False
    return not (_interrupts(story, at) and len(story.texts[at].split()) <= 4)


def _is_opening_caption(story: Story, at: int) -> bool:
    """Whatever stands between an agency's headline and its dateline, unless it is an item of a summary."""
    return _is_in_opening(story, at) and story.has_dateline and not is_bullet(story.texts[at])


def _is_summary(story: Story, at: int) -> bool:
    """A line between headline and body that is no caption: it goes on with the headline."""
    return _is_in_opening(story, at) and (story.signs[at] == "line" or is_bullet(story.texts[at]))


def _is_crosshead(story: Story, at: int) -> bool:
    text = story.texts[at]
    if not _interrupts(story, at):
        return story.signs[at] == "line" and story.body <= at < story.tail and is_crosshead(text)
    return is_crosshead(text) or is_question(text) or (len(text.split()) <= 5 and not ends_sentence(text))


def _is_stray(story: Story, at: int) -> bool:
    """A longer line that breaks off or has no full stop, alone among sentences: what a page leaves of a caption."""
    return _interrupts(story, at) and not ends_sentence(story.texts[at])


def _is_hanging_caption(story: Story, at: int) -> bool:
    return _hangs(story, at) and is_bare_noun_phrase(story.texts[at])


def _is_hanging_headline(story: Story, at: int) -> bool:
    """A related story's headline, below the last sentence."""
    return _hangs(story, at) and not ends_sentence(story.texts[at])


RULES: tuple[tuple[ZoneName, Callable[[Story, int], bool]], ...] = (
    ("headline", _is_headline),
    ("byline", _is_author),
    ("debris", _is_kicker),
    ("debris", _is_linked),
    ("caption", _is_photographed),
    ("caption", _is_doubled),
    ("caption", _is_picture),
    ("caption", _is_opening_caption),
    ("headline", _is_summary),
    ("crosshead", _is_crosshead),
    ("caption", _is_stray),
    ("caption", _is_hanging_caption),
    ("debris", _is_hanging_headline),
)
"""What position and neighbours say, the surest first; where no rule holds the cue decides, else it is body."""


def _is_in_opening(story: Story, at: int) -> bool:
    first = -1 if story.headline is None else story.headline
    return first < at < story.body and story.signs[at] in ("line", "prose")


def _interrupts(story: Story, at: int) -> bool:
    """Whether a line stands alone between sentences of the body, the next of which does not go on with it."""
    return (
        (story.signs[at] == "line" or is_question(story.texts[at]))
        and story.body < at < story.tail - 1
        and story.neighbour(at - 1) != "line"
        and story.neighbour(at + 1) != "line"
        and not continues(story.texts[at + 1])
    )


def _hangs(story: Story, at: int) -> bool:
    return at >= story.tail and story.signs[at] == "line"


def _is_close(text: str, above: Paragraph, below: Paragraph) -> bool:
    return text.count("\n", above.end, below.start) <= 1
