"""Composition root: builds the services, injects them into the window, runs the application."""

import sys
from pathlib import Path

import ecgdesk.services.plain_import  # noqa: F401 - before anything else imports PySide6

# isort: split
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ecgdesk import __version__
from ecgdesk.core.resources import resources_folder
from ecgdesk.engine.protocol import Engine
from ecgdesk.services.autosave import Autosave
from ecgdesk.services.batch import Batch
from ecgdesk.services.bundle import Services
from ecgdesk.services.comparison import Comparison
from ecgdesk.services.current_page import CurrentPage
from ecgdesk.services.engine_service import EngineService
from ecgdesk.services.follow import SettingsFollower
from ecgdesk.services.garbage import GarbageCollector
from ecgdesk.services.jobs import Jobs
from ecgdesk.services.late_engine import LateEngine
from ecgdesk.services.log import log_uncaught, start_log
from ecgdesk.services.model_access import model_access
from ecgdesk.services.models import ModelAccess, Models
from ecgdesk.services.opening import Opener
from ecgdesk.services.paths import UserFolder
from ecgdesk.services.recent import RecentFiles
from ecgdesk.services.requests import RequestMaker
from ecgdesk.services.session import Session
from ecgdesk.services.settings import SettingsStore
from ecgdesk.services.training.late import LateTraining
from ecgdesk.ui.i18n import install_language
from ecgdesk.ui.main_window import MainWindow, Resources
from ecgdesk.ui.theme import apply_theme

JOB_THREADS = 2
SWITCH_INTERVAL_S = 0.001


def build_services(
    folder: UserFolder, engine: Engine, access: ModelAccess, parent: QObject | None = None
) -> Services:
    """Build every service once; nothing is started yet."""
    jobs = Jobs(parent, JOB_THREADS)
    settings = SettingsStore(folder.settings_file, parent, jobs)
    recent = RecentFiles(settings, parent)
    models = Models(access, settings, jobs, parent)
    session = Session(parent)
    service = EngineService(engine, parent)
    make_request = RequestMaker(session, settings, models)
    current = CurrentPage(session, service, make_request, lambda: settings.values.analyse_on_open, parent)
    batch = Batch(session, service, make_request.in_batch, parent)
    current.analysing.connect(batch.skip)
    opener = Opener(session, batch, settings, recent, models, jobs, parent)
    autosave = Autosave(session, folder.session_file, jobs, parent)
    follower = SettingsFollower(settings, models, session, service, current, batch, parent)
    return Services(
        folder,
        settings,
        recent,
        jobs,
        models,
        session,
        service,
        current,
        batch,
        opener,
        autosave,
        follower,
        LateTraining(folder, jobs, parent),
        Comparison(session, service, make_request, models, parent),
    )


def run_window(files: list[Path], quit_after_s: float | None = None) -> int:
    """Open the window, with these files if any; returns the exit code.

    With `quit_after_s` the window closes itself: a smoke test of a frozen program.
    """
    app = make_application()
    services = real_services()
    window = open_window(app, services)
    start_log(services.folder.log_file)
    log_uncaught(window.news.uncaught)
    # Only now: the window is there and takes a drop while everything else gets ready.
    QTimer.singleShot(0, lambda: wake(window, files))
    if quit_after_s is not None:
        QTimer.singleShot(round(quit_after_s * 1000), window.close)
    return app.exec()


def real_services() -> Services:
    """Return the services with the user's folder, the engine process and the installed models behind them."""
    folder = UserFolder.default()

    def make_engine() -> Engine:
        # While OpenCV loads, its own folder stands in sys.path; a process that is started meanwhile, from
        # whatever thread, inherits that and dies. So it is loaded before there is an engine to start.
        import cv2  # noqa: F401

        from ecgdesk.engine.client import EngineClient

        return EngineClient(log_file=folder.log_file.with_name("engine.log"))

    return build_services(folder, LateEngine(make_engine), model_access())


def make_application() -> QApplication:
    """Return the one QApplication, named and scaled."""
    # A thread that computes hands the interpreter back to the window after this long.
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("ecgdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ecgdesk")
    return app


def open_window(app: QApplication, services: Services) -> MainWindow:
    """Dress the application as the settings say and show the window."""
    values = services.settings.values
    install_language(app, values.language, resources_folder() / "translations")
    apply_theme(app, values.theme)
    services.settings.changed.connect(
        lambda old, new: apply_theme(app, new.theme) if old.theme != new.theme else None
    )
    window = MainWindow(services, Resources(resources_folder()))
    window.show()
    return window


def wake(window: MainWindow, files: list[Path]) -> None:
    """Get everything ready behind the open window, one thing after another."""
    window.prepared.connect(GarbageCollector(window).settle)
    window.services.models.changed.connect(window.prepare_workspace, Qt.ConnectionType.SingleShotConnection)
    begin(window.services, files)
    window.training.look()


def begin(services: Services, files: list[Path]) -> None:
    """Start the engine, list the models, bring back the session, open the files."""
    services.engine.start()
    services.models.refresh()

    def open_files() -> None:
        if files:
            services.opener.open(files)

    if services.settings.values.restore_session:
        services.autosave.restore(open_files)
    else:
        services.autosave.begin()
        open_files()
