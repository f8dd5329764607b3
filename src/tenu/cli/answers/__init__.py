"""Answers as a person at a terminal likes to read them: one file a question."""
