"""The wizard: steps at the side, one page at a time, and the way on at the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.run_folder import RunFiles
from ecgdesk.core.run_history import RunRecord, RunState, list_runs
from ecgdesk.services.bundle import Services
from ecgdesk.services.training.doctor import Doctor
from ecgdesk.services.training.draft import Draft
from ecgdesk.services.training.estimate import paces
from ecgdesk.services.training.presets import RECOMMENDED, applied, presets
from ecgdesk.services.training.timm_networks import TimmNetworks
from ecgdesk.services.training.watching import RunWatcher
from ecgdesk.ui.icons import icon
from ecgdesk.ui.text import heading
from ecgdesk.ui.theme import TextSize, space
from ecgdesk.ui.training.check_page import CheckPage
from ecgdesk.ui.training.data_page import DataPage
from ecgdesk.ui.training.evaluate_page import EvaluatePage
from ecgdesk.ui.training.network_page import NetworkPage
from ecgdesk.ui.training.page import WizardPage
from ecgdesk.ui.training.pictures import Pictures
from ecgdesk.ui.training.rail import Rail
from ecgdesk.ui.training.recipe_page import RecipePage
from ecgdesk.ui.training.results_page import ResultsPage
from ecgdesk.ui.training.run_page import RunPage
from ecgdesk.ui.training.runs_page import RunsPage
from ecgdesk.ui.training.save_page import SavePage
from ecgdesk.ui.training.steps import BESIDE, IN_ORDER, Step, step_name

_BEFORE_RUN = (Step.DATA, Step.CHECK, Step.NETWORK, Step.RECIPE)


class Wizard(QWidget):
    """Puts the pages together; what they share is the draft and the run that is followed."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Train a model"))
        self._services = services
        self.runs = services.training.runs
        self.draft = _first_draft(self)
        self.doctor = Doctor(self.draft, services.jobs, services.training.lists_folder, self)
        self.files: RunFiles | None = None
        self._step = Step.DATA
        self.rail, self._stack = Rail(self), QStackedWidget(self)
        self.pages = self._make_pages()
        self.close_button = QPushButton(icon("chevron-left"), self.tr("Close"), self)
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self._lay_out()
        self._connect()
        self._reattach()

    @property
    def step(self) -> Step:
        """Where one is."""
        return self._step

    def go(self, step: Step) -> None:
        """Show a page."""
        self._step = step
        page = self.pages[step]
        self._prepare(step)
        self._stack.setCurrentWidget(page)
        page.enter()
        self._update()

    def stop(self) -> None:
        """End what pages run beside the window; trainings go on."""
        for page in self.pages.values():
            page.stop()

    def follow(self, files: RunFiles) -> None:
        """Follow another run."""
        self.files = files
        run_page = self.pages[Step.RUN]
        assert isinstance(run_page, RunPage)
        run_page.follow(RunWatcher(files, self))

    # Parts

    def _make_pages(self) -> dict[Step, WizardPage]:
        services, draft = self._services, self.draft
        pictures = Pictures(services, self)
        pages: dict[Step, WizardPage] = {
            Step.DATA: DataPage(services, draft, pictures),
            Step.CHECK: CheckPage(services, draft, self.doctor, pictures),
            Step.NETWORK: NetworkPage(draft, TimmNetworks(self)),
            Step.RECIPE: RecipePage(draft, self.runs.folder),
            Step.RUN: RunPage(self.runs),
            Step.RESULTS: ResultsPage(services, pictures),
            Step.SAVE: SavePage(services),
            Step.RUNS: RunsPage(services, self.runs),
            Step.EVALUATE: EvaluatePage(services, pictures),
        }
        for page in pages.values():
            self._stack.addWidget(page)
        return pages

    def _lay_out(self) -> None:
        self.close_button.setShortcut("Esc")
        self.close_button.setToolTip(self.tr("Close training (Esc)"))
        self.next.setDefault(True)
        top = QHBoxLayout()
        top.setContentsMargins(space(2), space(1.5), space(2), space(1.5))
        top.setSpacing(space(2))
        top.addWidget(self.close_button)
        top.addWidget(heading(self.tr("Train a model"), self, TextSize.TITLE), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(3), space(), space(3), space(1.5))
        foot.setSpacing(space())
        self.where = QLabel(self)
        foot.addWidget(self.where, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addLayout(middle, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.back.clicked.connect(lambda: self._move(-1))
        self.next.clicked.connect(self._on_next)
        self.rail.chosen.connect(self.go)
        self.draft.changed.connect(self._update)
        self.runs.changed.connect(self._on_runs_changed)
        for page in self.pages.values():
            page.readiness_changed.connect(self._update)
        runs_page = self.pages[Step.RUNS]
        assert isinstance(runs_page, RunsPage)
        runs_page.run_wanted.connect(self._on_run_wanted)

    def _reattach(self) -> None:
        going = [*self.runs.going, *self.runs.waiting]
        if going:
            self.follow(going[0])
        self.go(Step.RUN if going else Step.DATA)

    # What the user does

    def _on_next(self) -> None:
        if self._step is Step.RECIPE:
            self._begin()
        elif self._step is Step.SAVE:
            self.closed.emit()
        elif self.pages[self._step].leave():
            self._move(1)

    def _move(self, by: int) -> None:
        if self._step in IN_ORDER:
            place = IN_ORDER.index(self._step) + by
            if 0 <= place < len(IN_ORDER):
                self.go(IN_ORDER[place])

    def _begin(self) -> None:
        try:
            files = self.runs.begin(self.draft.recipe, self.draft.root)
        except EcgdeskError as error:
            page = self.pages[Step.RECIPE]
            assert isinstance(page, RecipePage)
            page.message.show_error(error)
            return
        self.follow(files)
        self.go(Step.RUN)

    def _on_run_wanted(self, record: RunRecord) -> None:
        self.follow(record.files)
        has_figures = record.state is RunState.FINISHED and record.files.metrics.is_file()
        self.go(Step.RESULTS if has_figures else Step.RUN)

    def _on_runs_changed(self) -> None:
        if self.files is not None and not self.files.config.is_file():
            # The run that was followed is discarded.
            self.pages[Step.RUN].stop()
            self.files = None
            if self._step in (Step.RUN, Step.RESULTS, Step.SAVE):
                self.go(Step.RUNS)
        self._update()

    # What is shown

    def _prepare(self, step: Step) -> None:
        page, files = self.pages[step], self.files
        if isinstance(page, RecipePage):
            folder = self.runs.folder
            self._services.jobs.submit(
                lambda: paces(list_runs(folder)), page.show_paces, page.message.show_error
            )
        elif isinstance(page, ResultsPage | SavePage) and files is not None:
            page.show_run(files)

    def _reachable(self) -> set[Step]:
        steps = {Step.DATA, *BESIDE}
        if self.pages[Step.DATA].is_ready:
            steps |= {Step.CHECK}
            if self.pages[Step.CHECK].is_ready:
                steps |= set(_BEFORE_RUN)
        if self.files is not None:
            steps.add(Step.RUN)
            if self.files.metrics.is_file():
                steps.add(Step.RESULTS)
            if self.files.pack.is_file():
                steps.add(Step.SAVE)
        return steps

    def _done(self) -> set[Step]:
        reachable = self._reachable()
        done = {step for step in _BEFORE_RUN if step in reachable and self.pages[step].is_ready}
        return done | ({Step.RUN} if Step.RESULTS in reachable else set())

    def _update(self) -> None:
        page, reachable = self.pages[self._step], self._reachable()
        self.rail.show_step(self._step, self._done(), reachable)
        in_order = self._step in IN_ORDER
        self.back.setVisible(in_order and self._step not in (Step.DATA, Step.RUN))
        self.next.setVisible(in_order)
        self.next.setText(page.next_text or self._next_text())
        self.next.setEnabled(page.is_ready)
        # Where the page has a step of its own that comes first, that one is the button to press.
        self.next.setDefault(self._step is not Step.SAVE or page.is_ready)
        self.where.setText(self._where())

    def _next_text(self) -> str:
        if self._step is Step.SAVE:
            return self.tr("Done")
        place = IN_ORDER.index(self._step) + 1 if self._step in IN_ORDER else 0
        return self.tr("Next: {step}").format(step=step_name(IN_ORDER[place]))

    def _where(self) -> str:
        if self._step not in IN_ORDER:
            return ""
        words = self.tr("Step {n} of {all}")
        return words.format(n=IN_ORDER.index(self._step) + 1, all=len(IN_ORDER))


def _first_draft(parent: QWidget) -> Draft:
    draft = Draft(parent)
    recommended = next((preset for preset in presets() if preset.id == RECOMMENDED), None)
    if recommended is not None:
        draft.replace(applied(draft.values, recommended))
    return draft
