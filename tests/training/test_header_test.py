"""Does a model look around the tracing? The test says so for one that does, and clears one that does not."""

import hashlib
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from ecgdesk.core.card import Preprocessing
from ecgdesk.core.geometry import Crop, Rect
from ecgdesk.core.page import Page, PageRef
from ecgdesk.models.container import WEIGHTS
from ecgdesk.models.loaded import LoadedModel
from ecgdesk.models.pack import read_card
from ecgdesk.reading.straighten import cut
from tests.fakes.pages import paper
from tests.models.packs import members_of, small_card, small_pack
from training import header_test
from training.header_test import Shown, crops_of, figures, main, on_card, pages_in

TRACING = Crop(Rect(30, 120, 870, 600), origin="frame")


class LooksAtHeader(nn.Module):
    """Says class 0 where the top of its input is dark, else class 1."""

    def forward(self, x: Tensor) -> Tensor:
        """Map (N, 1, H, W) to logits."""
        dark = x[:, 0, : x.shape[2] // 6].mean(dim=(1, 2))
        return torch.stack([dark * 500, torch.full_like(dark, 1.0), torch.zeros_like(dark)], dim=1)


def model(network: nn.Module, policy: str = "whole") -> LoadedModel:
    page = Preprocessing(width=64, height=48, colour="ink", mean=(0.0,), std=(1.0,))
    card = small_card(preprocessing=page.model_copy(update={"crop_policy": policy}))

    class Fake:
        def __init__(self) -> None:
            self.card = card

        def run(self, inputs: np.ndarray) -> np.ndarray:
            with torch.inference_mode():
                return network(torch.from_numpy(inputs)).numpy()

    return Fake()  # type: ignore[return-value]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        header_test, "propose_crop",
        lambda pixels, policy: TRACING if policy == "tracing" else Crop(Rect(0, 0, 900, 640), origin="whole"),
    )  # fmt: skip


def page_file(folder: Path) -> Path:
    path = folder / "a.png"
    cv2.imwrite(str(path), paper()[..., ::-1])
    return path


def test_header_and_footer_are_painted_over_and_the_tracing_is_not(found: None) -> None:
    page = Page(PageRef(Path("a.png")), paper(), 1, "sha")
    made = crops_of(page, TRACING)
    assert made is not None
    whole, masked = (cut(page.pixels, crop) for crop in made[2:])
    assert whole[40:56, 40:300].max() < 100
    assert (masked[:120] == 255).all()
    assert (masked[600:] == 255).all()
    assert np.array_equal(masked[121:599], whole[121:599])


def test_a_page_without_a_tracing_area_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(PageRef(Path("a.png")), paper(), 1, "sha")
    monkeypatch.setattr(header_test, "propose_crop", lambda *_: Crop(Rect(0, 0, 900, 640), origin="fallback"))
    assert crops_of(page, TRACING) is None


def test_a_model_that_looks_at_the_header_changes_its_answer(found: None, tmp_path: Path) -> None:
    looked = header_test.shown(model(LooksAtHeader()), page_file(tmp_path))
    assert looked is not None
    with_header, without = looked.probabilities[4], looked.probabilities[5]
    assert (with_header.argmax(), without.argmax()) == (0, 1)


def test_a_dropped_page_is_cropped_again_without_its_header(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A crop that follows the header makes even a model that is shown the tracing alone look at it."""

    def led_by_the_header(pixels: np.ndarray, policy: str) -> Crop:
        if policy == "whole":
            return Crop(Rect(0, 0, 900, 640), origin="whole")
        top = 120 if pixels[40:56, 40:300].min() < 100 else 200
        return Crop(Rect(30, top, 870, 600), origin="frame")

    class LooksAtItsTop(LooksAtHeader):
        def forward(self, x: Tensor) -> Tensor:
            """Tell crops apart by their first row."""
            return torch.stack([x[:, 0, 0].sum(1), x[:, 0, 1].sum(1), x[:, 0, 2].sum(1)], dim=1)

    monkeypatch.setattr(header_test, "propose_crop", led_by_the_header)
    answers = header_test.shown(model(LooksAtItsTop(), "tracing"), page_file(tmp_path))
    assert answers is not None
    assert np.array_equal(answers.probabilities[0], answers.probabilities[1])
    assert np.array_equal(answers.probabilities[0], answers.probabilities[2])
    assert not np.array_equal(answers.probabilities[2], answers.probabilities[3])


def test_figures_count_equal_answers_with_their_interval() -> None:
    same = np.array([[0.9, 0.1], [0.8, 0.2], [0.9, 0.1], [0.9, 0.1], [0.9, 0.1], [0.2, 0.8]])
    other = np.array([[0.9, 0.1], [0.9, 0.1], [0.6, 0.4], [0.4, 0.6], [0.6, 0.4], [0.6, 0.4]])
    cropped, moved, dropped, _, whole, shifted = figures([Shown(same), Shown(other)], "made-up pages")
    assert (cropped.value, dropped.value, whole.value, whole.n) == (1.0, 0.5, 0.5, 2)
    assert "cropped by the program" in dropped.name
    assert cropped.low is not None
    assert cropped.low < 0.4
    assert moved.value == pytest.approx(0.05)
    assert shifted.value == pytest.approx(0.35)
    assert "2 pages of made-up pages" in cropped.protocol
    with pytest.raises(ValueError, match="no page"):
        figures([], "nothing")


def test_a_later_test_takes_the_place_of_an_earlier_one() -> None:
    some = figures([Shown(np.eye(6, 2))], "a")
    card = on_card(on_card(small_card(), some), figures([Shown(np.eye(6, 2))], "b"))
    assert len(card.figures) == 6
    assert all("pages of b" in figure.protocol for figure in card.figures)


@pytest.mark.usefixtures("found")
def test_the_card_gets_the_figures_and_the_weights_stay_to_the_bit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, pages = small_pack(tmp_path), tmp_path / "pages"
    pages.mkdir()
    page_file(pages)
    before = hashlib.sha256(members_of(pack)[WEIGHTS]).hexdigest()
    assert main(["--pack", str(pack), "--dry", str(pages)]) == 0
    assert read_card(pack).figures == ()
    assert main(["--pack", str(pack), "--name", "made-up pages", str(pages)]) == 0
    names = [figure.name for figure in read_card(pack).figures]
    assert names[0] == "Header test, cropped pages: same class without header and footer"
    assert hashlib.sha256(members_of(pack)[WEIGHTS]).hexdigest() == before
    assert "(1 pages)" in capsys.readouterr().out


def test_a_folder_without_pages_changes_nothing(tmp_path: Path) -> None:
    pack = small_pack(tmp_path)
    (tmp_path / "pages").mkdir()
    assert main(["--pack", str(pack), str(tmp_path / "pages")]) == 1
    assert pages_in(tmp_path / "pages") == []
    assert read_card(pack).figures == ()
