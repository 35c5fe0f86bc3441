"""Commands that speak in JSON lines: events, refusals, crashes and cancelling."""

import sys
import time

import pytest
from pytestqt.qtbot import QtBot

from ecgdesk.core.event_lines import to_line
from ecgdesk.core.findings import Evaluated, Event, Examined, Progress, Refused
from ecgdesk.services.training.commands import Command
from ecgdesk.services.training.json_command import JsonCommand

DONE = Examined(4, 4, 4, {"a": 2, "b": 2}, 0, 0)


@pytest.fixture
def command(qtbot: QtBot) -> JsonCommand:
    return JsonCommand()


def python(code: str) -> Command:
    return Command(sys.executable, ("-c", code))


def said_by(command: JsonCommand, qtbot: QtBot, code: str) -> tuple[list[Event], list[str]]:
    """Run code; returns the events and the problems."""
    events: list[Event] = []
    problems: list[str] = []
    command.said.connect(events.append)
    command.failed.connect(lambda error: problems.append(str(error)))
    with qtbot.waitSignal(command.ended, timeout=20_000):
        command.run([], python(code))
    return events, problems


def lines(*events: Event) -> str:
    return "".join(f"print({to_line(event)!r}, flush=True);" for event in events)


def test_events_come_as_they_are_said(command: JsonCommand, qtbot: QtBot) -> None:
    events, problems = said_by(command, qtbot, lines(Progress("reading", 1, 4), DONE))
    assert events == [Progress("reading", 1, 4), DONE]
    assert problems == []


def test_findings_may_end_with_1(command: JsonCommand, qtbot: QtBot) -> None:
    _, problems = said_by(command, qtbot, lines(DONE) + "raise SystemExit(1)")
    assert problems == []


def test_a_refusal_is_its_own_sentence_once(command: JsonCommand, qtbot: QtBot) -> None:
    refused = Refused("recipe", "There are no pages.", "Choose another folder.")
    _, problems = said_by(command, qtbot, lines(refused) + "raise SystemExit(2)")
    assert problems == ["There are no pages. Choose another folder."]


@pytest.mark.parametrize("code", [1, 2])
def test_an_end_without_a_result_says_what_was_said_last(
    command: JsonCommand, qtbot: QtBot, code: int
) -> None:
    talk = "import sys; sys.stderr.write('╭─ Error ─╮\\n│ No such option. │\\n╰─────────╯\\n');"
    _, problems = said_by(command, qtbot, talk + f"raise SystemExit({code})")
    assert "No such option." in problems[0]
    assert "│" not in problems[0]


def test_of_a_traceback_the_last_line_is_told(command: JsonCommand, qtbot: QtBot) -> None:
    _, problems = said_by(command, qtbot, "raise ValueError('the cause')")
    assert problems == ["ValueError: the cause"]


def test_a_crash_without_words_is_told(command: JsonCommand, qtbot: QtBot) -> None:
    _, problems = said_by(command, qtbot, "import os; os.kill(os.getpid(), 9)")
    assert problems == ["The work ended without a word. Try again."]


def test_a_program_that_is_not_there_is_told(command: JsonCommand, qtbot: QtBot) -> None:
    with qtbot.waitSignals([command.failed, command.ended], timeout=5000):
        command.run([], Command("/nowhere/at all", ()))


def test_cancelling_answers_at_once_and_fails_nothing(command: JsonCommand, qtbot: QtBot) -> None:
    problems: list[object] = []
    command.failed.connect(problems.append)
    with qtbot.waitSignal(command.said, timeout=20_000):
        command.run([], python(lines(Progress("reading", 1, 4)) + "import time; time.sleep(60)"))
    began = time.monotonic()
    with qtbot.waitSignal(command.ended, timeout=3000) as ended:
        command.cancel()
    assert time.monotonic() - began < 2
    assert ended.args == [True]
    assert problems == []
    assert not command.is_running


def test_an_evaluation_comes_with_its_result(command: JsonCommand, qtbot: QtBot) -> None:
    found = Evaluated(4, 0.5, 0.2, 0.8, ("Few pages.",), {}, {"metrics": {"pages": 4}})
    events, _ = said_by(command, qtbot, lines(found))
    assert events == [found]
