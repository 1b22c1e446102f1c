"""What is made once for a whole run, by however many processes the tests are run (`pytest -n 2`)."""

import fcntl
import os


def make_once(tmp_path_factory, name, make):
    """The folder of this name, made by `make(folder)`, and the text that this returned.

    The process that asks first makes it; the others wait until it stands. It is shared: change nothing in it.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            done.write_text(make(folder) or "", encoding="utf-8")
    return folder, done.read_text(encoding="utf-8")
