"""`python -m training.drawn_test --run RUN --data DIR`: what reading takes from a model of signals.

Records that a fold never saw are drawn in turn in every look of the renderer, as they are and as photographs,
read as the application reads pages, and answered by that fold's network. The figures go onto the run's pack;
weights stay to the bit.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from ecgdesk.core.card import Card, Figure
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.preprocess import normalise
from ecgdesk.models.repack import repack
from ecgdesk.models.trace_picture import trace_picture
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.read_page import read_page
from ecgdesk.reading.render import render
from ecgdesk.reading.render_presets import PRESETS
from ecgdesk.reading.render_signal import Signal
from training.checkpoint import load_checkpoint
from training.multilabel_scores import auroc
from training.records import signal_of
from training.resampling import interval_of, weights_of

NAME: Final = "Drawn pages"
KINDS: Final = ("signal", "clean", "light", "medium")
_PACK: Final = "model.ecgmodel"
_SEPARATOR: Final = ";"

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A record, its classes, the fold that never saw it, and the logits of its signal in that fold."""

    name: str
    label: str
    fold: int
    logits: tuple[float, ...]


def held_out(run: Path, pages: int) -> list[HeldOut]:
    """Return evenly chosen records of a run's predictions; raises OSError."""
    with (run / "predictions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    chosen = np.linspace(0, len(rows) - 1, min(pages, len(rows)), dtype=int)
    return [_row(rows[index]) for index in chosen]


def _row(row: dict[str, str]) -> HeldOut:
    logits = tuple(float(value) for name, value in row.items() if name not in ("page", "label", "fold"))
    return HeldOut(row["page"], row["label"], int(row["fold"]), logits)


def drawings(signal: Signal, number: int) -> Iterator[tuple[str, Pixels]]:
    """Yield the kinds of page of one record; looks are dealt out in turn, without a header to leak."""
    looks = list(PRESETS.values())
    clean = render(signal, replace(looks[number % len(looks)], caption=None)).pixels
    yield "clean", clean
    yield "light", degrade(clean, photo("light"), number).pixels
    yield "medium", degrade(clean, photo("medium"), number).pixels


def answered(model: LoadedModel, pixels: Pixels) -> tuple[Floats, bool]:
    """Return the logits of a page as the application reads it, and whether that was well enough."""
    settings = model.card.preprocessing
    crop = propose_crop(pixels, settings.crop_policy)
    traces = trace_picture(read_page(pixels, crop), settings, crop.rect)
    logits = model.run(normalise(traces.picture, settings)[None])[0]
    return np.asarray(logits, dtype=np.float64), not traces.doubt


def figures(
    logits: dict[str, Floats], read: dict[str, float], truth: NDArray[np.int64]
) -> tuple[Figure, ...]:
    """Return macro AUROC of each kind and the share of pages whose leads were read."""
    weights = weights_of(len(truth))
    found = []
    for kind, values in logits.items():
        macro = interval_of(np.nanmean(auroc(values, truth, weights), axis=1))
        protocol = (
            f"{len(truth)} records evenly chosen, each answered by the fold that never saw its patient; "
            f"{_words(kind)}. 95 % bootstrap interval over records."
        )
        found.append(
            Figure(name=f"{NAME}, {kind}: macro AUROC", value=macro.value, low=macro.low, high=macro.high,
                   n=len(truth), protocol=protocol)
        )  # fmt: skip
        if kind in read:
            share = Figure(
                name=f"{NAME}, {kind}: pages read well enough",
                value=read[kind],
                n=len(truth),
                protocol=protocol,
            )
            found.append(share)
    return tuple(found)


def _words(kind: str) -> str:
    if kind == "signal":
        return "the signal itself, cut as a page shows it"
    if kind == "clean":
        return "drawn in every look of the renderer in turn, and read"
    return f"drawn, then made a photograph of the renderer's {kind} level, and read"


def on_card(card: Card, found: Sequence[Figure]) -> Card:
    """Return the card with these figures in place of earlier ones."""
    kept = [figure for figure in card.figures if not figure.name.startswith(NAME)]
    return card.model_copy(update={"figures": (*kept, *found)})


def tested(run: Path, data: Path, pages: int) -> tuple[Figure, ...]:
    """Return the figures of a run on drawn pages; raises EcgdeskError or OSError."""
    model = load_network(run / _PACK)
    logits: dict[str, list[Floats]] = {kind: [] for kind in KINDS}
    leads: dict[str, list[bool]] = {kind: [] for kind in KINDS[1:]}
    records = sorted(held_out(run, pages), key=lambda record: record.fold)
    fold = 0
    for number, record in enumerate(records):
        if record.fold != fold:
            fold = record.fold
            model.network.load_state_dict(load_checkpoint(run / "checkpoints" / f"fold-{fold}.safetensors"))
        logits["signal"].append(np.array(record.logits))
        for kind, pixels in drawings(signal_of(data / record.name), number):
            said, read = answered(model, pixels)
            logits[kind].append(said)
            leads[kind].append(read)
    classes = [item.id for item in model.card.classes]
    truth = np.array([[name in record.label.split(_SEPARATOR) for name in classes] for record in records])
    shares = {kind: float(np.mean(read)) for kind, read in leads.items()}
    return figures(
        {kind: np.stack(values) for kind, values in logits.items()}, shares, truth.astype(np.int64)
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Test a run, print the figures and write them onto its pack's card."""
    parser = argparse.ArgumentParser(prog="python -m training.drawn_test", description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="a finished run folder")
    parser.add_argument("--data", type=Path, required=True, help="the folder of its records")
    parser.add_argument("--pages", type=int, default=300, help="how many records")
    arguments = parser.parse_args(argv)
    torch.set_num_threads(1)
    try:
        found = tested(arguments.run, arguments.data, arguments.pages)
        pack = arguments.run / _PACK
        repack(pack, pack, on_card(load_network(pack).card, found))
    except (EcgdeskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for figure in found:
        sys.stdout.write(f"{figure.name}: {figure.value:.4f} ({figure.low}, {figure.high}; n = {figure.n})\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
