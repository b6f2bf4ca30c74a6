"""What the rules made of a text and why, for those who mend them."""
