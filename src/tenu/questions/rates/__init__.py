"""Exchange rates that the user brought in: what an amount was worth in another currency on a day."""
