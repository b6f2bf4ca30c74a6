"""The real program in a real terminal: keys in, what is on the screen, in the database and in the exports out."""
