"""From the text of a config to what it says, and to every mistake in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, cast, get_args

from annotations.nearest import nearest
from annotations.ontology import Ontology
from annotations.review.ordering import ORDERS, Order
from tui.actions import ACTIONS, BY_ID, Place
from tui.clashes import clashes
from tui.config import Config, ConfigError
from tui.config_keys import fault, shown
from tui.toml_lines import Mistake, Setting, read

PLACES: Final[tuple[Place, ...]] = get_args(Place)
"""The modes that keys are bound in: each has a table of its own."""


def parse(text: str, ontology: Ontology) -> tuple[Config, list[Mistake]]:
    """What ``text`` says, and every mistake in it in the order of lines. What is mistaken is left out."""
    settings, mistakes = read(text)
    config = Config()
    bound: dict[str, Setting] = {}
    for setting in settings:
        try:
            if setting.path[0] == "keys" and len(setting.path) > 1:
                bound[_action(setting.path[1:])] = setting
            else:
                config = _with(config, setting)
        except ConfigError as error:
            mistakes.append(Mistake(setting.line, str(error)))
    keys: dict[str, tuple[str, ...]] = {}
    for action, setting in bound.items():
        found, wrong = _keys(action, setting.value)
        mistakes += [Mistake(setting.line, one) for one in wrong]
        keys[action] = () if wrong else found
    mistakes += _clashing(keys, bound, ontology)
    return replace(config, keys=keys), sorted(mistakes)


def _with(config: Config, setting: Setting) -> Config:
    """The config with one of its plain settings."""
    match setting.path:
        case ("theme",):
            # Textual takes a moment to import, and most commands have no use for it.
            from tui.theme import names  # noqa: PLC0415

            return replace(config, theme=_one_of("theme", setting.value, names()))
        case ("order",):
            return replace(config, order=cast("Order", _one_of("order", setting.value, ORDERS)))
        case ("reviewer",):
            name = setting.value
            if not isinstance(name, str) or not name.strip() or not name.isprintable():
                raise ConfigError("reviewer is a name in quotes, without control characters")
            return replace(config, reviewer=name.strip())
    raise ConfigError(_unknown("setting", ".".join(setting.path), ("theme", "order", "reviewer", *_tables())))


def _one_of(name: str, value: object, known: Sequence[str]) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise ConfigError(_unknown(name, value, known))


def _action(path: Sequence[str]) -> str:
    """The id of the action that a table and a name in it mean."""
    place, *names = path
    if place not in PLACES:
        raise ConfigError(_unknown("table", f"keys.{place}", _tables()))
    if not names:
        raise ConfigError(f"{place} is a table: [keys.{place}] is a line of its own, and its actions stand below it")
    known = {action.name: action for action in ACTIONS if action.place == place}
    name = ".".join(names)
    if name not in known:
        elsewhere = [action.place for action in ACTIONS if action.name == name]
        if elsewhere:
            raise ConfigError(f"there is no action {shown(name)} in [keys.{place}]; it is one of [keys.{elsewhere[0]}]")
        raise ConfigError(_unknown("action", name, [one.name for one in known.values() if not one.letters]))
    if known[name].letters:
        raise ConfigError(f"{name} goes by the letters that the ontology gives; leave it out")
    return known[name].id


def _keys(action: str, value: object) -> tuple[tuple[str, ...], list[str]]:
    """The keys that an action is given, and what is wrong with them."""
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        return (), ['a key stands in quotes, several in brackets: "a", ["j", "down"]']
    wrong = [found for key in keys if (found := fault(key))]
    if not wrong and BY_ID[action].place == "edit" and len(keys) != 1:
        wrong.append(f"a command of the editor has one key, not {len(keys)}")
    return tuple(dict.fromkeys(keys)), wrong


def _clashing(keys: Mapping[str, Sequence[str]], bound: Mapping[str, Setting], ontology: Ontology) -> Iterator[Mistake]:
    for clash in clashes(keys, ontology):
        other = bound.get(clash.other.id) if clash.other else None
        also = f" (line {other.line})" if other else ""
        yield Mistake(bound[clash.action.id].line, clash.text + also)


def _tables() -> list[str]:
    return [f"keys.{place}" for place in PLACES]


def _unknown(what: str, given: object, known: Sequence[str]) -> str:
    """That there is no such thing, with the nearest that there is."""
    named = shown(given) if isinstance(given, str) else str(given)
    near = nearest(str(given), known)
    meant = f"did you mean {shown(near)}?" if near else f"there are {', '.join(known)}"
    return f"there is no {what} {named}; {meant}"
