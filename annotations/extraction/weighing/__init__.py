"""How likely an event is right: the model, its weights, and weights from decisions."""
