"""The screens: review, queue, search, numbers, guide, help; and what several of them have in common (lists, reading)."""
