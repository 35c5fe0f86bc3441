"""Composition root: builds the services, injects them into the window, runs the application."""

from PySide6.QtCore import QObject

from ecgdesk.engine.protocol import Engine
from ecgdesk.services.autosave import Autosave
from ecgdesk.services.batch import Batch
from ecgdesk.services.bundle import Services
from ecgdesk.services.current_page import CurrentPage
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.models import ModelAccess, Models
from ecgdesk.services.opening import Opener
from ecgdesk.services.paths import UserFolder
from ecgdesk.services.recent import RecentFiles
from ecgdesk.services.requests import RequestMaker
from ecgdesk.services.session import Session
from ecgdesk.services.settings import SettingsStore

JOB_THREADS = 2


def build_services(
    folder: UserFolder, engine: Engine, access: ModelAccess, parent: QObject | None = None
) -> Services:
    """Build every service once; nothing is started yet."""
    settings = SettingsStore(folder.settings_file, parent)
    recent = RecentFiles(settings, parent)
    jobs = Jobs(parent, JOB_THREADS)
    models = Models(access, settings, jobs, parent)
    session = Session(parent)
    service = EngineService(engine, parent)
    make_request = RequestMaker(session, settings, models)
    current = CurrentPage(session, service, make_request, lambda: settings.values.analyse_on_open, parent)
    batch = Batch(session, service, make_request, parent)
    current.analysing.connect(batch.skip)
    opener = Opener(session, batch, settings, recent, jobs, parent)
    autosave = Autosave(session, folder.session_file, jobs, parent)
    return Services(
        folder, settings, recent, jobs, models, session, service, current, batch, opener, autosave
    )
