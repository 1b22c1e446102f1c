import pytest

from builder.files import read_settings
from tests.support import tiny_project


@pytest.fixture
def tiny(tmp_path):
    """The settings of a whole project, to read or to spoil."""
    return read_settings(tiny_project(tmp_path))
