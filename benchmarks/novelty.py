"""Pages that are unlike the bundled model's training pages: `python -m benchmarks.novelty RUN DATA CACHE`.

For every set: how many pages that pass the quality gate the bundled pack calls unlike its training pages,
and the AUROC of the distance against held-out pages, in the networks of the run's folds. Drawn pages show
PTB-XL signals, no caption.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from scipy.stats import binomtest
from sklearn.metrics import roc_auc_score

from ecgdesk.core.analysis import Trust
from ecgdesk.core.card import Preprocessing
from ecgdesk.core.page import PageRef
from ecgdesk.models.loaded import LoadedModel, load_network
from ecgdesk.models.preprocess import normalise, to_picture
from ecgdesk.reading.crop import propose_crop
from ecgdesk.reading.degrade import degrade, photo
from ecgdesk.reading.layout import Layout
from ecgdesk.reading.load import load
from ecgdesk.reading.quality import judge
from ecgdesk.reading.render import render
from ecgdesk.reading.render_options import RenderOptions
from ecgdesk.reading.render_presets import EDAN_LIKE, PRESETS
from ecgdesk.reading.render_signal import LEADS, Signal
from ecgdesk.reading.straighten import cut
from training.novelty import describer_of

PACK: Final = Path(__file__).resolve().parents[1] / "resources" / "models" / "cardiac-4.ecgmodel"
EACH: Final = 20
EVEN: Final = replace(EDAN_LIKE, first_baseline_mm=None, row_pitch_mm=None)
LOOKS: Final[dict[str, RenderOptions]] = {
    "drawn, the training layout": EDAN_LIKE,
    "drawn, 3×4 with rhythm, A4": PRESETS["a4-red"],
    "drawn, 3×4 without rhythm, A4": replace(PRESETS["a4-red"], layout=Layout.THREE_BY_FOUR),
    "drawn, 3×4 without rhythm, training look": replace(EVEN, layout=Layout.THREE_BY_FOUR),
    "drawn, 3×4 with three rhythms": PRESETS["letter-orange-three-rhythms"],
    "drawn, 6×2": PRESETS["a4-six-rows"],
    "drawn, 6×2, training look": replace(EVEN, layout=Layout.SIX_BY_TWO),
    "drawn, 12×1": PRESETS["a4-twelve-rows"],
    "drawn, strip": PRESETS["strip-green"],
}

Pixels = NDArray[np.uint8]


def sets(data: Path) -> Iterator[tuple[str, Iterator[Pixels]]]:
    """Yield every set's name and pages."""
    full = sorted((data / "ecg-cardiac/full").glob("*.jpg"))
    yield "full-size originals of training pages", _read(full)
    for level in ("light", "medium", "heavy"):
        worse = photo(level)
        shot = (degrade(page, worse, seed=n).pixels for n, page in enumerate(_read(full)))
        yield f"the same, photographed ({level}, simulated)", shot
    yield "photographs of other papers", _read(sorted((data / "ecg-photos").glob("*.jpg")))
    yield "LUDB pages", _read(sorted((data / "ludb/pages").iterdir()))
    signals = _signals(data / "ptb-xl/signals_250hz.npz")
    for name, look in LOOKS.items():
        bare = replace(look, caption=None)
        yield name, (render(next(signals), bare).pixels for _ in range(EACH))
    yield "charts, no ECG", (_chart(seed) for seed in range(2 * EACH))


def main(run: Path, data: Path, cache: Path) -> None:
    """Print a table."""
    model = load_network(PACK)
    if model.card.novelty is None:
        raise SystemExit("The bundled pack has no description of its training pages.")
    describer, _, folds = describer_of(run, data, cache)
    measures = [describer.fold_measure(k, model.card.novelty.layer, split) for k, split in enumerate(folds)]
    near = [measure(describer.pictures[s.held_out]) for measure, s in zip(measures, folds, strict=True)]
    for name, pages in sets(data):
        pictures = _pictures(pages, model.card.preprocessing)
        if not pictures:
            sys.stdout.write(f"{name}: all refused, so no model is asked\n")
            continue
        flags = [_novelty(model, picture) > 1 for picture in pictures]
        interval = binomtest(sum(flags), len(flags)).proportion_ci(method="wilson")
        areas = [_auroc(n, measure(np.stack(pictures))) for n, measure in zip(near, measures, strict=True)]
        share = f"{np.mean(flags):.3f} ({interval.low:.3f} to {interval.high:.3f}), n {len(flags)}"
        sys.stdout.write(f"{name}: called unlike {share}; AUROC {np.mean(areas):.3f} (folds {min(areas):.3f} "
                         f"to {max(areas):.3f})\n")  # fmt: skip
        sys.stdout.flush()


def _pictures(pages: Iterator[Pixels], settings: Preprocessing) -> list[Pixels]:
    made = []
    for pixels in pages:
        crop = propose_crop(pixels, settings.crop_policy)
        if judge(pixels, crop).trust is not Trust.REFUSED:
            made.append(to_picture(cut(pixels, crop), settings))
    return made


def _novelty(model: LoadedModel, picture: Pixels) -> float:
    with model.watching() as watch:
        model.run(normalise(picture, model.card.preprocessing)[None])
    return watch.novelty or 0.0


def _auroc(near: NDArray[np.float64], far: NDArray[np.float64]) -> float:
    truth = np.r_[np.zeros(len(near)), np.ones(len(far))]
    return float(roc_auc_score(truth, np.r_[near, far]))


def _read(paths: list[Path]) -> Iterator[Pixels]:
    return (load(PageRef(path)).pixels for path in paths)


def _signals(path: Path) -> Iterator[Signal]:
    with np.load(path) as stored:
        microvolts = np.cumsum(stored["delta_uv"], axis=2, dtype=np.int16)
        names = {lead.upper(): lead for lead in LEADS}
        leads = tuple(names[str(lead).upper()] for lead in stored["leads"])
    for index in np.random.default_rng(1).permutation(len(microvolts)):
        yield Signal((microvolts[index] / 1000).astype(np.float32), 250, leads)


def _chart(seed: int) -> Pixels:
    chance = np.random.default_rng(seed)
    figure = Figure((11, 8), dpi=120)
    draw: tuple[Callable[[], NDArray[np.float64]], ...] = (
        lambda: chance.normal(size=800).cumsum(),
        lambda: chance.normal(size=800),
        lambda: np.sin(np.linspace(0, 10, 800) * chance.uniform(1, 20)),
    )
    for axes in figure.subplots(int(chance.integers(1, 6)), 1, squeeze=False)[:, 0]:
        axes.plot(draw[int(chance.integers(3))](), color="k", linewidth=1)
        if chance.random() < 0.6:
            axes.grid(True, color="pink")
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    drawn = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.ascontiguousarray(drawn[..., :3])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
