"""What the screens are made of. Widgets draw what they are given and say what was done to them; none keeps state."""
