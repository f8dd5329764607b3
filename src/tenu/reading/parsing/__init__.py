"""Words, tags and heads for each sentence: the shipped parser and the lists that settle what is known."""
