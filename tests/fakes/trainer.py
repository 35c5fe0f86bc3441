"""A trainer without a network: speaks of a small run, hears wishes, dies when it is told to.

`python -m tests.fakes.trainer MANNER --resume RUN …`; manners: finish, wait (until a wish), crash, fail.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from filelock import FileLock

from ecgdesk.core.run_events import Event, Failed, Paused, Stopped, to_line
from ecgdesk.core.run_folder import RunFiles, Wish
from tests.fakes.run_events import epoch, metrics, predictions, started, whole_run

_PATIENCE_S = 60


def main(manner: str, run: Path) -> None:
    files = RunFiles(run)
    with FileLock(files.lock, timeout=0):
        if manner == "finish":
            _say(files, *whole_run()[:-1])
            _leave_figures(files)
            _say(files, whole_run()[-1])
            return
        _say(files, started(), *epoch("fold 1", 1))
        if manner == "fail":
            _say(files, Failed("The disk is full.", "Free some space."))
        elif manner == "crash":
            sys.stderr.write("Segmentation of something\nthe very last words\n")
            sys.stderr.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        else:
            _wait(files)


def _wait(files: RunFiles) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        wish = files.wish()
        if wish is Wish.PAUSE:
            _say(files, Paused("Paused; still to do: fold 2."))
            return
        if wish is Wish.STOP:
            _leave_figures(files)
            _say(files, Stopped("model.ecgmodel", "Stopped; the best weights so far are of fold 1."))
            return
        time.sleep(0.02)


def _say(files: RunFiles, *events: Event) -> None:
    with files.events.open("a", encoding="utf-8") as stream:
        stream.writelines(map(to_line, events))
    with files.log.open("a", encoding="utf-8") as stream:
        stream.writelines(f"{event.kind}\n" for event in events)


def _leave_figures(files: RunFiles) -> None:
    files.metrics.write_text(json.dumps(metrics()))
    files.predictions.write_text(predictions())
    files.pack.write_bytes(b"only its being there counts")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[sys.argv.index("--resume") + 1]))
