"""The screens: review, queue, search, numbers, guide, help; and what lists and texts to read have in common."""
