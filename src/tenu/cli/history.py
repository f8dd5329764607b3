"""`tenu history`: what was done to a claim or a document, by whom and when."""

from rich.table import Table
from rich.text import Text

from tenu.cli.table import console_of
from tenu.ledger import Decision, Entry, Ledger

_SHORT = 10
_JUDGED = {
    Decision.ACCEPT: "accepted",
    Decision.AMEND: "amended",
    Decision.REJECT: "rejected",
    Decision.UNDO: "the verdict before taken back",
    Decision.CARRY: "verdict carried over",
}
_BECAME = {
    "read": "read in version {version}",
    "ended": "ended: version {version} says it elsewhere or no longer",
    "gone": "gone from the page with version {version}",
    "back": "back on the page with version {version}",
}


def show_history(address: str, record: str) -> None:
    """Print every entry of the history on a record, the oldest first."""
    with Ledger.open(address) as ledger:
        entries = ledger.history(record)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in ("no.", "when (UTC)", "who", "record", "what"):
        table.add_column(column, no_wrap=column != "what", justify="right" if column == "no." else "left")
    for entry in entries:
        at, subject = f"{entry.at:%Y-%m-%d %H:%M}", entry.subject[:_SHORT]
        table.add_row(str(entry.number), at, entry.who, subject, _told(entry))
    console_of().print(table if entries else Text("The history tells nothing of it.", "dim"))


def _told(entry: Entry) -> str:
    if entry.verdict is not None:
        judgement = entry.verdict.judgement
        reason = f": {judgement.reason}" if judgement.reason else ""
        return f"{_JUDGED[judgement.decision]}{reason}"
    if entry.link is not None:
        done = "linked" if entry.link.stands else "link refused or taken back"
        reason = f": {entry.link.reason}" if entry.link.reason else ""
        return f"{done}: {entry.link.kind} {entry.link.to_claim[:_SHORT]}{reason}"
    if entry.action == "add":
        return "added by hand"
    if entry.became is not None:
        return _BECAME[entry.became].format(version=entry.data["version"])
    return f"version {entry.data['version']} read, {entry.data['claims']} new claims"
