"""Names of figures for people; what is not known here is shown as the run calls it."""

from PySide6.QtCore import QCoreApplication

SHOWN = (
    "accuracy", "macro_f1", "macro_precision", "macro_recall", "weighted_f1", "auroc", "average_precision",
    "ece", "ece_debiased", "brier", "log_loss",
)  # fmt: skip
PER_CLASS = ("precision", "recall", "specificity", "f1")


def figure_name(key: str) -> str:
    """A figure's name."""
    translate = QCoreApplication.translate
    known = {
        "accuracy": translate("figures", "Accuracy"),
        "macro_f1": translate("figures", "Macro F1"),
        "macro_precision": translate("figures", "Macro precision"),
        "macro_recall": translate("figures", "Macro sensitivity"),
        "weighted_f1": translate("figures", "Weighted F1"),
        "auroc": translate("figures", "AUROC"),
        "auprc": translate("figures", "AUPRC"),
        "ece": translate("figures", "Calibration error (ECE)"),
        "brier": translate("figures", "Brier score"),
        "log_loss": translate("figures", "Log loss"),
        "precision": translate("figures", "Precision"),
        "recall": translate("figures", "Sensitivity"),
        "specificity": translate("figures", "Specificity"),
        "f1": translate("figures", "F1"),
        "weighted_precision": translate("figures", "Weighted precision"),
        "weighted_recall": translate("figures", "Weighted sensitivity"),
        "average_precision": translate("figures", "AUPRC"),
        "ece_debiased": translate("figures", "Calibration error, debiased"),
    }
    return known.get(key, key.replace("_", " "))
