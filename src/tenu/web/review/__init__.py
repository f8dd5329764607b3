"""Review: a document beside what was proposed from it, for a person to judge."""
