"""From an article to parsed text: what is parsed, by what, and repairs of what the parser gets wrong."""
