"""What an undo or redo changed, in words."""

from annotations.review.candidates import STATES
from annotations.store.decisions import Decision, Step
from annotations.store.forms import verdict_from


def told(step: Step, is_listed: bool) -> str:
    """One line: what was undone or redone, and how things stand now; ``is_listed`` where there is still a candidate."""
    did = "undid" if step.decision.act == "undo" else "redid"
    target = step.target
    match target.facet:
        case "verdict":
            return f"{did} {_act(target)}: now {_standing(step, is_listed)}"
        case "complete":
            return f"{did} done"
        case facet:
            return f"{did} {facet}"


def _act(decision: Decision) -> str:
    if decision.state is None:
        return "nothing"
    verdict = verdict_from(decision.article, decision.state)
    reason = " with its reason" if verdict.reason else ""
    return f"{verdict.verdict} of “{verdict.event.trigger.text}”{reason}"


def _standing(step: Step, is_listed: bool) -> str:
    decision, target = step
    if decision.state is not None:
        return STATES[verdict_from(decision.article, decision.state).verdict]
    is_added = target.state is not None and verdict_from(target.article, target.state).verdict == "add"
    return "gone" if is_added and not is_listed else "undecided"
