"""Values put aside while an index is made, so that memory does not grow with the site.

They lie in one nameless file in a folder of the caller, which the system removes as soon as it is
closed, however the program ends; or in memory where no folder is given.
"""

from __future__ import annotations

import marshal
import tempfile
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Any


class Spool:
    """Plain values (texts, bytes, numbers, tuples, lists and mappings of them), each found again by its mark."""

    def __init__(self, scratch: Path | None) -> None:
        self._file: IO[bytes] = (
            BytesIO() if scratch is None else tempfile.TemporaryFile(dir=scratch)  # noqa: SIM115, closed in __exit__
        )
        self._end = 0

    def put(self, value: Any) -> int:
        """Put `value` aside; its mark. Raises OSError when the disk is full."""
        mark, data = self._end, marshal.dumps(value)
        self._file.seek(mark)
        self._file.write(data)
        self._end += len(data)
        return mark

    def get(self, mark: int) -> Any:
        """The value that was put aside at `mark`."""
        self._file.seek(mark)
        return marshal.load(self._file)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, at: TracebackType | None
    ) -> None:
        self._file.close()
