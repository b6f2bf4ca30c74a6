"""Whatever is pressed in whatever sentence: nothing raises, nothing invalid is saved, one key back undoes one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import ontology as ontologies
from annotations.model import Analysis, Argument, Event, Mention, Span, content_id
from annotations.review.draft import Draft
from annotations.review.hints import BLANKS
from annotations.review.sentence import sentences

WORDS = (
    "rebels",
    "Ǎleppo",
    "政府軍",
    "مدينة",
    "🚀🚀",
    "a",
    "U.N.",
    ",",
    "«",
    "ten",
    "x̂ŷ",
    "👩‍👩‍👧",
    "\u202e",
    "of",
    "%",
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft over invented sentences of 1 to 200 words with mentions that nest and overlap."""
    words, text, bounds = [], "", []
    for _ in range(draw(st.integers(1, 3))):
        begin = len(text)
        chosen = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=draw(st.sampled_from((3, 30, 200)))))
        for word in chosen:
            words.append((len(text), len(text) + len(word)))
            text += word + draw(st.sampled_from((" ", " ", "", "  ")))
        bounds.append((begin, len(text)))
        text += draw(st.sampled_from(("", "\n\n", "\r\n")))
    places = st.integers(0, len(words) - 1)
    mentions = []
    for first, length in draw(st.lists(st.tuples(places, st.integers(0, 4)), max_size=20)):
        last = min(first + length, len(words) - 1)
        kind, name = draw(st.sampled_from((("entity", "GPE"), ("noun_phrase", ""), ("number", "CARDINAL"))))
        mentions.append(Mention(words[first][0], words[last][1], kind, name))  # type: ignore[arg-type]
    analysis = draw(
        st.sampled_from(
            (
                Analysis(tuple(bounds), tuple(words), tuple(sorted(mentions))),
                Analysis(tuple(bounds), (), tuple(sorted(mentions))),
                Analysis(),
            )
        )
    )
    conflict = ontologies.load()
    if draw(st.booleans()):
        return Draft.insert(draw(st.integers(0, len(sentences(text, analysis)) - 1)), text, analysis, conflict)
    trigger, *spans = (Span.of(text, *words[draw(places)]) for _ in range(4))
    roles = st.sampled_from(list(conflict.roles))
    event = Event(
        content_id(text),
        draw(st.sampled_from([*conflict.types, "Unknown.Type"])),
        trigger,
        draw(st.sampled_from([*conflict.statuses, "unknown"])),
        tuple(Argument(one, draw(roles)) for one in spans),
    )
    return Draft.edit(event, text, analysis, conflict, triggers=spans[:1])


NAMED = ("enter", "escape", "backspace", "plus", "f1", "", "ctrl+c", "space", "日", "\n")
KEYS = st.one_of(
    st.sampled_from("atincpwsmgyvxhlHLATP+"),
    st.sampled_from("fjdkrueovbqz"),
    st.sampled_from(NAMED),
    st.tuples(st.sampled_from(("drag", "label", "type")), st.integers(0, 1500), st.integers(0, 40)),
)


def act(draft: Draft, key: str | tuple[str, int, int]) -> None:
    """Press a key, or do what the mouse does; check what must be true after any of them."""
    before = draft.stage
    match key:
        case str():
            step = draft.press(key)
        case ("drag", at, length):
            step = draft.choose_span(at, at + length)
        case ("label", at, _) if draft.labels and draft.labels.possible:
            hint = draft.labels.possible[at % len(draft.labels.possible)]
            for letter in hint.key[len(draft.labels.typed) : -1]:
                draft.press(letter)
            before, step = draft.stage, draft.press(hint.key[-1])
            assert draft.stage.span == hint.span
        case _:
            names = list(ontologies.load().types)
            step = draft.choose_type(names[key[1] % len(names)])
    assert "\n" not in step.message
    assert not any("\n" in words for words in draft.prompts)
    if step.kind != "editing":
        assert draft.stage == before
    text = draft.sentence.text
    if step.kind == "saved":
        assert step.event is not None
        step.event.check(text)
        ontologies.load().check(step.event)
        assert step.event == draft.event
    for one in (*draft.stage.arguments, *draft.aside):
        one.span.check(text)
    if draft.trigger:
        draft.trigger.check(text)


@settings(max_examples=150)
@given(drafts(), st.lists(KEYS, max_size=40))
def test_no_keys_raise_or_save_an_invalid_event(draft: Draft, keys: list[str | tuple[str, int, int]]) -> None:
    for key in keys:
        act(draft, key)


@settings(max_examples=150)
@given(drafts(), st.lists(KEYS, max_size=15), KEYS.filter(lambda key: key != "backspace"))
def test_backspace_takes_back_the_last_change(
    draft: Draft, keys: list[str | tuple[str, int, int]], last: str | tuple[str, int, int]
) -> None:
    for key in keys:
        act(draft, key)
    before = draft.stage
    # One key at a time: a label of two letters is two steps.
    if isinstance(last, str):
        draft.press(last)
    else:
        draft.choose_span(last[1], last[1] + last[2])
    if draft.stage != before:
        assert draft.press("backspace").kind == "editing"
        assert draft.stage == before


@settings(max_examples=100)
@given(drafts(), st.lists(KEYS, max_size=10))
def test_labels_are_unique_prefix_free_and_never_keys(draft: Draft, keys: list[str | tuple[str, int, int]]) -> None:
    for key in keys:
        act(draft, key)
        if draft.labels is None:
            continue
        hints = draft.labels.options
        letters = [hint.key for hint in hints]
        assert not any(one.startswith(other) for one in letters for other in letters if one is not other)
        own = {"g"} if draft.stage.role is None else {slot.role.key for slot in draft.slots if slot.focused}
        assert not set("".join(letters)) & ({*"xhlHL+"} | own)
        assert len({hint.span for hint in hints}) == len(hints)
        for hint in hints:
            assert draft.sentence.holds(hint.span)
            blank = draft.sentence.text[hint.start] in BLANKS
            assert hint.span.start - blank <= hint.start < hint.end <= hint.span.end
