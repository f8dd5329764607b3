"""Rows of a Parquet file, some thousand at a time, as words."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tenu.publishing.columns import plain
from tenu.publishing.imports.csvtable import RawRow
from tenu.publishing.imports.limits import check_size
from tenu.publishing.imports.refusals import ImportRefusedError

_AT_ONCE = 5_000


def is_parquet(path: Path) -> bool:
    """Tell whether a file begins as Parquet does."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def rows_of_parquet(path: Path) -> Iterator[RawRow]:
    """Give the columns' names as row 1, then the rows."""
    check_size(path)
    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            yield 1, names
            number = 2
            for batch in file.iter_batches(_AT_ONCE):
                for cells in batch.to_pylist():
                    yield number, [plain(cells[name]) for name in names]
                    number += 1
    except (pa.ArrowException, OSError) as error:
        raise ImportRefusedError(f"{path} is no Parquet file that can be read ({error}).") from error
