"""The screens: review, the queue of articles, help, the numbers, the guide. Each has its style sheet beside it."""
