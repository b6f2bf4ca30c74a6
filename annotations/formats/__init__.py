"""What goes in and out: the JSONL record and training formats."""
