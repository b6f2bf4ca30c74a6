"""The state of a review: the queue, where the reviewer is, what is decided, what undo does. No screen."""
