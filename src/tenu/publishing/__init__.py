"""Write answers out for others, and take in what others keep: one file a format."""
