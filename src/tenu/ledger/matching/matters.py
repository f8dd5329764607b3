"""Matters from links: claims that are joined, directly or through others, tell of one thing."""

from collections.abc import Iterable


def joined(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Give the groups that the pairs join, each in order, the groups by their first member.

    The same pairs in any order give the same groups; a pair taken away gives back what was before it.
    """
    parent: dict[int, int] = {}
    for one, other in pairs:
        first, second = _root(parent, one), _root(parent, other)
        if first != second:
            parent[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for member in parent:
        groups.setdefault(_root(parent, member), []).append(member)
    return sorted(sorted(group) for group in groups.values())


def _root(parent: dict[int, int], member: int) -> int:
    root = parent.setdefault(member, member)
    while parent[root] != root:
        root = parent[root]
    while parent[member] != root:
        parent[member], member = root, parent[member]
    return root
