"""Records for tests: a few by hand, and a strategy that makes any."""

from hypothesis import strategies as st

from annotations.formats.record import Annotation, Record
from annotations.model import ZONES, Argument, Article, Event, Meta, Occurrence, Span, Zone

TEXT = "Rebels shelled Aleppo.\r\nCafé 𝛼𝛽 closed."


def event(text: str = TEXT, start: int = 7, end: int = 14, *fillers: tuple[str, int, int], kind: str = "T") -> Event:
    arguments = tuple(Argument(Span.of(text, first, last), role) for role, first, last in fillers)
    return Event(Article(text).id, kind, Span.of(text, start, end), "s", arguments)


names = st.text(min_size=1, max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)
unknown_keys = st.dictionaries(names.map("x-{}".format), json_values, max_size=2)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def annotations(draw: st.DrawFn, article: Article) -> Annotation:
    arguments = st.lists(st.builds(Argument, spans(article.text), names), max_size=4, unique=True).map(tuple)
    return draw(
        st.builds(
            Annotation,
            event=st.builds(Event, st.just(article.id), names, spans(article.text), st.text(max_size=5), arguments),
            extractor=st.none() | names,
            confidence=st.none() | st.floats(0, 1),
            decision=st.none() | names,
            reviewer=st.none() | names,
            decided_at=st.none() | names,
            comment=st.none() | names,
            flag=st.booleans(),
            reason=st.none() | names,
            extra=unknown_keys,
        )
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(min_size=1, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    zones = tuple(
        Zone(start, end, draw(st.sampled_from(ZONES))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    )
    maybe = st.none() | st.text(max_size=5)
    return Article(text, zones, draw(st.text(max_size=5)), draw(st.builds(Meta, maybe, maybe, maybe, maybe)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    article = draw(articles())
    length = len(article.text)
    lists = st.lists(annotations(article), max_size=2).map(tuple)
    also = st.builds(lambda source, start: Occurrence(source, start, start + length), names, st.integers(0, 10**9))
    return draw(
        st.builds(
            Record,
            article=st.just(article),
            source=names,
            start=st.integers(0, 10**9),
            also=st.lists(also, max_size=2).map(tuple),
            cluster=st.none() | names,
            ontology=st.none() | names,
            complete=st.none() | st.booleans(),
            events=lists,
            rejected=lists,
            skipped=lists,
            extra=unknown_keys,
        )
    )
