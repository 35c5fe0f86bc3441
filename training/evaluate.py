"""`ecgdesk evaluate PACK DIR|CSV`: an existing model on labelled pages, for people or as JSON lines."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import RecipeError
from ecgdesk.core.evaluation import Evaluation
from ecgdesk.core.findings import Began, Evaluated, Event
from ecgdesk.core.whole_file import write_atomically
from ecgdesk.models.library import Library
from ecgdesk.models.loaded import LoadedModel, load_network
from training.check_data import add_columns, columns_of
from training.checkup.sources import Source, open_source
from training.checkup.units import group_sets, joined
from training.evaluating.answers import Answer, answers
from training.evaluating.measure import measured, with_recalibration
from training.evaluating.outcome import Outcome
from training.evaluating.recalibrating import LEAST_PAGES, LEAST_WRONG, write_recalibrated
from training.evaluating.report import evaluation_html, plain_lines, predictions_csv
from training.evaluating.truth import renaming, truth_of
from training.lines import PlainTeller, Teller, carried_out, teller
from training.metrics import Metrics

_DONE: Final = 0
RESULT: Final = "evaluation.json"
PREDICTIONS: Final = "predictions.csv"
REPORT: Final = "report.html"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure a model; exit 0 when done, 1 when ended on request, 2 when it cannot be done."""
    arguments = parser().parse_args(argv)
    return carried_out(lambda told, poll: _told(_work(arguments, poll), told), teller(as_json=arguments.json))


def _told(events: Iterator[Event], told: Teller) -> int:
    for event in events:
        told.tell(event)
        if isinstance(event, Evaluated) and isinstance(told, PlainTeller):
            for line in plain_lines(Evaluation.model_validate(event.result)):
                told.say(line)
    return _DONE


def parser() -> argparse.ArgumentParser:
    """Return the parser of `ecgdesk evaluate`."""
    made = argparse.ArgumentParser(
        prog="ecgdesk evaluate", description="Measure a model on labelled pages of your own.",
        epilog="Exit code: 0 measured, 1 ended on request, 2 it cannot be done.",
    )  # fmt: skip
    made.add_argument("pack", metavar="PACK", help="an installed model's id, or a .ecgmodel file")
    made.add_argument("data", type=Path, metavar="DIR|CSV", help="a folder per class, or a list")
    made.add_argument("--json", action="store_true", help="JSON lines on stdout and nothing else")
    made.add_argument("--out", type=Path, metavar="DIR", help="where to write JSON, CSV and a report")
    made.add_argument("--recalibrate", type=Path, metavar="NEW.ecgmodel", help="write a pack calibrated here")
    add_columns(made)
    made.add_argument("--class", action="append", default=[], dest="classes", metavar="THEIRS=OURS",
                      help="which class of the model a label means")  # fmt: skip
    made.add_argument("--subgroup", action="append", default=[], metavar="COLUMN",
                      help="a column to part the pages by (default: all that fit)")  # fmt: skip
    made.add_argument("--device", default="cpu", choices=["cpu", "cuda"], help="where the model runs")
    return made


def _work(arguments: argparse.Namespace, poll: Callable[[], None]) -> Iterator[Event]:
    source = open_source(arguments.data, columns_of(arguments))
    renamed = renaming(arguments.classes)
    pack = Library.default().find(arguments.pack).path
    model = load_network(pack, arguments.device)
    truth_of(source.files, model.card, renamed)  # a label without a class is told before anything is read
    yield Began(source.name, str(source.root), len(source.files), tuple(c.id for c in model.card.classes))
    found, left = yield from answers(model, source.files, poll)
    if not found:
        raise RecipeError("None of the pages can be analysed.", left[0].reason if left else "")
    truth = truth_of([answer.file for answer in found], model.card, renamed)
    outcome = Outcome(model.card, found, truth, _units(found, source))
    result, metrics = measured(model, source, outcome, left, arguments.subgroup)
    outputs = {}
    if arguments.recalibrate:
        result = _recalibrated(arguments, pack, model, result, source)
        outputs["pack"] = str(arguments.recalibrate)
    if arguments.out:
        outputs |= _written(arguments.out, result, metrics, outcome)
    yield _evaluated(result, outputs)


def _units(found: Sequence[Answer], source: Source) -> NDArray[np.int64]:
    """Return what the bootstrap draws: the group of each page, or the page itself."""
    groups = [(a.file.patient if source.columns.patient else a.file.date) for a in found]
    return joined(len(found), group_sets(groups))


def _recalibrated(
    arguments: argparse.Namespace, pack: Path, model: LoadedModel, result: Evaluation, source: Source
) -> Evaluation:
    if result.recalibration is None:
        raise RecipeError(
            f"These {result.pages} pages are too few to calibrate on.",
            f"It takes {LEAST_PAGES} pages of two groups or more, {LEAST_WRONG} of them answered wrongly.",
        )
    target = arguments.recalibrate
    if target.exists() and target.samefile(pack):
        raise RecipeError("The new pack would take the old one's place.", "Name another file.")
    write_recalibrated(pack, target, model.card, result.recalibration, source.name)
    return with_recalibration(result, target.name)


def _written(folder: Path, result: Evaluation, metrics: Metrics, outcome: Outcome) -> dict[str, str]:
    texts = {
        "evaluation": (RESULT, result.model_dump_json(by_alias=True, indent=1) + "\n"),
        "predictions": (PREDICTIONS, predictions_csv(outcome)),
        "report": (REPORT, evaluation_html(result, metrics)),
    }
    for name, text in texts.values():
        data = text.encode("utf-8")
        write_atomically(folder / name, lambda file, data=data: file.write(data))  # type: ignore[misc]
    return {what: str(folder / name) for what, (name, _) in texts.items()}


def _evaluated(result: Evaluation, outputs: dict[str, str]) -> Evaluated:
    accuracy = result.summary["accuracy"]
    return Evaluated(
        result.pages, accuracy.value, accuracy.low, accuracy.high, result.warnings, outputs,
        result.model_dump(mode="json", by_alias=True),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
