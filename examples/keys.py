"""Writes README's key table from the app's own table of actions. Run by ``make readme``."""

import re
from pathlib import Path

from tui.actions import key_table_markdown

README = Path(__file__).resolve().parents[1] / "README.md"
BETWEEN = re.compile(r"(<!-- keys: .*? -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def with_keys(readme: str) -> str:
    """README with the key table as it is now."""
    return BETWEEN.sub(lambda found: f"{found[1]}\n{key_table_markdown()}\n{found[2]}", readme)


def main() -> None:
    """Bring README up to date."""
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
