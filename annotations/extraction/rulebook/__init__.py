"""What the files beside an ontology say: lexicon, grammar, and the English that they build on."""
