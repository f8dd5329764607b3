"""Who is reported to have said what: direct, mixed and indirect speech with its speakers."""

from tenu.reading.quotations.find import find
from tenu.reading.quotations.marks import Quoted, marks
from tenu.reading.quotations.statement import Names, Statement

__all__ = ["Names", "Quoted", "Statement", "find", "marks"]
