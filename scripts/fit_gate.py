"""Learn what an ECG looks like, for the trust gate: `python scripts/fit_gate.py --data DIR [--keep FOLDER]`.

Learns from the tuning set of pictures that are no ECG (`benchmarks.no_ecg.tuning`), from drawn pages, and
from every second recording day and page of the real sets; the other half and the frozen set are never looked
at. Writes `resources/gate/likeness.json`. `--keep` holds pictures and figures, so that a run can be resumed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.no_ecg.__main__ import kept  # noqa: E402
from benchmarks.no_ecg.halves import real_half  # noqa: E402
from benchmarks.no_ecg.sets import Pixels  # noqa: E402
from benchmarks.no_ecg.tuning import TUNING  # noqa: E402
from benchmarks.reading.sets import Sets  # noqa: E402
from ecgdesk.core.page import PageRef  # noqa: E402
from ecgdesk.reading.crop import propose_crop  # noqa: E402
from ecgdesk.reading.degrade import Level, degrade, photo  # noqa: E402
from ecgdesk.reading.evidence import measure  # noqa: E402
from ecgdesk.reading.eye import glance  # noqa: E402
from ecgdesk.reading.layout import Layout  # noqa: E402
from ecgdesk.reading.likeness import FILE, features  # noqa: E402
from ecgdesk.reading.load import load  # noqa: E402
from ecgdesk.reading.render import render  # noqa: E402
from ecgdesk.reading.render_presets import varied_options  # noqa: E402
from ecgdesk.reading.upright import limited  # noqa: E402

Floats = NDArray[np.float64]

DRAWN: Final = 72
DPI: Final = (90.0, 110.0, 150.0)
LEVELS: Final[tuple[Level | None, ...]] = (None, None, "light", "medium", "medium", "heavy")
LAYOUTS: Final = (None, None, None, Layout.THREE_BY_FOUR, Layout.SIX_BY_TWO_RHYTHM)
FOLDS: Final = 5
TREES: Final = {
    "n_estimators": 120, "max_depth": 3, "learning_rate": 0.08, "subsample": 0.7, "min_samples_leaf": 6,
    "max_features": 8, "random_state": 7,
}  # fmt: skip
PHOTO_WEIGHT: Final = 4.0
"""Thirteen photographs stand for all real ones: each counts as several."""
REFUSE: Final = 0.0
"""Even odds: ECGs and other pictures weigh the same in the fit."""
DOUBT_ECGS: Final = 0.0125
"""Share of ECGs, by trees that have not seen them, that may be doubted."""
TURNED: Final = 0.005
"""Share of upright pages that may be called upside down."""
LEAST_ODDS: Final = -2.0
"""A page is called upside down at log odds of this or less: seven to one."""


@dataclass(frozen=True, slots=True)
class Example:
    """One picture's figures. `kind` is what it is, a group that is left out as a whole in validation."""

    name: str
    kind: str
    is_ecg: bool
    figures: dict[str, float]
    leaning: list[float]


