"""The screens: review, the queue of articles, help. Each has its style sheet beside it."""
