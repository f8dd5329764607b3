"""IATI 2.03: promises and deliveries of money as activities with transactions, and back."""
