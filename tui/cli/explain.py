"""``goldwire explain``: why the rules propose an event, or why they do not."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from annotations.articles.decode import decode
from annotations.errors import GoldwireError, StoreError
from annotations.extraction import NAME
from annotations.extraction.weighing.confidence import Confidence
from annotations.model import Article, Event, Proposal, Zone
from annotations.ontology import Ontology
from annotations.review.candidates import Candidates
from annotations.store import confidence as fits
from annotations.store import decisions, naming, reading, runs
from annotations.store.connection import snapshot
from annotations.store.gold import the_reviewer
from tui.cli.database import database_option, opened
from tui.cli.model import model_option
from tui.cli.ontologies import ontology_option
from tui.cli.people import reviewer_option
from tui.cli.streams import STREAM, standard_input
from tui.cli.wording import examples
from tui.safe import one_line


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about: an article, in it an event that was proposed or decided, and the weights in force."""

    article: Article
    event: Event | None = None
    proposal: Proposal | None = None
    """As the rules last proposed it."""
    weights: Mapping[str, float] | None = None
    """None: those that came with the ontology."""


@click.command(
    epilog=examples(
        'goldwire explain "Rebels shelled the port."',
        "goldwire explain --event 3fa2",
        "goldwire explain --article 12 --candidate 7",
    )
)
@click.argument("sentence", nargs=-1, metavar="[SENTENCE…]")
@click.option("--headline", is_flag=True, help="The sentence is a headline.")
@click.option("--event", metavar="ID", help="An event of the database; the beginning of its id is enough.")
@click.option("--article", metavar="ID", help="An article of the database, by its id or number …")
@click.option("--candidate", type=click.IntRange(1), metavar="N", help="… and the number of its candidate.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@model_option
@reviewer_option("By whose candidates to count; the only reviewer's by default.")
@ontology_option
@database_option
def explain(  # noqa: PLR0917
    sentence: tuple[str, ...],
    headline: bool,
    event: str | None,
    article: str | None,
    candidate: int | None,
    as_json: bool,
    model: str | None,
    reviewer: str | None,
    known: Ontology,
    database: Path,
) -> None:
    """Say which rule proposes an event and why, or what came near.

    SENTENCE is typed in, or `-` for standard input: what the rules and the lexicon make
    of it. Or name an event of the database.
    """
    if (article is None) != (candidate is None):
        raise click.UsageError("--article and --candidate go together: which candidate of which article")
    if bool(sentence) + (event is not None) + (article is not None) != 1:
        raise click.UsageError("give either a SENTENCE, --event ID, or --article ID with --candidate N")
    if headline and not sentence:
        raise click.UsageError("--headline is for a SENTENCE")
    if sentence:
        question = _typed(sentence, headline)
    else:
        with opened(database, known) as connection, snapshot(connection):
            if event is not None:
                question = _of_event(connection, known, *naming.the_event(connection, event))
            else:
                question = _of_candidate(connection, known, str(article), candidate or 0, reviewer)
    click.echo(_answer(question, known, model, as_json))


def _typed(sentence: Sequence[str], headline: bool) -> Question:
    """The sentence as an article of one zone.

    Raises:
        GoldwireError: it is empty or no text.
    """
    text = " ".join(sentence)
    if text == str(STREAM):
        stream = standard_input()
        text, _ = decode(stream.read() if stream is not None else b"", "standard input")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise GoldwireError("the sentence holds bytes that are no text in this locale; pipe it in with `-`") from error
    if not text.strip():
        raise GoldwireError("the sentence is empty; type one, or `-` to read standard input")
    return Question(Article(text, (Zone(0, len(text), "headline" if headline else "body"),)))


def _of_event(connection: sqlite3.Connection, known: Ontology, article: str, event: str) -> Question:
    live = [one for one in runs.live(connection, article, None) if one.event == event]
    ours = next((one.proposal for one in live if one.extractor == NAME), None)
    meant = live[0].proposal.event if live else _decided(connection, article, event)
    fitted = fits.newest(connection, NAME, known.id)
    return Question(
        reading.article_of(connection, article).article, meant, ours, fitted.weights if fitted is not None else None
    )


def _decided(connection: sqlite3.Connection, article: str, event: str) -> Event:
    """The event as someone decided it, else as a run that is not live proposed it."""
    for reviewer in decisions.reviewers(connection):
        for one in Candidates(connection, reviewer, article, None).listed:
            if event in {one.id, one.event.id}:
                return one.event
    proposed = runs.proposed(connection, event)
    if proposed is None:
        raise StoreError(f"event {event} was decided upon and withdrawn; nothing is left to explain")
    return proposed.proposal.event


def _of_candidate(
    connection: sqlite3.Connection, known: Ontology, name: str, number: int, reviewer: str | None
) -> Question:
    """The candidate with that number, counted as review shows them.

    Raises:
        StoreError: there is no such article or candidate, or several reviewers count differently.
    """
    article = naming.the_article(connection, name)
    begun = reviewer is not None or decisions.reviewers(connection)
    listed = Candidates(connection, the_reviewer(connection, reviewer) if begun else "", article, None).listed
    if number > len(listed):
        there = f"its candidates are 1–{len(listed)}" if listed else "it has no candidates"
        raise StoreError(f"article {name} has no candidate {number}; {there}")
    return _of_event(connection, known, article, listed[number - 1].id)


def _answer(question: Question, known: Ontology, model: str | None, as_json: bool) -> str:
    # Importing spaCy takes a second; refusals come before.
    from annotations.extraction.explaining.explainer import Explainer  # noqa: PLC0415
    from annotations.extraction.parsing.pipeline import load_pipeline  # noqa: PLC0415
    from tui.cli.explained import as_text  # noqa: PLC0415

    weights = Confidence(question.weights) if question.weights is not None else None
    explainer = Explainer(known, load_pipeline(model) if model else load_pipeline(), weights)
    event = question.event
    explanation = explainer.explain(question.article, event.trigger if event else None, event.type if event else None)
    if as_json:
        found = asdict(explanation)
        if event is not None:
            del found["text"]
            found = {"event": _as_object(event), "stored": _stored(question.proposal), **found}
        return json.dumps(found, ensure_ascii=False, indent=1)
    return "\n".join([*_heading(question), as_text(explanation)])


def _heading(question: Question) -> list[str]:
    """What the database says of the event, before what the rules say now."""
    event, proposal = question.event, question.proposal
    if event is None:
        return []
    lines = [f"{event.id} · {event.trigger.text} · {event.type} · {event.status}"]
    if proposal is None:
        lines.append(f"{NAME} did not propose it when they last read its article.")
    else:
        seen = proposal.evidence
        cue = seen.get("cue") or "no cue"
        lines.append(f"Proposed by rule {seen.get('rule', '?')}, {proposal.event.status} ({cue}),")
        lines.append(f"confidence {proposal.confidence:.2f}. What the rules make of it now:")
    return [*map(one_line, lines), ""]


def _as_object(event: Event) -> dict[str, object]:
    return {"id": event.id, **asdict(event)}


def _stored(proposal: Proposal | None) -> dict[str, object] | None:
    if proposal is None:
        return None
    return {"status": proposal.event.status, "confidence": proposal.confidence, "evidence": dict(proposal.evidence)}
