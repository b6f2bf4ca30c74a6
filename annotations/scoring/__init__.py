"""How good an extractor is: counts and ratios at every level, against gold."""
