"""Outlets: the agencies and publishers that datelines, bylines, captions and credits name."""

from annotations.articles.tables import phrases, words

AGENCIES = phrases(
    """
    aa, afp, agence france-presse, agencies, anadolu, anadolu agency, ani, ansa, ap, associated press, bloomberg, dpa
    efe, epa, ians, interfax, ips, irin, irna, kyodo, kyodo news, mena, news agencies, pa, pa media
    press association, pti, reuters, reuters staff, ria, ria novosti, sana, staff and agencies, tass
    the associated press, thomson reuters, thomson reuters foundation, upi, wafa, wire services, xinhua
    xinhua news agency, yonhap
    """
)
"""Who sends stories to others."""

PUBLISHERS = phrases(
    """
    abc news, al arabiya, al jazeera, al jazeera english, al-monitor, ap news, axios, bbc, bbc news, cbs news, cnn
    cnbc, daily mail, daily sabah, dawn, deutsche welle, dw, euronews, financial times, fox news, france 24, haaretz
    middle east eye, nbc news, newsweek, npr, press tv, rfe/rl, rt, rudaw, sky news, sputnik, the guardian
    the independent, the national, the new arab, un news, voa, voa news, yahoo news
    """
)
"""Who prints them under a name that does not say so."""

MASTHEADS = words(
    """agency chronicle courier daily dispatch gazette guardian herald journal magazine mail mirror monitor network
    news observer online post press radio review standard star sun telegraph times today tribune weekly wire"""
)
"""The last word of most other outlets' names."""


def is_agency(name: str) -> bool:
    """Whether ``name`` is a news agency's."""
    return _key(name) in AGENCIES


def is_outlet(name: str) -> bool:
    """Whether ``name`` is that of an agency or publisher, known or of the usual form (``Port Sound Courier``)."""
    key = _key(name)
    if key in AGENCIES or key in PUBLISHERS:
        return True
    words = name.split()
    return 1 < len(words) <= 6 and words[-1].casefold() in MASTHEADS and all(word[0].isupper() for word in words)


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).strip(" .,:;-–—")
