"""The headless library: articles, ontology, extraction, store, review, formats, scoring. It knows no screen."""
