"""`tenu publish`: the record as a site in a folder."""

import sys
from pathlib import Path

from tenu.ledger import Ledger
from tenu.publishing.site.writing import publish
from tenu.questions.scope import Scope


def publish_site(address: str, place: Path, scope: Scope, title: str) -> None:
    """Write the site and say what is in it and where it opens."""
    with Ledger.open(address) as ledger:
        done = publish(ledger, place, scope, title)
    sys.stdout.write(
        f"{place}: {done.matters} matters from {done.documents} documents, in {done.files} files. "
        f"Open {place / 'index.html'} in a browser.\n"
    )
