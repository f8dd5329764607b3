"""Frames say which verb or noun with which arguments makes which claim; the engine here knows no language."""
