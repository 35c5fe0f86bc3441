"""The engine as its users see it, on a fake analyst in a real process."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.analysis import AnalysisRequest, Stage
from ecgdesk.core.page import PageRef
from ecgdesk.engine.client import EngineClient
from ecgdesk.engine.entry import AnalystFactory
from ecgdesk.engine.protocol import (
    AnalysisAdvanced,
    Engine,
    EngineOptions,
    EngineState,
    Lane,
    PageLoaded,
    PictureSeen,
    RequestDropped,
    RequestFailed,
    StateChanged,
)
from ecgdesk.engine.supervisor import MAX_UNPROVOKED_DEATHS, Patience
from tests.engine.conftest import StartEngine
from tests.engine.fakes import (
    fake_analyst,
    pixels_of,
    slowly_ready_analyst,
    stillborn_analyst,
    unusable_analyst,
)
from tests.engine.listener import Listener

SHM = Path("/dev/shm")
linux = pytest.mark.skipif(not SHM.is_dir(), reason="lists shared memory, which only Linux shows")


def request(name: str, number: int = 1, until: Stage = Stage.CHECKS) -> AnalysisRequest:
    return AnalysisRequest(PageRef(Path("/somewhere") / name, number), "model", until=until)


def segments() -> set[str]:
    """Names of shared memory that stay; those of other engines at work come and go."""
    end = time.monotonic() + 3
    left = {path.name for path in SHM.iterdir() if path.name.startswith("ecg")}
    while left and time.monotonic() < end:
        time.sleep(0.05)
        left = {name for name in left if (SHM / name).exists()}
    return left


def worker_pid(client: EngineClient) -> int:
    import psutil

    ours = [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]
    assert len(ours) == 1, ours
    return ours[0].pid


def test_a_client_is_an_engine() -> None:
    engine: Engine = EngineClient(factory=fake_analyst)
    engine.close()


def test_stages_arrive_in_order_and_whole(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    asked = client.analyse(request("a.png", 7))
    last = seen.final(asked)
    mine = [e for e in seen.events if getattr(e, "request_id", None) == asked]
    assert [type(e) for e in mine] == [PageLoaded, AnalysisAdvanced, AnalysisAdvanced]
    assert np.array_equal(mine[0].page.pixels, pixels_of(PageRef(Path("a.png"), 7)))
    assert [e.final for e in mine[1:]] == [False, True]
    assert mine[1].analysis.explanation.heat[0, 0] == 7
    assert last.analysis.explanation.heat is mine[1].analysis.explanation.heat  # not sent twice


def test_states_lead_to_ready_with_the_device(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    assert seen.state(EngineState.READY).device == "CPU"
    states = [e.state for e in seen.of(StateChanged)]
    assert states == [EngineState.STARTING, EngineState.READING, EngineState.READY]
    client.close()
    assert seen.of(StateChanged)[-1].state is EngineState.STOPPED


def test_pages_are_shown_before_models_are_there(start_engine: StartEngine) -> None:
    client, seen = start_engine(slowly_ready_analyst)
    analysed = client.analyse(request("a.png"))
    loaded = client.load(PageRef(Path("b.png")))
    seen.loaded(loaded)
    seen.loaded(analysed)
    assert EngineState.READY not in [e.state for e in seen.of(StateChanged)]
    assert not seen.of(AnalysisAdvanced)
    seen.final(analysed)


def test_a_picture_comes_without_models_and_the_latest_wins(start_engine: StartEngine) -> None:
    client, seen = start_engine(slowly_ready_analyst)
    older = [client.see(request("slow.png", n)) for n in (1, 2)]
    asked = client.see(request("a.png", 7))
    shown = seen.wait(PictureSeen)
    assert shown.request_id == asked
    assert np.array_equal(shown.picture, pixels_of(PageRef(Path("a.png"), 7))[::10, ::10, :1])
    assert [seen.dropped(one).request_id for one in older] == older
    assert EngineState.READY not in [e.state for e in seen.of(StateChanged)]
    assert seen.failed(client.see(request("broken.png"))).problem == "broken.png is cut short."


def test_pages_can_be_read_where_models_cannot_run(start_engine: StartEngine) -> None:
    client, seen = start_engine(unusable_analyst)
    seen.wait(StateChanged, lambda e: e.sentence == "Models cannot run here.")
    seen.loaded(client.load(PageRef(Path("b.png"))))


def test_the_latest_interactive_request_wins(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    first = client.analyse(request("slow.png"))
    seen.loaded(first)
    others = [client.analyse(request("slow.png", n)) for n in range(2, 6)]
    last = client.analyse(request("b.png"))
    seen.final(last)
    assert [e.request_id for e in seen.of(RequestDropped)] == [first, *others]


def test_the_batch_lane_keeps_its_order_and_loses_nothing(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    seen.state(EngineState.READY)  # before, a page that cannot be read may be told of early
    names = ["a.png", "broken.png", "b.png", "bug.png", "c.png"] * 4
    asked = [client.analyse(request(name), Lane.BATCH) for name in names]
    seen.final(asked[-1])
    ended = [e.request_id for e in seen.events
             if isinstance(e, RequestFailed) or (isinstance(e, AnalysisAdvanced) and e.final)]  # fmt: skip
    assert ended == asked
    assert not seen.of(RequestDropped)


def test_an_interactive_request_overtakes_the_batch(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    batch = [client.analyse(request(f"pause{n}.png"), Lane.BATCH) for n in range(4)]
    seen.loaded(batch[0])
    shown = client.analyse(request("now.png"))
    seen.final(shown)
    assert len([e for e in seen.of(AnalysisAdvanced) if e.request_id in batch and e.final]) <= 2
    seen.final(batch[-1])


def test_cancel_answers_at_once_while_a_slow_step_polls(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    slow = client.analyse(request("slow.png"), Lane.BATCH)
    waiting = client.analyse(request("slow.png", 2), Lane.BATCH)
    seen.loaded(slow)
    before = time.monotonic()
    client.cancel(slow)
    seen.dropped(slow)
    client.cancel(waiting)
    seen.dropped(waiting)
    assert time.monotonic() - before < 0.2
    seen.final(client.analyse(request("a.png"), Lane.BATCH))
    assert time.monotonic() - before < 2


def test_cancel_all_drops_everything_and_the_engine_goes_on(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    asked = [client.analyse(request("slow.png", n), Lane.BATCH) for n in range(1, 30)]
    asked.append(client.analyse(request("slow.png", 40)))
    seen.loaded(asked[-1])
    client.cancel_all()
    for one in asked:
        seen.dropped(one)
    seen.final(client.analyse(request("a.png")))


def test_a_cancelled_step_that_never_polls_is_ended_by_a_restart(
    start_engine: StartEngine, tmp_path: Path
) -> None:
    patience = Patience()
    patience.cancelled_s, patience.look_s = 0.3, 0.1
    client, seen = start_engine(patience=patience)
    deaf = client.analyse(AnalysisRequest(PageRef(tmp_path / "deaf.png"), "model"))
    end = time.monotonic() + 20
    while not (tmp_path / "deaf.began").exists() and time.monotonic() < end:
        time.sleep(0.01)
    client.cancel(deaf)
    seen.dropped(deaf)
    assert "did not stop" in seen.state(EngineState.RESTARTING).sentence
    seen.final(client.analyse(request("a.png")))


def test_a_page_that_takes_for_ever_fails_and_the_rest_goes_on(start_engine: StartEngine) -> None:
    patience = Patience()
    patience.silent_s, patience.look_s = 0.5, 0.1
    client, seen = start_engine(patience=patience)
    deaf = client.analyse(request("deaf.png"), Lane.BATCH)
    after = client.analyse(request("a.png"), Lane.BATCH)
    seen.final(after)
    assert seen.failed(deaf).code == "engine"


def test_a_page_that_takes_long_and_polls_is_waited_for(start_engine: StartEngine) -> None:
    patience = Patience()
    patience.silent_s, patience.look_s = 2.5, 0.1  # it works for four
    client, seen = start_engine(patience=patience)
    seen.final(client.analyse(request("long.png")))
    assert not [e for e in seen.of(StateChanged) if e.state is EngineState.RESTARTING]


def hurried() -> Patience:
    patience = Patience()
    patience.page_s, patience.look_s = 0.5, 0.1
    return patience


@pytest.mark.parametrize("factory", [fake_analyst, slowly_ready_analyst, unusable_analyst])
def test_a_page_that_is_never_decoded_at_cold_start_fails_after_the_others(
    start_engine: StartEngine, factory: AnalystFactory
) -> None:
    client, seen = start_engine(factory, patience=hurried())
    hung = client.analyse(request("hang.png"), Lane.BATCH)  # is served before the models are begun with
    after = client.analyse(request("a.png"), Lane.BATCH)
    assert "far too long" in seen.failed(hung).problem
    ended = [e.request_id for e in seen.events if isinstance(e, PageLoaded | RequestFailed)]
    assert (ended[0], ended[-1]) == (after, hung)
    seen.loaded(client.load(PageRef(Path("b.png"))))
    assert len([e for e in seen.of(StateChanged) if e.state is EngineState.RESTARTING]) == 2


def test_a_page_that_is_never_decoded_alone_fails_and_the_engine_comes_up(start_engine: StartEngine) -> None:
    client, seen = start_engine(patience=hurried())
    hung = client.analyse(request("hang.png"))
    assert "far too long" in seen.failed(hung).problem  # the restarted engine takes it before it is ready
    seen.state(EngineState.READY)
    seen.final(client.analyse(request("a.png")))


def test_a_page_that_is_never_decoded_does_not_stop_a_batch(start_engine: StartEngine) -> None:
    client, seen = start_engine(patience=hurried())
    seen.state(EngineState.READY)
    hung = client.analyse(request("hang.png"), Lane.BATCH)
    others = [client.analyse(request("a.png", number), Lane.BATCH) for number in range(1, 4)]
    for one in others:
        seen.final(one)
    assert seen.failed(hung).code == "engine"


def test_waiting_for_models_is_not_taken_for_hanging(start_engine: StartEngine) -> None:
    patience = hurried()
    patience.page_s = patience.silent_s = 0.4
    client, seen = start_engine(slowly_ready_analyst, patience=patience)
    seen.final(client.analyse(request("a.png")))
    assert EngineState.RESTARTING not in [e.state for e in seen.of(StateChanged)]


def test_a_page_has_less_time_than_its_model(start_engine: StartEngine) -> None:
    assert Patience.page_s < Patience.silent_s
    patience = hurried()
    patience.page_s, patience.look_s = 0.2, 0.05
    client, seen = start_engine(patience=patience)
    seen.final(client.analyse(request("pause.png")))  # pauses after the page, for longer than a page may
    assert EngineState.RESTARTING not in [e.state for e in seen.of(StateChanged)]


def test_errors_carry_their_sentence_and_unforeseen_ones_no_message(
    start_engine: StartEngine, tmp_path: Path
) -> None:
    client, seen = start_engine()
    failed = seen.failed(client.load(PageRef(Path("/somewhere/broken.png"))))
    assert (failed.code, failed.problem, failed.advice) == (
        "unreadable", "broken.png is cut short.", "Copy it again.",
    )  # fmt: skip
    failed = seen.failed(client.analyse(request("bug Jane Doe.png")))
    assert failed.code == "unexpected"
    client.close()
    log = (tmp_path / "log" / "engine.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "behave" in log  # where it happened
    assert "Jane" not in log
    assert "somewhere" not in log


def test_pixels_that_are_still_held_are_not_sent_again(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    ref = PageRef(Path("a.png"))
    first = seen.loaded(client.load(ref)).page
    again = seen.loaded(client.analyse(AnalysisRequest(ref, "model"))).page
    assert again.pixels is first.pixels


@pytest.mark.parametrize("lane", list(Lane))
def test_a_request_survives_the_death_of_its_engine(
    start_engine: StartEngine, tmp_path: Path, lane: Lane
) -> None:
    client, seen = start_engine()
    page = PageRef(tmp_path / "once.png")
    asked = client.analyse(AnalysisRequest(page, "model"), lane)
    seen.final(asked)
    assert "Nothing was lost" in seen.state(EngineState.RESTARTING).sentence
    assert not seen.of(RequestFailed)


def test_a_page_that_kills_the_engine_twice_is_given_up_with_a_sentence(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    before = client.analyse(request("a.png"), Lane.BATCH)
    killer = client.analyse(request("kill.png"), Lane.BATCH)
    crasher = client.load(PageRef(Path("segfault.png")))
    after = client.analyse(request("b.png"), Lane.BATCH)
    seen.final(before)
    assert "stopped the engine twice" in seen.failed(killer).problem
    assert "segfault.png" in seen.failed(crasher).problem
    seen.final(after)
    seen.state(EngineState.RESTARTING, 4)
    assert len(seen.of(RequestFailed)) == 2


def test_an_engine_that_never_starts_is_given_up(start_engine: StartEngine) -> None:
    client, seen = start_engine(stillborn_analyst)
    asked = client.analyse(request("a.png"))
    assert "does not start" in seen.failed(asked).problem
    assert "doctor" in seen.state(EngineState.FAILED).sentence
    restarts = [e for e in seen.of(StateChanged) if e.state is EngineState.RESTARTING]
    assert len(restarts) == MAX_UNPROVOKED_DEATHS - 1
    assert "does not start" in seen.failed(client.load(PageRef(Path("b.png")))).problem


def test_a_restart_with_other_options_keeps_what_waits(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    asked = [client.analyse(request(f"pause{n}.png"), Lane.BATCH) for n in range(3)]
    seen.loaded(asked[0])
    client.restart(EngineOptions(threads=1))
    for one in asked:
        seen.final(one)
    assert not seen.of(RequestFailed)
    assert not seen.of(RequestDropped)


def kill_mid_analysis(client: EngineClient, seen: Listener, folder: Path, turns: range) -> None:
    asked = []
    for turn in turns:
        seen.state(EngineState.READY, turn)
        asked.append(client.analyse(AnalysisRequest(PageRef(folder / f"pause{turn}.png"), "m"), Lane.BATCH))
        seen.loaded(asked[-1])
        os.kill(worker_pid(client), signal.SIGKILL)
        seen.state(EngineState.READY, turn + 1)
    for one in asked:
        seen.final(one)
    seen.final(client.analyse(request("next.png")))
    assert not seen.of(RequestFailed)


def test_killing_the_engine_mid_analysis_loses_nothing(start_engine: StartEngine, tmp_path: Path) -> None:
    client, seen = start_engine()
    kill_mid_analysis(client, seen, tmp_path, range(1, 3))


@pytest.mark.slow
@linux
def test_killing_the_engine_twenty_times_loses_and_leaks_nothing(
    start_engine: StartEngine, tmp_path: Path
) -> None:
    client, seen = start_engine()
    kill_mid_analysis(client, seen, tmp_path, range(1, 3))
    client.restart(EngineOptions())  # what is mapped for the process in use is let go
    seen.state(EngineState.READY, 4)
    before = open_descriptors(), threading.active_count()
    kill_mid_analysis(client, seen, tmp_path, range(4, 24))
    client.restart(EngineOptions())
    seen.state(EngineState.READY, 25)
    assert (open_descriptors(), threading.active_count()) == before
    assert not segments()


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@linux
def test_restarts_leak_no_descriptor_and_no_shared_memory(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    seen.final(client.analyse(request("a.png")))
    client.restart(EngineOptions())
    seen.state(EngineState.READY, 2)
    before = open_descriptors()
    for turn in range(5):
        client.analyse(request("pause.png", turn))
        client.restart(EngineOptions())
        seen.state(EngineState.READY, turn + 3)
    client.cancel_all()
    client.restart(EngineOptions())
    seen.state(EngineState.READY, 8)
    assert open_descriptors() <= before
    client.close()
    assert not segments()


@linux
def test_events_nobody_wants_leave_no_shared_memory(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    for number in range(60):
        last = client.analyse(request("a.png", number + 1))
    seen.final(last)
    assert not segments()


def test_close_ends_a_deaf_engine_and_may_be_called_twice(start_engine: StartEngine) -> None:
    client, seen = start_engine()
    asked = client.analyse(request("deaf.png"))
    seen.loaded(asked)
    pid = worker_pid(client)
    before = time.monotonic()
    client.close()
    client.close()
    assert time.monotonic() - before < 6
    assert not Path(f"/proc/{pid}").exists() or not SHM.is_dir()
    seen.dropped(asked)


def test_closing_before_starting_and_from_a_listener_is_harmless() -> None:
    EngineClient(factory=fake_analyst).close()
    closed = threading.Event()
    client = EngineClient(factory=fake_analyst)

    def close_on_ready(event: object) -> None:
        if isinstance(event, StateChanged) and event.state is EngineState.READY:
            client.close()
        if isinstance(event, StateChanged) and event.state is EngineState.STOPPED:
            closed.set()

    client.start(close_on_ready)
    assert closed.wait(20)
    client.close()


def test_a_listener_that_raises_does_not_end_the_engine() -> None:
    client, seen = EngineClient(factory=fake_analyst), Listener()

    def fragile(event: object) -> None:
        seen(event)
        raise ValueError("a mistake in the window")

    client.start(fragile)
    seen.final(client.analyse(request("a.png")))
    client.close()


SCRIPT = """
import sys
from pathlib import Path
from ecgdesk.core.analysis import AnalysisRequest
from ecgdesk.core.page import PageRef
from ecgdesk.engine.client import EngineClient
from tests.engine.fakes import fake_analyst
from tests.engine.listener import Listener

