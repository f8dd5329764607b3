"""The HTTP API for programs, `/api/v1`: read routes.py first."""
