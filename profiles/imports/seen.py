"""Which keys a file has had so far, in a few bytes each: a file of millions of rows must not fill the memory."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Cells = npt.NDArray[np.object_]


class SeenKeys:
    """Counts how often each key came before, over all chunks of a file.

    A key is kept as a 64-bit hash: among ten million keys, two share one in about one file of 370,000.
    """

    def __init__(self) -> None:
        self._sorted: npt.NDArray[np.uint64] = np.empty(0, dtype=np.uint64)

    def count_before(self, *columns: Cells) -> npt.NDArray[np.int64]:
        """How often each row's key stood in an earlier row of the file, this chunk's rows included.

        Args:
            columns: the columns that make up the key, one cell a row.

        >>> import numpy as np
        >>> seen = SeenKeys()
        >>> seen.count_before(np.array(["a", "b", "a"], dtype=object)).tolist()
        [0, 0, 1]
        >>> seen.count_before(np.array(["a"], dtype=object)).tolist()
        [2]
        """
        hashes = pd.util.hash_pandas_object(pd.DataFrame(dict(enumerate(columns))), index=False).to_numpy()
        here = pd.Series(hashes).groupby(hashes).cumcount().to_numpy()
        before = np.searchsorted(self._sorted, hashes, "right") - np.searchsorted(self._sorted, hashes, "left")
        self._sorted = np.sort(np.concatenate([self._sorted, hashes]), kind="stable")
        counts: npt.NDArray[np.int64] = here + before
        return counts
