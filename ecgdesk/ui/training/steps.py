"""The wizard's steps by name and order."""

from enum import Enum

from PySide6.QtCore import QCoreApplication


class Step(Enum):
    """Every place of the wizard; the first seven follow one another, the others stand beside them."""

    DATA = "data"
    CHECK = "check"
    NETWORK = "network"
    RECIPE = "recipe"
    RUN = "run"
    RESULTS = "results"
    SAVE = "save"
    RUNS = "runs"
    EVALUATE = "evaluate"


IN_ORDER = (Step.DATA, Step.CHECK, Step.NETWORK, Step.RECIPE, Step.RUN, Step.RESULTS, Step.SAVE)
BESIDE = (Step.RUNS, Step.EVALUATE)


def step_name(step: Step) -> str:
    """The short name of a step."""
    translate = QCoreApplication.translate
    return {
        Step.DATA: translate("training", "Data"),
        Step.CHECK: translate("training", "Check"),
        Step.NETWORK: translate("training", "Network"),
        Step.RECIPE: translate("training", "Recipe"),
        Step.RUN: translate("training", "Run"),
        Step.RESULTS: translate("training", "Results"),
        Step.SAVE: translate("training", "Save"),
        Step.RUNS: translate("training", "Training runs"),
        Step.EVALUATE: translate("training", "Evaluate a model"),
    }[step]
