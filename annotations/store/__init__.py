"""The database: its schema, and every line of SQL."""
