"""``python -m tui.cli`` is ``goldwire``."""

from tui.cli import main

if __name__ == "__main__":  # A process of the extractor imports this file again.
    main()
