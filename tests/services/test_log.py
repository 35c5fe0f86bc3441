import logging
import sys
from pathlib import Path

import pytest

from ecgdesk.services.log import log_uncaught, start_log


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logger = logging.getLogger("ecgdesk")
    before = list(logger.handlers)
    yield tmp_path / "log" / "ecgdesk.log"
    for handler in [h for h in logger.handlers if h not in before]:
        logger.removeHandler(handler)
        handler.close()


def test_an_uncaught_error_goes_to_the_log_and_is_announced(log_file: Path) -> None:
    start_log(log_file)
    seen: list[bool] = []
    log_uncaught(lambda: seen.append(True))
    error = ValueError("broken")
    sys.excepthook(ValueError, error, None)
    assert seen == [True]
    assert "ValueError: broken" in log_file.read_text()


def test_starting_twice_writes_each_line_once(log_file: Path) -> None:
    start_log(log_file)
    start_log(log_file)
    logging.getLogger("ecgdesk.ui").warning("once")
    assert log_file.read_text().count("once") == 1


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file" / "log.txt")
    assert (tmp_path / "file").read_text() == ""