if __name__ == "__main__":
    client, seen = EngineClient(factory=fake_analyst), Listener()
    client.start(seen)
    name = sys.argv[1]
    asked = client.analyse(AnalysisRequest(PageRef(Path(name)), "m"))
    if name.startswith("slow"):
        seen.loaded(asked)
        print(*[p.pid for p in __import__("psutil").Process().children(recursive=True)], flush=True)
        sys.stdin.read()
    seen.final(asked)
    if name != "unclosed.png":
        client.close()
"""
ROOT = Path(__file__).resolve().parents[2]


def run_script(tmp_path: Path, name: str) -> subprocess.CompletedProcess[str]:
    script = tmp_path / "client_script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, str(script), name], capture_output=True, text=True, timeout=60,
                          env=environment, check=False)  # fmt: skip


@pytest.mark.parametrize("name", ["a.png", "shout.png", "unclosed.png"])
def test_the_engine_writes_nothing_to_the_streams_of_its_program(tmp_path: Path, name: str) -> None:
    done = run_script(tmp_path, name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@linux
def test_an_engine_whose_program_is_killed_ends_and_leaves_nothing(tmp_path: Path) -> None:
    import psutil

    script = tmp_path / "client_script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen([sys.executable, str(script), "slow.png"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True, env=environment)  # fmt: skip
    assert program.stdout is not None
    children = [int(pid) for pid in program.stdout.readline().split()]
    assert children
    program.kill()
    program.wait()
    program.stdout.close()
    end = time.monotonic() + 10
    while any(psutil.pid_exists(pid) for pid in children) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [pid for pid in children if psutil.pid_exists(pid)]
    assert not segments()


@linux
def test_two_programs_do_not_disturb_each_other(start_engine: StartEngine) -> None:
    one, seen_one = start_engine()
    two, seen_two = start_engine()
    for number in range(1, 20):
        asked = one.analyse(request("a.png", number)), two.analyse(request("b.png", number))
        first, second = seen_one.final(asked[0]), seen_two.final(asked[1])
        assert first.analysis.explanation.heat[0, 0] == second.analysis.explanation.heat[0, 0] == number
    one.close()
    seen_two.final(two.analyse(request("c.png")))
