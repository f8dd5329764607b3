"""Words as the index knows them: accents, capitals and word forms folded, when kept as when asked for."""
