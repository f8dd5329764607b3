"""Answers to questions as plain tables: the same rows for CSV, for a chart's table view and for pages."""
