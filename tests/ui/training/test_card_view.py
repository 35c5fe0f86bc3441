"""The preview of a card names the figures that the trainer gives."""

from ecgdesk.core.card import Figure
from ecgdesk.services.training.packing import PackName
from ecgdesk.ui.training.card_view import CardView
from tests.fakes.window import Rig
from tests.models.packs import small_card
from training.card import FIGURE_NAMES


def test_accuracy_macro_f1_and_auroc_are_shown_as_the_trainer_calls_them(rig: Rig) -> None:
    figures = tuple(Figure(name=name, value=0.5, protocol="five folds") for name in FIGURE_NAMES.values())
    view = CardView()
    rig.qtbot.addWidget(view)
    view.show_card(small_card(figures=figures), PackName("Small"))
    shown = view.accessibleDescription().splitlines()
    assert shown == ["Accuracy 0.500", "Macro F1 0.500", "Macro AUROC (one against the rest) 0.500"]
