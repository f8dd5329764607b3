"""Which claims tell of the same thing: pure functions on claims, without a database."""
