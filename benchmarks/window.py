"""How soon the window takes a drop, and whether it ever stalls.

`python -m benchmarks.window [--starts N] [--runs N]`. Two comparisons, each side in fresh processes, taking
turns: (a) from the start of the process to a window that takes a drop, beside a bare PySide6 window; (b) the
longest gap between ticks of a 10 ms timer while the engine starts and while a page is analysed, beside the
longest gap of the same window at rest.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

DROP_TARGET = 2.5
GAP_TARGET = 3.0
TICK_MS = 10
REST_MS = 2500
GIVE_UP_MS = 60_000
PAGE = Path(__file__).resolve().parents[1] / "resources" / "samples" / "simulated-normal.png"


def main() -> int:
    """Print both comparisons; exit status 1 when one is over its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--probe", choices=("bare", "window", "gaps"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.probe:
        {"bare": bare_window, "window": our_window, "gaps": gaps}[options.probe]()
        return 0
    return max(compare_starts(options.starts), compare_gaps(options.runs))


def compare_starts(starts: int) -> int:
    """Compare the times until a drop is taken."""
    times: dict[str, list[float]] = {"bare": [], "window": []}
    for turn in range(starts + 1):
        for probe, seen in times.items():
            seconds = _until_ready(probe)
            if turn:  # the first turn fills the file caches
                seen.append(seconds)
    bare, ours = statistics.median(times["bare"]), statistics.median(times["window"])
    print(f"takes a drop after {ours * 1000:.0f} ms, a bare window after {bare * 1000:.0f} ms")
    return _verdict("start", ours / bare, DROP_TARGET)


def compare_gaps(runs: int) -> int:
    """Compare the longest gaps in the event loop."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        for line in _lines("gaps"):
            name, gap = line.split()
            found.setdefault(name, []).append(float(gap))
    middle = {name: statistics.median(gaps) for name, gaps in found.items()}
    print(", ".join(f"{name} {gap:.1f} ms" for name, gap in middle.items()))
    phases = ("engine-start", "analysis")
    return max(_verdict(name, middle[name] / middle["rest"], GAP_TARGET) for name in phases)


def _verdict(name: str, ratio: float, target: float) -> int:
    print(f"{name}: {ratio:.2f} (target at most {target})")
    return int(ratio > target)


def _command(probe: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.window", "--probe", probe]


def _environment(home: str) -> dict[str, str]:
    folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), home)
    return {"QT_QPA_PLATFORM": "offscreen"} | os.environ | folders


def _until_ready(probe: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        started = time.perf_counter()
        with subprocess.Popen(_command(probe), stdout=subprocess.PIPE, env=_environment(home)) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"ready", f"the probe {probe!r} failed"
            return time.perf_counter() - started


def _lines(probe: str) -> list[str]:
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            _command(probe), stdout=subprocess.PIPE, env=_environment(home), check=True, text=True
        )
    return done.stdout.splitlines()


def bare_window() -> None:
    """The least that can be called a window: one that takes drops and does nothing with them."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Drop here"))
    window.setAcceptDrops(True)
    window.resize(1280, 800)
    window.show()
    _say_ready(app.quit)
    app.exec()


def our_window() -> None:
    """The window as `ecgdesk` opens it, up to the moment before the engine is started."""
    from ecgdesk import app as ecgdesk

    application = ecgdesk.make_application()
    window = ecgdesk.open_window(application, ecgdesk.real_services())
    assert window.acceptDrops()
    _say_ready(application.quit)
    application.exec()


def _say_ready(quit_now: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer

    def say() -> None:
        print("ready", flush=True)
        quit_now()

    # A timer of 0 ms fires once the events of showing have been handled: from then on a drop is taken.
    QTimer.singleShot(0, say)


def gaps() -> None:
    """Print the longest gap at rest, while the engine starts, and while pages are analysed."""
    # Before PySide6, as when ecgdesk is started: it takes away PySide6's hook on every import.
    from ecgdesk import app as ecgdesk

    # isort: split
    from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer

    from ecgdesk.engine.protocol import EngineState

    application = ecgdesk.make_application()
    services = ecgdesk.real_services()
    window = ecgdesk.open_window(application, services)
    clock, longest = QElapsedTimer(), [0.0]

    def tick() -> None:
        longest[0] = max(longest[0], clock.nsecsElapsed() / 1e6)
        clock.restart()

    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)

    def watch(name: str, start: Callable[[QEventLoop], None]) -> None:
        loop = QEventLoop()
        longest[0] = 0.0
        clock.start()
        QTimer.singleShot(GIVE_UP_MS, loop, lambda: loop.exit(1))
        start(loop)
        timer.start(TICK_MS)
        if loop.exec():
            sys.exit(f"{name} did not end")
        timer.stop()
        print(name, f"{longest[0]:.2f}", flush=True)

    def start_engine(loop: QEventLoop) -> None:
        def on_state(event: object) -> None:
            if services.engine.state is EngineState.READY:
                loop.quit()

        services.engine.state_changed.connect(on_state)
        QTimer.singleShot(0, lambda: ecgdesk.wake(window, []))

    def analyse(loop: QEventLoop) -> None:
        def on_changed() -> None:
            entry = services.current.entry
            if entry is not None and entry.is_finished:
                QTimer.singleShot(500, loop.quit)

        services.session.entry_changed.connect(on_changed)
        QTimer.singleShot(0, lambda: services.opener.open([PAGE]))

    settle = QEventLoop()
    QTimer.singleShot(1000, settle.quit)
    settle.exec()
    watch("rest", lambda loop: QTimer.singleShot(REST_MS, loop.quit))
    watch("engine-start", start_engine)
    watch("analysis", analyse)
    window.close()


if __name__ == "__main__":
    sys.exit(main())
