"""Debris: what a web page leaves above, between and below the lines of a story that was copied from it."""

import re

from annotations.articles.tables import phrases

LONGEST = 240
"""Characters beyond which a line is no debris."""


ABOVE = phrases("""
    share, share this, share this article, share this story, share this page, share this with, share on facebook
    share on twitter, tweet, tweet this, print, print this, email, email this, email this article, facebook, twitter
    whatsapp, save, save article, listen, listen to this article, skip to content, skip to main content, menu, home
    search, log in, sign in, subscribe
""")
"""Whole lines that a page puts above a story."""

BELOW = phrases("""
    advertisement, advertisements, ad, ads, sponsored, sponsored content, promoted, promoted content, sharethrough
    story continues below advertisement, article continues below, continue reading, continue reading the main story
    comments, leave a comment, post a comment, view comments, show comments, add a comment, reply, report an error
    back to top, close, loading, sign up, follow us, newsletter, newsletter sign-up, replay video, play video
    media playback is unsupported on your device, media playback is not supported on this device
    more to follow, more follows, terms of use, privacy policy, contact us, about us
    next article, previous article, next story, previous story
""")
"""Whole lines that a page puts into a story or under it."""

ENDINGS = phrases("end, ends, enditem, end item, 30, story ends, the end")
"""Whole lines that say that the story is over."""

LINKS = phrases("""
    read more, read also, also read, related, related articles, related content, related coverage, related links
    related news, related stories, related topics, related story, related article, see also, more on this
    more on this story, more on this topic, more from this section, more stories, more news, most popular, most read
    most viewed, editor's picks, editors' picks, trending, trending now, recommended, recommended for you, top stories
    you may also like, you might also like, don't miss, must read, elsewhere on the web, around the web, in pictures
    latest news, tags, topics, filed under, keywords, categories
""")
"""Whole lines that announce other stories' headlines, which may follow on lines of their own."""

SECTIONS = phrases("""
    world, world news, news, international, middle east, africa, asia, europe, americas, politics, national, local
    conflict, defence, defense, top news, breaking, breaking news, exclusive, latest, live, just in, front page
""")
"""What stands alone above a headline: the page that the story was printed on."""

LABELS = LINKS | phrases(
    "read, watch, watch live, listen, video, gallery, live, more, share, follow, audio, podcast, photos"
)
"""What marks the rest of its line as a link when a colon, bar or arrow follows."""

INVITATIONS = tuple(
    phrase + " " if phrase[-1].isalpha() else phrase
    for phrase in sorted(
        phrases("""
        c) 1, c) 2, already a subscriber, article continues, become a member, by continuing to use this
        by signing up you, click here, continue reading, copyright (, copyright 1, copyright 2, copyright ©
        download our, download the app, enable javascript, follow @, follow all the latest, follow bbc, follow our
        follow the author, follow us, for all the latest, for more coverage, for more information, for more news
        for more on, for more stories, get our app, get our newsletter, get the latest, get the news
        have you been affected, join our channel, join our newsletter, join the conversation, join us on, like us on
        listen to this, load more, media playback, our standards, please consider, please enable, read full
        read more, read our, read the full, register now, republished from, republished with, scroll down
        see all our, see more, send us, send your comments, send your photos, send your stories, share this
        show more, sign up, story continues, subscribe, support our journalism, support our work, tap here
        the opinions expressed, the views expressed, this article first appeared, this article originally appeared
        this article was first published, this article was originally published, this material may not be
        this story first appeared, this story originally appeared, this story was first published
        this story was originally published, view all, view gallery, view the full, view this post, visit our page
        visit our website, watch live, watch more, watch our, we use cookies, you can follow, you can read more, ©
        """)
    )
)
"""How a page's invitations and small print begin."""

_LABELLED = re.compile(r"^(?P<label>[^:|»›>→]{2,40}?)\s*[:|»›>→]+(?P<rest>.*)$")
_COUNT = re.compile(
    r"^\(?\d[\d.,]*\s*k?\s*(?:comments?|followers|images?|likes?|min(?:ute)?s?\s+(?:ago|read)|hours?\s+ago|days?\s+ago|"
    r"of\s+\d+|photos?|retweets?|seconds|shares?|views?)\)?$"
    r"|^(?:image|photo|slide|page)\s+\d+\s*(?:of|/)\s*\d+$|^\d+\s*/\s*\d+$|^\[?\+?\d+\s+chars\]?$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(?:(?:https?://|www\.)\S+|(?:[#@]\w+[\s,]*)+)$", re.IGNORECASE)
_FOLLOW = re.compile(r"^follow\s.{2,60}\son\s(?:twitter|facebook|instagram|x|telegram)\b", re.IGNORECASE)
_RIGHTS = re.compile(r"\ball rights reserved\b|\bmaterial may not be (?:published|reproduced)\b", re.IGNORECASE)


def is_debris(text: str) -> bool:
    """Whether a line belongs to a web page and not to the story."""
    if len(text) > LONGEST:
        return False
    key = _key(text)
    return (
        not any(c.isalnum() for c in text)
        or key in ABOVE
        or key in BELOW
        or key in LINKS
        or is_link(text)
        or (key + " ").startswith(INVITATIONS)
        or bool(_COUNT.match(text) or _FOLLOW.match(text) or _ADDRESS.match(text) or _RIGHTS.search(text))
    )


def is_above(text: str) -> bool:
    """Whether a debris line is of the kind that stands above the story it belongs to."""
    return _key(text) in ABOVE


def is_ending(text: str) -> bool:
    """Whether a line says that the story above it is over: ``Enditem``, ``-30-``."""
    return len(text) <= 20 and _key(text) in ENDINGS


def is_section(text: str) -> bool:
    """Whether a line, standing above a headline, names a newspaper's section."""
    return len(text) <= LONGEST and _key(text) in SECTIONS


def announces_links(text: str) -> bool:
    """Whether headlines of other stories may follow the line."""
    return len(text) <= LONGEST and _key(text) in LINKS


def is_rule(text: str) -> bool:
    """Whether a line is drawn across the page: five or more of one sign and nothing else."""
    signs = text.replace(" ", "")[:LONGEST]
    return len(signs) >= 5 and len(set(signs)) == 1 and signs[0] in "=-_*#~–—"


def is_link(text: str) -> bool:
    """Whether a line has a link's label and then, as a rule, another story's headline: ``Read more: …``."""
    match = _LABELLED.match(text)
    return match is not None and _key(match["label"]) in LABELS and not text.endswith(".")


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .:…!>»›→|-–—*[]()")
