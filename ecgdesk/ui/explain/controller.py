"""Brings the choices about heat maps together: settings, second map, leads, canvas and panels."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ecgdesk.core.analysis import Analysis, Explanation
from ecgdesk.core.geometry import Rect
from ecgdesk.core.heat import HeatLook, HeatView
from ecgdesk.core.lead_keys import lead_key
from ecgdesk.core.methods import METHODS, method_name
from ecgdesk.core.page import PageRef
from ecgdesk.services.bundle import Services
from ecgdesk.services.entry import heat_of
from ecgdesk.ui.actions import Actions
from ecgdesk.ui.explain.linked import LinkedViews
from ecgdesk.ui.i18n import said
from ecgdesk.ui.page_view import PageView
from ecgdesk.ui.result.panel import ResultPanel
from ecgdesk.ui.wording import class_name


class HeatControls(QObject):
    """Knows what is shown of the explanation of the page in the middle."""

    def __init__(
        self, services: Services, view: PageView, result: ResultPanel, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._view, self._result = services, view, result
        self._panel, self._pane = view.heat_panel, view.compare_pane
        self._overlay, self._swap = actions["overlay"], actions["swap_heat"]
        self._links = LinkedViews(view.canvas.view, self._pane.view, self)
        self._swapped = False
        self._offered: tuple[object, ...] = ()
        # In a turn of its own: the result itself is on the screen before what can be chosen about its map.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._connect_panels()
        self._connect_services()
        self._panel.show_look(self.look)
        self._on_look(self.look)

    @property
    def look(self) -> HeatLook:
        """How heat is painted now, opacity included."""
        values = self._services.settings.values
        return HeatLook(values.heat_colours, values.heat_threshold / 100, self._result.result.why.opacity)

    @property
    def view(self) -> HeatView:
        """What is shown of the page's analysis: the look, and the analysis it is compared with."""
        return HeatView(self.look, self._services.comparison.analysis)

    def _connect_panels(self) -> None:
        panel, why = self._panel, self._result.result.why
        panel.look_changed.connect(self._on_look_chosen)
        panel.comparison_changed.connect(self._services.comparison.compare_with)
        panel.layer_chosen.connect(self._on_layer)
        why.method_chosen.connect(self._on_method)
        why.leads.lead_chosen.connect(self._on_lead_chosen)
        why.leads.lead_hovered.connect(self._on_lead_hovered)
        self._result.opacity_changed.connect(self._on_opacity)
        self._swap.triggered.connect(self._on_swap)
        self._overlay.toggled.connect(self._on_overlay)

    def _connect_services(self) -> None:
        services = self._services
        services.comparison.arrived.connect(self._on_arrived)
        services.comparison.left.connect(self._on_left)
        services.comparison.failed.connect(self._on_failed)
        services.current.page_arrived.connect(self._refresh_soon)
        services.session.entry_changed.connect(self._on_entry_changed)
        services.models.changed.connect(self._refresh_soon)

    # Bound methods, no lambdas: Qt lets go of them with the panels, when the services still speak.
    def _on_opacity(self, _opacity: float) -> None:
        self._on_look(self.look)

    def _on_failed(self, words: str) -> None:
        self._panel.say(said(words))

    def _on_entry_changed(self, page: PageRef) -> None:
        if page == self._services.session.current:
            self._refresh_soon()

    def _refresh_soon(self) -> None:
        self._soon.start(0)

    def refresh(self) -> None:
        """Offer what there is to choose for the page that is shown."""
        explanation, analysis = self._first(), self._analysis()
        models = self._services.models
        chosen = models.chosen
        classes = {one: class_name(chosen.classes, one) for one in chosen.classes} if chosen else {}
        methods = [(one, said(method_name(one))) for one in (chosen.methods if chosen else ())]
        shown = explanation.method if explanation else ""
        others = [(m.id, m.name) for m in models.choices if chosen and m.id != chosen.id]
        target = explanation.target if explanation else ""
        layers = (explanation.layers, explanation.layer) if explanation else ((), "")
        shares = analysis.explanation.lead_shares if analysis and analysis.explanation else None
        method = self._services.settings.values.method
        offered = (classes, methods, others, shown, target, layers, method, shares)
        if offered == self._offered:
            return  # most of what a page tells changes nothing here, and five lists are not filled for fun
        self._offered = offered
        self._panel.offer(
            classes if shown in METHODS and METHODS[shown].per_class else {},
            [item for item in methods if item[0] != shown and not METHODS[item[0]].expert],
            others,
            target,
        )
        self._panel.show_layers(*layers)
        self._result.result.why.offer_methods(methods, method)
        self._result.result.why.leads.show_shares(shares)

    def _analysis(self) -> Analysis | None:
        entry = self._services.current.entry
        return entry.analysis if entry is not None else None

    def _first(self) -> Explanation | None:
        return heat_of(self._analysis())

    def _on_look_chosen(self, look: HeatLook) -> None:
        self._services.settings.update(heat_colours=look.colours, heat_threshold=round(100 * look.threshold))
        self._on_look(self.look)

    def _on_look(self, look: HeatLook) -> None:
        self._view.canvas.set_heat_look(look)
        self._pane.set_look(look)

    def _on_method(self, method: str) -> None:
        self._services.settings.update(method=method)

    def _on_layer(self, layer: str) -> None:
        self._services.current.choose_layer(layer)

    def _on_overlay(self, on: bool) -> None:
        crop = self._view.canvas.current_crop()
        if crop is not None:
            self._pane.set_heat_visible(on, crop)

    # The second map

    def _on_arrived(self, second: Explanation, analysis: Analysis) -> None:
        self._panel.say("")
        page, crop = self._services.current.page, self._view.canvas.current_crop()
        other = self._services.comparison.other
        if page is None or crop is None or other is None:
            return
        if other.beside:
            self._pane.show_page(page, crop)
            self._pane.show_explanation(second, crop, _title(second, analysis))
            self._pane.set_look(self.look)
            self._show_pane(True)
        else:
            self._view.canvas.set_against(second)
            self._panel.say(self._difference_words(second, analysis))
        self._swap.setEnabled(True)

    def _difference_words(self, second: Explanation, analysis: Analysis) -> str:
        first = self._first()
        names = analysis.model.classes if analysis.model else {}
        words = self.tr("Warm: more for {first}. Blue: more for {second}.")
        return words.format(
            first=class_name(names, first.target) if first else "",
            second=class_name(names, second.target),
        )

    def _on_left(self) -> None:
        self._swapped = False
        self._swap.setEnabled(False)
        self._view.canvas.set_against(None)
        self._show_pane(False)
        wanted = self._services.comparison.other is not None and self._first() is not None
        self._panel.say(self.tr("The other heat map is being made.") if wanted else "")

    def _show_pane(self, on: bool) -> None:
        self._pane.setVisible(on)
        self._links.set_on(on)

    def _on_swap(self) -> None:
        first, second = self._first(), self._services.comparison.explanation
        if first is None or second is None:
            return
        self._swapped = not self._swapped
        self._view.canvas.set_explanation(second if self._swapped else first)
        other = self._services.comparison.other
        if other is not None and other.beside:
            crop = self._view.canvas.current_crop()
            shown = self._analysis() if self._swapped else self._services.comparison.analysis
            if crop is not None and shown is not None:
                there = first if self._swapped else second
                self._pane.show_explanation(there, crop, _title(there, shown))
        elif not self._swapped:
            self._view.canvas.set_against(second)
            self._say_of(second, self._difference_words)
        else:
            self._say_of(second, _title)

    def _say_of(self, second: Explanation, words: Callable[[Explanation, Analysis], str]) -> None:
        analysis = self._services.comparison.analysis
        if analysis is not None:
            self._panel.say(words(second, analysis))

    # Leads

    def _on_lead_chosen(self, key: str) -> None:
        boxes = self._boxes(key)
        if boxes:
            self._view.canvas.zoom_to(boxes[0])

    def _on_lead_hovered(self, key: str) -> None:
        self._view.canvas.highlight(self._boxes(key) if key else ())

    def _boxes(self, key: str) -> tuple[Rect, ...]:
        analysis = self._analysis()
        reading = analysis.reading if analysis else None
        if reading is None:
            return ()
        return tuple(lead.box for lead in reading.leads if lead_key(lead) == key)


def _title(second: Explanation, analysis: Analysis) -> str:
    model = analysis.model.name if analysis.model else ""
    parts = [said(method_name(second.method)), model]
    if analysis.model is not None:
        parts.insert(1, class_name(analysis.model.classes, second.target))
    return " · ".join(part for part in parts if part)
