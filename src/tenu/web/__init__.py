"""Door 2: pages to review and to browse, dashboards, and the HTTP API. Read app.py first."""
