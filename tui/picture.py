"""From the state of a review to what its widgets draw: marks in the article, the card's content, the place in words."""

from collections.abc import Iterable, Sequence
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from annotations.model import Event
from annotations.ontology import Ontology
from annotations.review.candidates import Candidate
from annotations.review.searching import Search
from annotations.review.session import ReviewSession
from tui.glyphs import raised
from tui.keys import Keymap
from tui.reviewing import Reviewing
from tui.theme import HUES
from tui.widgets.card import Content, Item
from tui.widgets.marks import Focus, Mark, Marks, Sign

if TYPE_CHECKING:
    from annotations.review.draft import Draft


def role_styles(ontology: Ontology) -> dict[str, str]:
    """The styles of each role: hues in the ontology's order; where they run out, again and underlined."""
    again = {False: "", True: " repeated"}
    return {role: f"role-{number % HUES + 1}{again[number >= HUES]}" for number, role in enumerate(ontology.roles)}


def changed(before: Sequence[Candidate], candidates: Sequence[Candidate]) -> Sequence[int] | None:
    """The places of the candidates that are others than before; None where there are more or fewer of them."""
    if before is candidates:
        return ()
    if len(before) != len(candidates):
        return None
    return tuple(compress(range(len(candidates)), map(is_not, before, candidates)))


def triggers(
    candidates: Sequence[Candidate],
    before: Sequence[Candidate] = (),
    places: Sequence[int] | None = None,
    drawn: Marks | None = None,
) -> Marks:
    """Every candidate's trigger, in the style of its state.

    Where ``drawn`` are those of the candidates ``before`` and only some ``places`` changed, it costs no more than that.
    """
    if drawn is not None and places is not None:
        pairs = [(_trigger(before[place]), _trigger(candidates[place])) for place in places]
        if all(old[:2] == new[:2] for old, new in pairs):
            return drawn.restyled(pairs)
    return Marks(map(_trigger, candidates))


def _trigger(candidate: Candidate) -> Mark:
    return Mark(candidate.event.trigger.start, candidate.event.trigger.end, candidate.state)


def matches(search: Search | None) -> Marks:
    """What the search found."""
    return Marks(Mark(start, end, "match") for start, end in search.hits) if search else Marks()


def event_marks(event: Event, ontology: Ontology) -> list[Mark]:
    """The event's arguments by role, longer ones first so that inner ones show, then its trigger."""
    styles = role_styles(ontology)
    marks = [
        Mark(one.span.start, one.span.end, styles.get(one.role, "role-1"), raised(_tag(ontology, one.role)))
        for one in event.arguments
    ]
    marks.sort(key=lambda mark: mark.start - mark.end)
    return [*marks, Mark(event.trigger.start, event.trigger.end, "selected")]


def draft_marks(draft: "Draft", ontology: Ontology) -> list[Mark]:
    """What the draft holds, with what is in focus (or held) on top."""
    styles = role_styles(ontology)
    stage = draft.stage
    # A tag among labels would be taken for one.
    marks = [
        Mark(span.start, span.end, styles[slot.role.name], "" if draft.labels else raised(slot.role.key))
        for slot in draft.slots
        for span in slot.fillers
    ]
    marks.sort(key=lambda mark: mark.start - mark.end)
    if stage.trigger:
        marks.append(Mark(stage.trigger.start, stage.trigger.end, "selected"))
    for span in (stage.span, stage.held):
        if span:
            marks.append(Mark(span.start, span.end, "chosen"))
    return marks


def draft_signs(draft: "Draft") -> tuple[Sign, ...]:
    """The labels that stand on the sentence: of those that can still be meant, the letters left to type."""
    labels = draft.labels
    if labels is None:
        return ()
    typed = len(labels.typed)
    return tuple(Sign(hint.start, hint.end, hint.key, typed) for hint in labels.possible)


def focus(reviewing: Reviewing) -> Focus:
    """What stands out now: the event in the making or the selected one, the match, labels, the reading sentence."""
    session, draft = reviewing.session, reviewing.draft
    article, selected = session.article, session.selected
    if article is None:
        return Focus()
    sentences = article.sentences
    reading = sentences[session.sentence] if session.sentence < len(sentences) else None
    hit = session.search.hit if session.search and session.search.hits else None
    marks: list[Mark] = []
    if draft is not None:
        marks = draft_marks(draft, session.ontology)
        reading = (draft.sentence.start, draft.sentence.end)
    elif selected is not None:
        marks = event_marks(selected.event, session.ontology)
    if hit is not None and reviewing.anchor == "match":
        marks.append(Mark(*hit, "current"))
    trigger = (selected.event.trigger.start, selected.event.trigger.end) if selected else None
    anchors = {"trigger": trigger, "sentence": reading, "match": hit}
    anchor = anchors[reviewing.anchor]
    if draft is not None:
        # Whatever is selected meanwhile, the eye stays where the work is.
        edited = draft.original.trigger if draft.original else None
        anchor = (edited.start, edited.end) if edited else reading
    return Focus(
        marks=tuple(marks),
        signs=draft_signs(draft) if draft is not None else (),
        reading=reading,
        anchor=anchor or reading or (0, 1),
        subject=trigger[0] if trigger else 0,
    )


def content(reviewing: Reviewing) -> Content | None:
    """The card of the event in the making, else of the selected candidate."""
    session, draft = reviewing.session, reviewing.draft
    if draft is not None:
        return draft_content(draft, session.ontology, session.edited.state if session.edited else "added")
    return candidate_content(session.selected, session.ontology) if session.selected else None


