from pathlib import Path

import numpy as np

from ecgdesk.core.card import Figure
from ecgdesk.reading.simulate import simulate
from tests.models.packs import small_card
from training.drawn_test import NAME, drawings, figures, held_out, on_card

TRUTH = np.array([[1, 0], [0, 1], [1, 1], [0, 0]] * 10)


def test_every_kind_of_page_has_its_area_and_its_share_of_pages_read() -> None:
    right = np.where(TRUTH > 0, 2.0, -2.0)
    found = {one.name: one for one in figures({"signal": right, "medium": -right}, {"medium": 0.75}, TRUTH)}
    assert found[f"{NAME}, signal: macro AUROC"].value == 1.0
    assert found[f"{NAME}, medium: macro AUROC"].value == 0.0
    assert found[f"{NAME}, medium: pages read well enough"].value == 0.75
    assert "photograph of the renderer's medium level" in found[f"{NAME}, medium: macro AUROC"].protocol
    assert all(one.n == 40 for one in found.values())


def test_records_are_chosen_evenly_with_the_fold_that_never_saw_them(tmp_path: Path) -> None:
    lines = ["page,label,fold,NORM,MI", *(f"r{i}.npz,NORM;MI,{i % 5 + 1},{i}.5,-1" for i in range(100))]
    (tmp_path / "predictions.csv").write_text("\n".join(lines))
    found = held_out(tmp_path, 5)
    assert [one.name for one in found] == ["r0.npz", "r24.npz", "r49.npz", "r74.npz", "r99.npz"]
    assert (found[1].fold, found[1].label, found[1].logits) == (5, "NORM;MI", (24.5, -1.0))


def test_a_record_is_drawn_clean_and_as_photographs() -> None:
    kinds = dict(drawings(simulate(), 0))
    assert list(kinds) == ["clean", "light", "medium"]
    assert kinds["clean"].shape != kinds["medium"].shape


def test_a_second_test_takes_the_place_of_the_first() -> None:
    card = small_card(figures=(Figure(name="accuracy", value=0.5, protocol="p"),))
    first = on_card(card, figures({"signal": TRUTH * 1.0}, {}, TRUTH))
    again = on_card(first, figures({"signal": TRUTH * 1.0}, {}, TRUTH))
    assert [one.name for one in again.figures] == ["accuracy", f"{NAME}, signal: macro AUROC"]
