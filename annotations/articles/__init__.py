"""Sources into articles: decoding, splitting, zones, near-copies."""