def main() -> None:
    """Fit, validate on kinds that were left out, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--keep", type=Path, required=True)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    examples = [*_negatives(options.keep), *_positives(options.data, options.keep)]
    names = tuple(examples[0].figures)
    figures = np.array([[one.figures[name] for name in names] for one in examples])
    truth = np.array([one.is_ecg for one in examples])
    weight = np.array([PHOTO_WEIGHT if one.kind == "photos" else 1.0 for one in examples])
    unseen = _left_out(figures, truth, weight, [one.kind for one in examples])
    refuse, doubt = _limits(unseen, truth)
    _say(examples, unseen, truth, refuse, doubt)
    model = _fitted(figures, truth, weight)
    stored = {
        "likeness": {**_exported(model, figures, names), "refuse": refuse, "doubt": doubt},
        "upright": _upright([one for one in examples if one.is_ecg]),
    }
    file = ROOT / "resources" / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(stored) + "\n", encoding="utf-8")
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")


def _negatives(keep: Path) -> Iterator[Example]:
    for category, count in TUNING.each.items():
        for number in range(count):

            def picture(category: str = category, number: int = number) -> Pixels:
                return kept(TUNING, keep / "tuning", category, number)

            kind = TUNING.maker_name(category, number)
            yield _example(keep, f"{category}-{number:03d}", f"{category}/{kind}", False, picture)


def _positives(data: Path, keep: Path) -> Iterator[Example]:
    for kind, files in real_half(data, 0).items():
        for file in files:
            yield _example(
                keep, f"{kind}-{file.stem}", kind, True, lambda file=file: load(PageRef(file)).pixels
            )
    signals = [signal for _, signal in Sets(data).ptb_xl(DRAWN)]
    for number in range(DRAWN):

        def page(number: int = number) -> Pixels:
            return _stored(keep / "drawn" / f"{number:03d}.png", number, signals[number % len(signals)])

        yield _example(keep, f"drawn-{number:03d}", f"drawn {number % 5}", True, page)


def _stored(file: Path, number: int, signal: Any) -> Pixels:  # noqa: ANN401
    if (stored := cv2.imread(str(file))) is not None:
        return np.ascontiguousarray(stored[:, :, ::-1], np.uint8)
    pixels = _drawn_page(number, signal)
    file.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(file), pixels[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return pixels


def _drawn_page(number: int, signal: Any) -> Pixels:  # noqa: ANN401
    look = varied_options(1000 + number, dpi=DPI[number % len(DPI)])
    if (layout := LAYOUTS[number % len(LAYOUTS)]) is not None:
        look = replace(look, layout=layout, first_baseline_mm=None, row_pitch_mm=None)
    page, level = render(signal, look).pixels, LEVELS[number // 3 % len(LEVELS)]
    return degrade(page, photo(level), seed=number).pixels if level else page


def _example(keep: Path, name: str, kind: str, is_ecg: bool, picture: Callable[[], Pixels]) -> Example:
    file = keep / "figures" / f"{name}.json"
    if not file.is_file():
        pixels = picture()
        page = glance(pixels)
        seen = measure(pixels, propose_crop(pixels, "tracing", page), page)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([features(seen), seen.leaning.vector().tolist()]))
    figures, leaning = json.loads(file.read_text())
    return Example(name, kind, is_ecg, figures, leaning)


def _fitted(figures: Floats, truth: NDArray[np.bool_], weight: Floats) -> GradientBoostingClassifier:
    balanced = weight / np.where(truth, weight[truth].sum(), weight[~truth].sum())
    return GradientBoostingClassifier(**TREES).fit(figures, truth, balanced * len(truth) / 2)


def _left_out(figures: Floats, truth: NDArray[np.bool_], weight: Floats, kinds: list[str]) -> Floats:
    """Return every example's log odds by trees that have seen nothing of its kind.

    Kinds of ECG with few relatives are the exception: photographs and scans are split within.
    """
    groups = [kind if "/" in kind else f"{kind} {place % FOLDS}" for place, kind in enumerate(kinds)]
    odds = np.zeros(len(truth))
    for learn, test in GroupKFold(FOLDS, shuffle=True, random_state=1).split(figures, truth, groups):
        model = _fitted(figures[learn], truth[learn], weight[learn])
        odds[test] = model.decision_function(figures[test])
    return odds


def _limits(odds: Floats, truth: NDArray[np.bool_]) -> tuple[float, float]:
    return REFUSE, round(max(REFUSE + 0.5, float(np.quantile(odds[truth], DOUBT_ECGS))), 3)


def _exported(model: GradientBoostingClassifier, figures: Floats, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the trees as complete ones of the same depth: ends that come early are drawn down."""
    depth, rate = TREES["max_depth"], TREES["learning_rate"]
    figure, limit, value = [], [], []
    for tree in (estimator.tree_ for estimator in model.estimators_[:, 0]):
        nodes: list[tuple[int, float]] = []
        at = [0]
        for _ in range(int(depth)):
            below = []
            for node in at:
                end = tree.children_left[node] < 0
                nodes.append((0, 1e9) if end else (int(tree.feature[node]), float(tree.threshold[node])))
                below += (
                    [node, node] if end else [int(tree.children_left[node]), int(tree.children_right[node])]
                )
            at = below
        figure.append([number for number, _ in nodes])
        limit.append([round(border, 5) for _, border in nodes])
        value.append([round(float(rate * tree.value[node, 0, 0]), 5) for node in at])
    made = {"names": names, "figure": figure, "limit": limit, "value": value, "start": 0.0}
    from ecgdesk.reading.likeness import Trees

    sums = [Trees.read(made).log_odds(dict(zip(names, row, strict=True))) for row in figures]
    start = float(np.median(model.decision_function(figures) - sums))
    worst = float(np.abs(model.decision_function(figures) - sums - start).max())
    print(f"exported trees differ from the fitted ones by {worst:.4f} at most")
    return {**made, "start": round(start, 5)}


def _upright(pages: list[Example]) -> dict[str, Any]:
    """Return how much each figure tells which way up a page is; turning it changes the sign of all."""
    figures = limited(np.array([page.leaning for page in pages]))
    both, truth = np.r_[figures, -figures], np.r_[np.ones(len(figures)), np.zeros(len(figures))]
    groups = np.r_[np.arange(len(figures)), np.arange(len(figures))] % FOLDS
    scale = figures.std(axis=0)
    unseen = np.zeros(len(both))
    for fold in range(FOLDS):
        weights = _straight(both[groups != fold] / scale, truth[groups != fold])
        unseen[groups == fold] = both[groups == fold] / scale @ weights
    odds = unseen[: len(figures)]
    turned = min(LEAST_ODDS, float(np.quantile(odds, TURNED)))
    print(f"upside down: limit {turned:.2f}, noticed of turned pages {np.mean(-odds < turned):.3f}")
    weights = _straight(both / scale, truth) / scale
    return {"weights": [round(float(w), 5) for w in weights], "turned": round(turned, 3)}


def _straight(figures: Floats, truth: Floats) -> Floats:
    return np.asarray(LogisticRegression(fit_intercept=False, C=1.0).fit(figures, truth).coef_[0], np.float64)


def _say(
    examples: list[Example], odds: Floats, truth: NDArray[np.bool_], refuse: float, doubt: float
) -> None:
    """Print how each kind fared under trees that have not seen it."""
    print(f"limits: refused under {refuse}, doubted under {doubt}; on kinds that were left out:")
    for is_ecg in (False, True):
        for kind in sorted({one.kind for one in examples if one.is_ecg is is_ecg}):
            some = odds[[one.kind == kind for one in examples]]
            shares = f"refused {np.mean(some < refuse):.3f}  green {np.mean(some >= doubt):.3f}"
            print(f"  {kind:32} n {len(some):4}  {shares}")
        print(f"  all {'ECG' if is_ecg else 'others'}: refused {np.mean(odds[truth == is_ecg] < refuse):.3f}")


if __name__ == "__main__":
    main()
