"""What README's figures come from; not timed tests."""
