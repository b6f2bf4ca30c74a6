"""What proposes events: the spaCy component, its rules, and the running of it over articles."""
