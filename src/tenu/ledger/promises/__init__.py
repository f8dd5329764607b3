"""What was promised, what came, and what is still open: pure functions on claims, without a database."""
