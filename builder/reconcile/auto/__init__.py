"""Findings → automatic claims (`review: auto`), each in words of its passages, none that the gate would not let pass.

What an editor rejected or has written himself is left out; names are joined to the actors that are known.
"""

from builder.reconcile.auto.gleaning import Gleaned, glean
from builder.reconcile.auto.ground import Ground

__all__ = ["Gleaned", "Ground", "glean"]
