"""From what the frames found to claims: names, times and amounts worked out, and one claim for one thing."""
