"""How the cost of something grows with the size of what it is given: a ratio of two times taken in one run.

Processor time, the least of several runs with the collector of cycles off, so that neither another job on the machine nor
what earlier tests left in memory counts. Linear work on ten times as
much takes ten times as long; a quadratic step makes it a hundredfold, and the bound lies between.
"""

import gc
import time
from collections.abc import Callable

TENFOLD = 10
SLACK = 3.5
LEAST = 0.002  # seconds; below this the clock's own steps show


def cost(work: Callable[[], object], *, runs: int = 3) -> float:
    """The least processor time of several runs, in seconds."""
    least = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            started = time.process_time()
            work()
            least = min(least, time.process_time() - started)
    finally:
        gc.enable()
    return least


def assert_linear(small: Callable[[], object], large: Callable[[], object], *, times: float = TENFOLD) -> None:
    """`large` is the same work on `times` as much; it may cost `times` as much, with slack for what does not shrink."""
    before = max(cost(small), LEAST)
    ratio = cost(large) / before
    assert ratio <= times * SLACK, f"{times:g} times as much costs {ratio:.1f} times as long"
