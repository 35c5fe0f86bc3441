"""What a small run says and leaves: two folds of two epochs, and a last fit. Loads nothing heavy."""

from typing import Any

from ecgdesk.core.run_events import Batch, Epoch, Event, Finished, Fold, Started

CLASSES = ("Few", "Many")
FITS = ("fold 1", "fold 2", "final")


def started(epochs: int = 2) -> Started:
    return Started("small", 8, CLASSES, FITS, epochs, "processor")


def epoch(fit: str, number: int, epochs: int = 2) -> tuple[Event, ...]:
    loss = 1.0 / number
    held_out = None if fit == "final" else loss + 0.1
    accuracy = None if fit == "final" else 0.5 + 0.1 * number
    return (
        Batch(fit, number, 4, 4, loss, 1e-3),
        Epoch(fit, number, epochs, loss, held_out, accuracy, 2.0, True, 55.0, 812.0),
    )


def fold(name: str) -> Fold:
    return Fold(name, 4, 0.75, 0.7)


def whole_run() -> tuple[Event, ...]:
    events: list[Event] = [started()]
    for fit in FITS:
        events += [*epoch(fit, 1), *epoch(fit, 2)]
        if fit != "final":
            events.append(fold(fit))
    return (*events, Finished("model.ecgmodel", 0.75, 0.7))


def metrics(accuracy: float = 0.75, heading: str = "honest") -> dict[str, Any]:
    """Return the object of a metrics.json of two classes."""

    def value(number: float) -> dict[str, Any]:
        return {"value": number, "low": max(0.0, number - 0.1), "high": min(1.0, number + 0.1)}

    kinds = ("precision", "recall", "specificity", "f1", "auroc")
    main = {
        "pages": 8,
        "classes": list(CLASSES),
        "summary": {name: value(accuracy) for name in ("accuracy", "macro_f1", "auroc", "ece")},
        "per_class": {name: {kind: value(accuracy) for kind in kinds} for name in CLASSES},
        "support": dict.fromkeys(CLASSES, 4),
        "confusion": {CLASSES[0]: {CLASSES[0]: 3, CLASSES[1]: 1}, CLASSES[1]: {CLASSES[0]: 1, CLASSES[1]: 3}},
    }
    bins = [
        {"low": 0.4, "high": 0.6, "pages": 4, "correct": 2},
        {"low": 0.8, "high": 1.0, "pages": 4, "correct": 4},
    ]
    return {
        heading: main,
        "calibration": {"temperature": 1.3, "protocol": "Pooled predictions", "reliability": bins},
        "baselines": {"majority class": 0.5},
        "shifts": [{"name": "darker", "pages": 8, "unchanged": 0.75, "accuracy": 0.5}],
        "file_level_comparison": {"summary": {"accuracy": value(0.99)}} if heading == "honest" else None,
    }


def predictions() -> str:
    """Return a predictions.csv with two mistakes, the first of them the more confident."""
    first, second = CLASSES
    rows = [
        f"page,label,fold,{first},{second}",
        f"{first}-0.png,{first},1,0.1,3.0",
        f"{first}-1.png,{first},1,2.0,0.0",
        f"{second}-0.png,{second},2,1.0,0.5",
    ]
    return "\n".join(rows) + "\n"
