"""One engine process as its owner sees it: started, spoken to, ended for sure."""

import multiprocessing
import secrets
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import Final

from ecgdesk.engine.entry import AnalystFactory, main
from ecgdesk.engine.messages import Cancel, Command, Quit, Reply, WorkerSettings
from ecgdesk.engine.shared import Parcel, serial_of, sweep

QUIT_S: Final = 1.5
_TERMINATE_S: Final = 1.0


class WorkerProcess:
    """A spawned engine process, its pipe, and the names its shared memory may have.

    Raises OSError when no process can be started.
    """

    def __init__(self, settings: WorkerSettings, factory: AnalystFactory) -> None:
        self._prefix = f"ecg{secrets.token_hex(4)}"
        self._next_serial = 0
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

    def note(self, parcel: Parcel | None) -> None:
        """Remember how far the names of shared memory have got."""
        serial = serial_of(parcel)
        if serial is not None:
            self._next_serial = max(self._next_serial, serial + 1)

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
        sweep(self._prefix, self._next_serial)
