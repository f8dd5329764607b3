"""Counting rules: named, versioned views over accepted claims; each says what it leaves out and why."""