def upcoming(reviewing: Reviewing) -> Content | None:
    """The card that comes next, if the selected candidate is decided."""
    session = reviewing.session
    if reviewing.draft is not None or session.upcoming is None:
        return None
    return candidate_content(session.upcoming, session.ontology)


def card_title(reviewing: Reviewing) -> str:
    """What stands over the card while an event is in the making."""
    draft = reviewing.draft
    if draft is None:
        return ""
    return ("new event" if draft.original is None else "edit") + (" · not saved" if draft.changed else "")


def candidate_content(candidate: Candidate, ontology: Ontology) -> Content:
    """The card of a candidate. Nothing on it says how sure its proposer is before it is decided."""
    event = candidate.event
    event_type = ontology.types.get(event.type)
    roles = event_type.roles if event_type else tuple(dict.fromkeys(one.role for one in event.arguments))
    styles = role_styles(ontology)
    items = [Item("●", "trigger", event.trigger.text, "trigger", "trigger")]
    items += [
        Item(_tag(ontology, role), role, span.text, styles.get(role, "role-1"), f"role {role} {number}")
        for role in roles
        for number, span in enumerate(event.fillers(role))
    ]
    return Content(
        type=event.type,
        gloss=event_type.gloss if event_type else "",
        status=event.status,
        state=candidate.state,
        items=tuple(items),
        absent=tuple(role for role in roles if not event.fillers(role)),
        notes=tuple(_notes(candidate, ontology)),
    )


def draft_content(draft: "Draft", ontology: Ontology, state: str) -> Content:
    """The card of an event in the making: every role of the type, filled or not, and what is in focus."""
    stage, styles = draft.stage, role_styles(ontology)
    trigger = stage.trigger.text if stage.trigger else ""
    items = [Item("●", "trigger", trigger, "trigger", "trigger", focused=stage.role is None)]
    for slot in draft.slots:
        role = slot.role
        for number, span in enumerate(slot.fillers):
            focused = slot.focused and slot.filler == number
            items.append(
                Item(role.key, role.name, span.text, styles[role.name], f"role {role.name} {number}", focused=focused)
            )
        if not slot.fillers or (slot.focused and slot.filler is None):
            focused = slot.focused and slot.filler is None
            items.append(Item(role.key, role.name, "", styles[role.name], f"role {role.name}", focused=focused))
    for argument in draft.aside:
        tag, style = _tag(ontology, argument.role), styles.get(argument.role, "role-1")
        items.append(Item(tag, argument.role, argument.span.text, style, "", struck=True))
    return Content(
        type=draft.type.name if draft.type else "no type yet",
        gloss=draft.type.gloss if draft.type else "",
        status=draft.status,
        state=state,
        items=tuple(items),
    )


def nothing_open(session: ReviewSession, keymap: Keymap) -> str:
    """What is said where no article is open."""
    progress = session.progress
    if not progress.articles:
        return "No articles yet. goldwire import PATH brings some in."
    if progress.extracted < progress.articles:
        return "Extraction is under way. The first article opens as soon as it has candidates."
    return f"Nothing is left to review: {keymap.name('queue')} lists the articles."


def place_words(session: ReviewSession) -> Sequence[str]:
    """Where the reviewer is, from the fullest words to the tersest; nothing before that was counted."""
    if not session.is_counted:
        return ("",)
    if session.article is None:
        return ("no article is open", "no article")
    at, articles = session.position
    here = (
        f"candidate {session.index + 1} of {len(session.candidates)}" if session.index is not None else "no candidate"
    )
    here_short = f"{session.index + 1}/{len(session.candidates)}" if session.index is not None else "–"
    progress = session.progress
    waiting = progress.articles - progress.extracted
    under_way = f" · extracted {progress.extracted} of {progress.articles}" if waiting else ""
    under_way_short = f" · ex {progress.extracted}/{progress.articles}" if waiting else ""
    complete = " · complete" if session.article.complete else ""
    decided = f"{progress.decided} of {progress.candidates} decided"
    full = f"article {at} of {articles}{complete} · {here} · {decided}{under_way}"
    pace = session.pace.words(progress.candidates - progress.decided)
    return (
        *([f"{full} · {pace}"] if pace else []),
        full,
        f"article {at}/{articles} · candidate {here_short} · {progress.decided}/{progress.candidates}{under_way_short}",
        f"{at}/{articles} · {here_short} · {progress.decided}/{progress.candidates}{under_way_short}",
        f"{at}/{articles} · {here_short}",
    )


def _tag(ontology: Ontology, role: str) -> str:
    label = ontology.roles.get(role)
    return label.key if label else "?"


def _notes(candidate: Candidate, ontology: Ontology) -> Iterable[str]:
    if candidate.state != "undecided":
        said: str = candidate.state
        if candidate.reason is not None:
            label = ontology.rejects.get(candidate.reason)
            said += f": {label.key} {label.gloss}" if label else f": {candidate.reason}"
        yield said
    sources = ", ".join(candidate.extractors)
    if candidate.confidence is not None:
        yield f"proposed by {sources or 'an earlier run'}, confidence {candidate.confidence:.2f}"
    if candidate.flag:
        yield "flagged"
    if candidate.comment:
        yield f"“{candidate.comment}”"
