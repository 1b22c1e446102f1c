"""What the command says to wrong usage, and to folders it cannot measure."""

import pytest

from tests.evaluate import __main__ as command


@pytest.mark.parametrize(
    "wrong", [["--lower"], ["--pin", "--margin", "-1"], ["--found", "x", "a", "b"], ["--faults", "x"]]
)
def test_wrong_usage_is_told_apart(wrong):
    with pytest.raises(SystemExit) as ended:
        command.main(wrong)
    assert ended.value.code == command.NOT_MEASURED


def test_a_folder_without_gold_is_not_measured(tmp_path, capsys):
    assert command.main([str(tmp_path)]) == command.NOT_MEASURED
    assert "no gold there" in capsys.readouterr().err
