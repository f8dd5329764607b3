"""Who may come in: the address printed in the terminal lets one browser in, which then shows a cookie.

Scripts show a key instead, with each request, which `tenu serve --token-file` writes to a file.
"""

import hashlib
import hmac
import secrets
from threading import Lock


class Entrance:
    """A token that opens once, the sessions that it opened, and the key of scripts; all end with the server."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.script_key = secrets.token_urlsafe(32)
        self._sessions: set[str] = set()
        self._used = False
        self._lock = Lock()

    def enter(self, token: str) -> str | None:
        """Give a new session for the token; None where it is another, or was used before."""
        with self._lock:
            if self._used or not hmac.compare_digest(token.encode(), self.token.encode()):
                return None
            self._used = True
            session = secrets.token_urlsafe(32)
            self._sessions.add(session)
            return session

    def knows(self, session: str) -> bool:
        """Tell whether a session was opened here."""
        return any(hmac.compare_digest(session.encode(), known.encode()) for known in self._sessions)

    def is_key(self, shown: str) -> bool:
        """Tell whether a script shows the key of this server."""
        return hmac.compare_digest(shown.encode(), self.script_key.encode())


def form_key(session: str) -> str:
    """Give the key that a session's own forms carry, and no other site's can."""
    return hmac.new(session.encode(), b"forms", hashlib.sha256).hexdigest()
