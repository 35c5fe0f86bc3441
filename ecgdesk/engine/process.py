"""One engine process as its owner sees it: started, spoken to, ended for sure."""

import multiprocessing
import secrets
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Any, Final

from numpy.typing import NDArray

from ecgdesk.engine.entry import AnalystFactory, main
from ecgdesk.engine.messages import Cancel, Command, Quit, Reply, Taken, WorkerSettings
from ecgdesk.engine.shared import Intake, Parcel, Segment

QUIT_S: Final = 1.5
_TERMINATE_S: Final = 1.0


class WorkerProcess:
    """A spawned engine process, its pipe, and the names its shared memory may have.

    Raises OSError when no process can be started.
    """

    def __init__(self, settings: WorkerSettings, factory: AnalystFactory) -> None:
        self._prefix = f"ecg{secrets.token_hex(4)}"
        self._intake = Intake(self._prefix)
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        own = replace(settings, prefix=self._prefix)
        self._process = context.Process(
            target=main, args=(theirs, own, factory), name="ecgdesk engine", daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            self.connection.close()
            raise
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """The id of the process."""
        return self._process.pid

    @property
    def sources(self) -> list[Connection | int]:
        """What to wait on for news: a reply, or the end."""
        return [self.connection, self._process.sentinel]

    def send(self, command: Command) -> None:
        """Send a command; a process that is gone gets none and is noticed elsewhere."""
        try:
            self.connection.send(command)
        except OSError:
            return

    def cancel(self, request_id: int) -> None:
        """Tell the process that nobody wants a request any more."""
        self.send(Cancel(request_id))

    def receive(self) -> Reply | None:
        """Return a reply that is there already; None when there is none. Raises EOFError at the end."""
        try:
            if not self.connection.poll():
                if not self._process.is_alive() and not self.connection.poll():
                    raise EOFError
                return None
            reply: Reply = self.connection.recv()
        except OSError as error:
            raise EOFError from error
        return reply

    def collect(self, parcel: Parcel) -> NDArray[Any]:
        """Return an array the process sent; raises OSError or MemoryError."""
        try:
            return self._intake.collect(parcel)
        finally:
            self._acknowledge(parcel)

    def discard(self, parcel: Parcel | None) -> None:
        """Let go of an array the process sent."""
        self._intake.discard(parcel)
        self._acknowledge(parcel)

    def _acknowledge(self, parcel: Parcel | None) -> None:
        if isinstance(parcel, Segment):
            self.send(Taken(parcel.name))

    def kill(self) -> None:
        """End the process this instant."""
        self._process.kill()

    def end(self) -> None:
        """Ask the process to quit, insist if it does not, and remove all traces of it."""
        self.send(Quit())
        self._process.join(QUIT_S)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join(_TERMINATE_S)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self.connection.close()
        self._intake.close()
