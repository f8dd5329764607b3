"""Times in a text: dates, times of day, durations and recurrences, with their value, their words and their anchor.

>>> from tenu.reading import times
>>> [time.value for time in times.ranges(times.find("du 17 au 20 juin 2024", "fr"))]
['2024-06-17/2024-06-20']
"""

from tenu.reading.times.find import find
from tenu.reading.times.periods import ranges
from tenu.reading.times.time import Link, Role, Time, TimeType

__all__ = ["Link", "Role", "Time", "TimeType", "find", "ranges"]
