"""What README shows of the app, made from the app itself."""
