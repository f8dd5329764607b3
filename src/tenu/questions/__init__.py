"""Named questions that the ledger can answer, one function each; reading only."""
