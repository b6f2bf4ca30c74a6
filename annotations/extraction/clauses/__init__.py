"""A parsed text as the rules read it: clauses, who acts in them, and what stands around a word."""
