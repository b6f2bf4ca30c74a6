"""What proposes events: the spaCy component, its rules, and the running of it over articles."""

NAME = "rules"
"""What the proposals of the extractor that goldwire brings are known by."""
VERSION = "1"
"""Its version: changes whenever the program would propose other events from the same rules and model."""
