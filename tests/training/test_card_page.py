"""A card's page shows what the card and the pack can tell, and says where pictures come from."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest

from ecgdesk.core.card_charts import Levels, MeanMap, MeanMaps, RocCurve
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.pack_write import write_pack
from tests.models.packs import small_card
from training.card_page import card_html, main
from training.simulated_cases import Case, cases_of, shown


def test_curves_and_maps_of_the_card_are_on_its_page() -> None:
    heat = Levels.of(np.full((2, 3), 200, dtype=np.uint8))
    maps = MeanMaps(
        method="gradcam", paper=Levels.of(np.full((20, 30), 255, dtype=np.uint8)),
        maps=(MeanMap(name="MI", right=False, pages=2, heat=heat),), protocol="Means over 2 pages",
    )  # fmt: skip
    curve = RocCurve(name="MI", auroc=0.75, pages=2, others=4, points=((0, 0), (0.5, 1), (1, 1)))
    text = card_html(small_card(roc=(curve,), mean_maps=maps))
    assert text.count("<figure>") == 3
    assert "Means over 2 pages" in text
    assert card_html(small_card()).count("<figure>") == 1


def _case(truth: str, answer: str, seed: int) -> Case:
    return Case(seed, truth, answer, 0.9, False, np.zeros((8, 8, 1), dtype=np.uint8))


def test_the_first_right_and_the_first_wrong_case_of_a_class_are_shown() -> None:
    cases = [_case("MI", "MI", 0), _case("MI", "MI", 1), _case("MI", "HMI", 2), _case("HMI", "HMI", 0)]
    assert [(case.truth, case.seed) for case in shown(cases)] == [("MI", 0), ("MI", 2), ("HMI", 0)]


def test_a_pack_is_asked_about_simulated_pages_and_its_page_says_how_often_it_was_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.card_page.cases_of", partial(cases_of, seeds=range(1)))
    out, pack = tmp_path / "card.html", tmp_path / "deep.ecgmodel"
    card = small_card(options={"width": 4, "depths": [1, 1, 1, 1], "dropout": 0.1})
    network = build(architecture(card.architecture), 3, card.options, card.preprocessing)
    write_pack(pack, card, network.state_dict())
    assert main([str(pack), "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "seeds 0 to 0" in text
    assert text.count("(seed 0)</figcaption>") == 3  # a page of each of the pack's classes that can be drawn
    assert text.count("<figcaption>right: ") + text.count("<figcaption>wrong: ") == 3


def test_a_pack_that_is_not_there_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "no.ecgmodel"), "--out", str(tmp_path / "card.html")]) == 1
    assert "no.ecgmodel" in capsys.readouterr().err
