"""What the import refuses as a whole; single rows are never refused, but listed."""

from tenu.errors import TenuError


class ImportRefusedError(TenuError):
    """A file that cannot be imported: too large, damaged, of another shape than was said; nothing was kept."""
