"""Where an engine process begins. Imports nothing heavy: the client names this function when it spawns."""

from collections.abc import Callable
from multiprocessing.connection import Connection

from ecgdesk.engine.messages import WorkerSettings
from ecgdesk.engine.stages import Analyst

AnalystFactory = Callable[[WorkerSettings], Analyst]
"""A module-level function, so that it can be named to a spawned process."""


def main(connection: Connection, settings: WorkerSettings, factory: AnalystFactory) -> None:
    """Serve the client until it says so or is gone."""
    from ecgdesk.engine.environment import prepare_process, thread_count
    from ecgdesk.engine.worker import Worker

    prepare_process(thread_count(settings.options.threads), settings.log_file)
    Worker(connection, settings.prefix, factory(settings)).run()


def real_analyst(settings: WorkerSettings) -> Analyst:
    """Return the analyst that reads files and runs models."""
    from ecgdesk.engine.assembly import page_analyst

    return page_analyst(settings.options)
