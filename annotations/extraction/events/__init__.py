"""What of a text is an event: its trigger, status and arguments."""
