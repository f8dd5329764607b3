"""`python -m tenu` is the `tenu` command."""

from tenu.cli import main

if __name__ == "__main__":
    main()
