"""`tenu verify`, `doctor`, `backup`, `restore`, `copy`: keep a ledger well."""

from pathlib import Path

from rich.console import Console

from tenu.ledger import Ledger, backup, copy, examine, restore


def verify_ledger(address: str) -> int:
    """Print what was checked and every fault; give the exit status."""
    console = Console(highlight=False)
    with Ledger.open(address) as ledger:
        found = ledger.verify()
    for fault in found.faults:
        console.print(f"✕ {fault}", markup=False)
    if found.sound:
        console.print(
            f"{address} is sound: {found.entries} entries of its history, the last {found.last_hash[:12]}.",
            markup=False,
        )
    return 0 if found.sound else 1


def examine_ledger(address: str) -> int:
    """Print each finding; give the exit status."""
    console = Console(highlight=False)
    findings = examine(address)
    for finding in findings:
        console.print(f"{'●' if finding.well else '✕'} {finding.name}: {finding.told}", markup=False)
    return 0 if all(finding.well for finding in findings) else 1


def save(address: str, to: Path) -> None:
    """Save a ledger and say where."""
    backup(address, to)
    Console(highlight=False).print(f"{address} is saved to {to}.", markup=False)


def bring_back(saved: Path, address: str) -> None:
    """Bring a saved ledger back and say where."""
    restore(saved, address)
    Console(highlight=False).print(f"{saved} is brought back to {address}.", markup=False)


def copy_ledger(source: str, target: str) -> None:
    """Copy a ledger and say how much."""
    rows = copy(source, target)
    Console(highlight=False).print(f"{rows} rows copied from {source} to {target}.", markup=False)
