"""Which keys the foot of the review screen offers at this moment, and in which words."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from annotations.review.key_name import key_name
from tui.actions import ACTIONS, Action
from tui.keys import Keymap
from tui.reviewing import Reviewing
from tui.widgets.key_line import KeyHint

if TYPE_CHECKING:
    from annotations.review.draft import Draft

_RANKED: Final = {
    place: sorted((one for one in ACTIONS if one.rank and one.place == place), key=lambda one: one.rank)
    for place in ("review", "edit")
}
"""By place the actions that are offered, what matters most first."""


def hints(reviewing: Reviewing, *, broad: bool, more: bool = False) -> list[KeyHint]:
    """The keys that come to something now, what matters most first. ``more`` can be chosen from than is in sight.

    After a rejection the reasons stand behind the two keys that decide. Where the screen is not ``broad``, they stand
    alone, until the next key.
    """
    if reviewing.typing is not None:
        wider = [KeyHint("tab", "in all articles", "key tab")] if reviewing.typing.wider is not None else []
        enter = KeyHint("enter", reviewing.typing.question, "key enter")
        return [enter, *wider, KeyHint("esc", "leave", "key escape")]
    scroll = [KeyHint("space", "more", "key space")] if more else []
    if reviewing.asking is not None:
        return [*scroll, KeyHint("esc", "leave", "key escape")]
    ranked = _RANKED["review" if reviewing.draft is None else "edit"]
    if reviewing.draft is not None:
        return [*scroll, *(hint for one in ranked for hint in _editing(one, reviewing.draft, reviewing.keymap))]
    reasons = _reasons(reviewing)
    if reasons and not broad and reviewing.last in ("reject", "reason"):
        return reasons
    found = []
    for action in ranked:
        if action.letters == "rejects":
            found += reasons if broad else []
        elif _offered(action, reviewing):
            found.append(_hint(action, reviewing.keymap))
    return found


def _reasons(reviewing: Reviewing) -> list[KeyHint]:
    if reviewing.session.rejected is None:
        return []
    table = reviewing.session.ontology.rejects.values()
    return [KeyHint(one.key, one.words, f"key {one.key}") for one in table]


def _editing(action: Action, draft: "Draft", keymap: Keymap) -> list[KeyHint]:
    if action.letters is not None:
        keys = [(key, f"key {key}") for key in draft.role_keys]
        return [KeyHint.of(action.label, keys)] if keys else []
    ready = action.id.removeprefix("edit_") in draft.ready
    return [_hint(action, keymap)] if ready else []


@lru_cache(2 * len(ACTIONS))
def _hint(action: Action, keymap: Keymap) -> KeyHint:
    paired = filter(None, (action.id, action.pair))
    keys = [(key_name(key), one) for one in paired for key in keymap.keys(one)[:1]]
    return KeyHint.of(action.label, keys or [("", action.id)])


def _offered(action: Action, reviewing: Reviewing) -> bool:
    session = reviewing.session
    match action.when:
        case "always":
            return True
        case "article":
            return session.article is not None
        case "candidate":
            return session.selected is not None
        case "rejected":
            return session.rejected is not None
        case "found":
            return session.search is not None and bool(session.search.hits)
