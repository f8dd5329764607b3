"""Light or dark: as the machine is set, unless a person chose."""

from starlette.requests import Request

LOOKS = ("auto", "light", "dark")
COOKIE = "tenu-look"


def look_of(request: Request) -> str:
    """Give the look that was chosen; `auto` follows the machine."""
    chosen = request.cookies.get(COOKIE)
    return chosen if chosen in LOOKS else "auto"
