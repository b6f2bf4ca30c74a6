"""Control: verbs by whose act their complement clause is, as grammars of English class them."""

MANDATIVE = frozenset({"demand", "insist", "request", "urge", "ask", "require", "propose", "recommend", "order"})
"""Verbs whose bare clause says what is asked of its subject: "demanded that rebels leave"."""
CALLING = frozenset({"call", "appeal", "prevail", "push", "press", "wait", "plead", "lobby", "campaign", "ask", "look"})
"""Verbs that name behind a preposition who is to act: "called on both to stop"."""
SUBJECT_CONTROL = frozenset(
    {
        "use", "take", "spend", "make", "have", "need", "get", "hold", "join", "launch", "begin",
        "promise", "threaten", "vow", "pledge", "agree", "offer", "swear",
    }
)  # fmt: skip
"""Verbs whose own subject acts though an object stands between: "promised them to leave"."""
