"""Trees that have made up their mind."""

import numpy as np


class Fixed:
    """Says the same of whatever it is shown, row by row."""

    def __init__(self, *chances):
        self._chances = chances

    def chances(self, rows):
        return np.array([[chance] for chance in self._chances[: len(rows)]])
