"""tenu reads what institutions say in public and keeps the record of it, each claim tied to the words that say so."""

__version__ = "0.1.0"
