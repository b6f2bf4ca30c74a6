"""Writes README's key table from the app's own table of actions. Run by ``make readme``."""

import re
from pathlib import Path

from annotations import ontology as ontologies
from annotations.ontology import Ontology
from tui.actions import ACTIONS, keys_name, letters_name

README = Path(__file__).resolve().parents[1] / "README.md"
BETWEEN = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def with_keys(readme: str) -> str:
    """README with the key table as it is now."""
    table = key_table(ontologies.load())
    return BETWEEN.sub(lambda found: f"{found[1]}\n{table}\n{found[2]}", readme)


def key_table(ontology: Ontology) -> str:
    """The actions as Markdown, with the keys that ``ontology`` gives to roles and reasons."""
    lines: list[str] = []
    group = ""
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            lines += [*([""] if lines else []), f"| {group} | |", "|---|---|"]
        named = letters_name(action.letters, ontology) if action.letters else keys_name(action.keys)
        keys = [f"`{key}`" for key in named.split()]
        lines.append(f"| {' '.join(keys)} | {action.help} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Bring README up to date."""
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
