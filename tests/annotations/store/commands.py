"""Whatever two reviewers and two extractors may do to the invented articles, as strategies."""

from hypothesis import strategies as st

from annotations.model import Event, Proposal
from annotations.store.decisions import Change
from annotations.store.forms import Verdict, VerdictName, dump, verdict_form
from tests.annotations.store.laws import Command, Extract, Redo, Restart, Say, Undo
from tests.annotations.store.newsroom import AGREED, ARTICLES, KILLED, MET, SHELLED, article, denied, retyped

EVENTS = (MET, AGREED, SHELLED, KILLED, retyped(KILLED, "Attack.Assault"))
"""Few, so that commands often meet."""

FORMS = (*EVENTS, denied(MET), denied(KILLED), retyped(SHELLED, "Attack.Airstrike"))

reviewers = st.sampled_from(["ana", "ben"])
shown_in = st.sampled_from([None, "run 1", "run 2"])
orders = st.sampled_from([None, "text", "likelihood"])
plain_verdicts: st.SearchStrategy[VerdictName] = st.sampled_from(("accept", "reject", "skip"))
identifiers = st.sampled_from([article(text).id for text in ARTICLES])


def ruling(subject: Event, verdict: Verdict, run: str | None, order: str | None) -> Change:
    """A verdict on ``subject``, which may make another event of it."""
    return Change(subject.article, subject.id, "verdict", dump(verdict_form(verdict)), run, order, shown_ms=900)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A verdict of any kind, a flag, a comment or a completion; each may be taken back outright."""
    where = draw(identifiers)
    subject = draw(st.sampled_from(EVENTS))
    on_article = draw(st.booleans())
    article_id, subject_id = (where, where) if on_article else (subject.article, subject.id)
    match draw(st.sampled_from(["verdict"] * 5 + ["edit", "edit", "add", "flag", "comment", "complete"])):
        case "edit":
            forms = [form for form in FORMS if form.article == subject.article]
            return ruling(subject, Verdict("edit", draw(st.sampled_from(forms))), draw(shown_in), draw(orders))
        case "add":
            added = draw(st.sampled_from(FORMS))
            return ruling(added, Verdict("add", added), None, None)
        case "flag":
            return Change(article_id, subject_id, "flag", draw(st.sampled_from([None, "true", "false"])))
        case "comment":
            return Change(article_id, subject_id, "comment", draw(st.sampled_from([None, '"why?"', '"“so”"'])))
        case "complete":
            return Change(where, where, "complete", draw(st.sampled_from(["true", "false"])))
        case _:
            name = draw(plain_verdicts)
            reason = draw(st.sampled_from([None, "not_an_event"])) if name == "reject" else None
            return ruling(subject, Verdict(name, subject, reason), draw(shown_in), draw(orders))


def proposals() -> st.SearchStrategy[tuple[Proposal, ...]]:
    """What a run proposes: any of the events, as they are or with another status, some of them twice."""
    proposal = st.builds(Proposal, st.sampled_from(FORMS), st.sampled_from([0.2, 0.5, 0.9]))
    return st.lists(proposal, max_size=6).map(tuple)


says = st.builds(Say, reviewers, changes())
undos = st.builds(Undo, reviewers)
redos = st.builds(Redo, reviewers)
extracts = st.builds(
    Extract,
    st.sampled_from(["rules", "model"]),
    st.sets(st.integers(0, len(ARTICLES) - 1)).map(lambda places: tuple(sorted(places))),
    proposals(),
)

commands: st.SearchStrategy[Command] = st.one_of(says, says, says, undos, redos, extracts, st.just(Restart()))
