"""Door 1: the `tenu` command. Its commands stand one a file; what they need is imported when they run."""

import sys


def main() -> None:
    """Run the command line; a refusal is a sentence on standard error and exit status 1 (2: wrong usage)."""
    from tenu.cli.app import app
    from tenu.errors import TenuError, UsageError

    try:
        app()
    except TenuError as refused:
        print(f"tenu: {refused}", file=sys.stderr)  # noqa: T201 - the door speaks
        sys.exit(2 if isinstance(refused, UsageError) else 1)
    except BrokenPipeError:  # the reader of our output has left: head, less
        sys.stderr.close()
        sys.exit(0)
