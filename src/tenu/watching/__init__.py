"""Watch publishers: bring what is new, keep what changed, and say what is gone, failing or silent."""

from tenu.watching.health import Health, health
from tenu.watching.news import News, NewsKind
from tenu.watching.round import MOST, Watcher, is_due, watch_once

__all__ = ["MOST", "Health", "News", "NewsKind", "Watcher", "health", "is_due", "watch_once"]
