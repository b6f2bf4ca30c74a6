"""The review in a browser: who may ask (guard), where (listening), one process for each open page (session)."""
