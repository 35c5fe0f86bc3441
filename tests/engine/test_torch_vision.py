"""Models through torch: loaded once, moved to the processor when the card gives up, explained in one pass."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgdesk.core.analysis import DeviceChoice
from ecgdesk.core.errors import CancelledError, ExplanationError, ModelPackError
from ecgdesk.core.geometry import Rect
from ecgdesk.core.methods import EVERY_NETWORK, METHODS
from ecgdesk.engine.assembly import PackFinder
from ecgdesk.engine.device import CPU, Place, Runner
from ecgdesk.engine.torch_exam import TorchExaminer
from ecgdesk.engine.torch_vision import KEPT_MODELS, TorchVision
from ecgdesk.engine.vision import Glance, KnownModel, Terms, Trial
from ecgdesk.models import loaded
from ecgdesk.models.architectures import architecture
from ecgdesk.models.library import Library
from ecgdesk.models.loaded import load_network
from ecgdesk.models.networks.build import build
from ecgdesk.models.pack import info, read_card
from ecgdesk.models.pack_write import write_pack
from ecgdesk.models.predict import predict
from ecgdesk.models.preprocess import preprocess
from tests.models.packs import small_card, small_pack, wary_pack

CARD = Place("cuda", "Fake card")
CROP = np.random.default_rng(1).integers(0, 255, (40, 90, 3), dtype=np.uint8)


OPTIONS = {"width": 4, "depths": [1, 1, 1, 1], "dropout": 0.0}


def network() -> torch.nn.Module:
    torch.manual_seed(5)
    return build(architecture("page-resnet"), 3, OPTIONS, small_card().preprocessing).eval()


def whole_pack(folder: Path, name: str = "small") -> Path:
    path = folder / f"{name}.ecgmodel"
    write_pack(path, small_card(id=name, options=OPTIONS), network().state_dict())
    return path


def free() -> None:
    """A poll that never cancels."""


def described(path: Path) -> KnownModel:
    card = read_card(path)
    return KnownModel(card, info(path, card))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return whole_pack(tmp_path)


@pytest.fixture
def vision() -> TorchVision:
    made = TorchVision(DeviceChoice.CPU, 1, Path, described, predict)
    assert made.prepare().device == "CPU"
    return made


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Which packs were loaded, to where; loading to the fake card runs out of memory."""
    seen: list[tuple[str, str]] = []

    def load(path: Path, device: str) -> loaded.LoadedModel:
        seen.append((path.stem, device))
        if device == "cuda":
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
        return load_network(path, device)

    monkeypatch.setattr(loaded, "load_network", load)
    return seen


def glance(pack: Path, method: str | None = "gradcam", device: DeviceChoice = DeviceChoice.AUTO) -> Glance:
    return Glance(str(pack), CROP, method, device)


def test_the_prediction_is_that_of_the_network_on_the_one_preprocessing(
    vision: TorchVision, pack: Path
) -> None:
    card = small_card()
    with torch.no_grad():
        inputs = torch.from_numpy(preprocess(CROP, card.preprocessing))[None]
        wanted = predict(network()(inputs)[0].numpy(), card)
    for method in ("gradcam", None):
        seen = vision.look(glance(pack, method), free, {}).prediction
        assert seen.probabilities == pytest.approx(wanted.probabilities, abs=1e-5)


def test_the_heat_map_covers_the_crop_and_differs_by_target(vision: TorchVision, pack: Path) -> None:
    sight = vision.look(glance(pack), free, {})
    maps = [sight.heat(target, (90, 40)).heat for target in ("MI", "HMI", "Normal")]
    assert all(heat.shape == (40, 90) and heat.dtype == np.float32 for heat in maps)
    assert all(heat.min() >= 0 and heat.max() <= 1 for heat in maps)
    assert not np.array_equal(maps[0], maps[1]) or not np.array_equal(maps[1], maps[2])
    assert (sight.heat("MI", (90, 40)).layer, sight.device, sight.cautions) == ("stages.3", "CPU", ())


@pytest.mark.parametrize(("method", "target"), [("gradcam", "zebra"), ("tealeaves", "MI"), (None, "MI")])
def test_what_cannot_be_explained_is_an_explanation_error(
    vision: TorchVision, pack: Path, method: str | None, target: str
) -> None:
    sight = vision.look(glance(pack, method), free, {})
    assert sight.prediction.probabilities
    with pytest.raises(ExplanationError):
        sight.heat(target, (90, 40))


def test_the_class_is_there_when_the_layer_to_explain_is_not(vision: TorchVision, tmp_path: Path) -> None:
    shallow = small_pack(tmp_path, "shallow")  # two stages where the map rests on the fourth
    sight = vision.look(glance(shallow), free, {})
    assert sight.prediction.probabilities
    with pytest.raises(ExplanationError, match="layer"):
        sight.heat("MI", (90, 40))


@pytest.mark.parametrize("method", ["gradcam", None])
def test_a_page_unlike_the_training_pages_gets_no_class(
    vision: TorchVision, tmp_path: Path, method: str | None
) -> None:
    near = vision.look(glance(wary_pack(tmp_path, threshold=1e6), method), free, {}).prediction
    assert near.novelty is not None
    assert 0 < near.novelty < 1
    assert not near.unlike_training
    far = vision.look(glance(wary_pack(tmp_path, threshold=1e-9), method), free, {}).prediction
    assert far.unlike_training
    assert (far.label, far.uncertain, far.coverage) == (None, True, None)
    assert (far.probabilities, far.prediction_set) == (near.probabilities, near.prediction_set)


def test_a_cloud_of_another_network_is_refused(vision: TorchVision, tmp_path: Path) -> None:
    with pytest.raises(ModelPackError, match="do not fit its network"):
        vision.look(glance(wary_pack(tmp_path, size=9)), free, {})


def test_a_model_without_a_cloud_says_nothing_of_novelty(vision: TorchVision, pack: Path) -> None:
    assert vision.look(glance(pack), free, {}).prediction.novelty is None


def test_a_failing_gradient_is_an_explanation_error(
    vision: TorchVision, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory")

    sight = vision.look(glance(pack), free, {})
    monkeypatch.setattr(torch.autograd, "grad", fail)
    with pytest.raises(ExplanationError, match="could not be computed"):
        sight.heat("MI", (90, 40))


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where packs were loaded to, on a card that is the processor in truth."""
    seen: list[str] = []

    def load(path: Path, device: str) -> loaded.LoadedModel:
        seen.append(device)
        return load_network(path, "cpu")

    monkeypatch.setattr(loaded, "load_network", load)
    return seen


def fail_once(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the next gradient fail, as on a card."""
    real, left = torch.autograd.grad, [error]

    def grad(*given: object, **named: object) -> object:
        if left:
            raise left.pop()
        return real(*given, **named)

    monkeypatch.setattr(torch.autograd, "grad", grad)


CARD_ERRORS = {
    "device-memory": torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"),
    "device-failed": RuntimeError("CUDA error: an illegal memory access was encountered"),
}


@pytest.mark.parametrize("code", CARD_ERRORS)
def test_a_heat_map_the_card_gives_up_on_is_made_on_the_processor_with_a_word(
    vision: TorchVision, pack: Path, pretended: list[str], monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    wanted = vision.look(glance(pack), free, {}).heat("MI", (90, 40)).heat
    vision._models.clear()
    pretended.clear()
    vision._runner = Runner(CARD, lambda: None)
    sight = vision.look(glance(pack), free, {})
    before = sight.prediction
    fail_once(monkeypatch, CARD_ERRORS[code])
    np.testing.assert_allclose(sight.heat("MI", (90, 40)).heat, wanted, atol=1e-6)
    sight.heat("HMI", (90, 40))
    assert pretended == ["cuda", "cpu"]
    assert [caution.code for caution in sight.cautions] == [code]
    assert (sight.prediction, sight.device) == (before, CARD.label)
    assert vision._runner.place.torch_name == ("cuda" if code == "device-memory" else "cpu")


def test_a_heat_map_made_again_does_not_ask_whether_the_first_request_is_still_wanted(
    vision: TorchVision, pack: Path, pretended: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    over: list[bool] = []

    def poll() -> None:
        if over:
            raise CancelledError("over")

    vision._runner = Runner(CARD, lambda: None)
    sight = vision.look(glance(pack), poll, {})
    over.append(True)
    fail_once(monkeypatch, CARD_ERRORS["device-memory"])
    assert sight.heat("MI", (90, 40)).heat.shape == (40, 90)


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here")
@pytest.mark.parametrize("target", ["MI", "HMI", "Normal"])
def test_a_graphics_card_gives_the_class_and_the_map_of_the_processor_and_is_named(
    pack: Path, target: str
) -> None:
    vision = TorchVision(DeviceChoice.CUDA, 1, Path, described, predict)
    assert vision.prepare().device == torch.cuda.get_device_name(0)
    there = vision.look(glance(pack), free, {})
    here = vision.look(glance(pack, device=DeviceChoice.CPU), free, {})
    assert (there.device, here.device) == (torch.cuda.get_device_name(0), CPU.label)
    assert there.prediction.probabilities == pytest.approx(here.prediction.probabilities, abs=1e-3)
    np.testing.assert_allclose(
        there.heat(target, (90, 40)).heat, here.heat(target, (90, 40)).heat, atol=1e-3, rtol=0
    )
    assert there.cautions == here.cautions == ()


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device here")
def test_memory_that_runs_out_on_a_graphics_card_leaves_the_class_and_the_map(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vision = TorchVision(DeviceChoice.CUDA, 1, Path, described, predict)
    vision.prepare()
    sight = vision.look(glance(pack), free, {})
    fail_once(monkeypatch, CARD_ERRORS["device-memory"])
    assert sight.heat("MI", (90, 40)).heat.shape == (40, 90)
    assert [caution.code for caution in sight.cautions] == ["device-memory"]


def test_a_pack_is_loaded_once_and_again_when_it_changed(
    vision: TorchVision, pack: Path, loads: list[tuple[str, str]]
) -> None:
    for _ in range(3):
        vision.look(glance(pack), free, {})
    assert loads == [("small", "cpu")]
    os.utime(pack, ns=(1, 1))
    vision.look(glance(pack), free, {})
    assert len(loads) == 2


def test_only_so_many_models_are_kept(
    vision: TorchVision, tmp_path: Path, loads: list[tuple[str, str]]
) -> None:
    packs = [whole_pack(tmp_path, f"p{n}") for n in range(KEPT_MODELS + 1)]
    for one in [*packs, packs[-1], packs[0]]:
        vision.look(glance(one), free, {})
    assert [name for name, _ in loads] == ["p0", "p1", "p2", "p0"]


def test_out_of_memory_on_the_card_is_retried_on_the_processor_with_a_word(
    vision: TorchVision, pack: Path, loads: list[tuple[str, str]]
) -> None:
    vision._runner = Runner(CARD, lambda: None)
    sight = vision.look(glance(pack), free, {})
    assert loads == [("small", "cuda"), ("small", "cpu")]
    assert sight.device == "CPU"
    assert [caution.code for caution in sight.cautions] == ["device-memory"]
    assert sight.heat("MI", (90, 40)).heat.shape == (40, 90)


def test_a_request_for_the_processor_leaves_the_card_alone(
    vision: TorchVision, pack: Path, loads: list[tuple[str, str]]
) -> None:
    vision._runner = Runner(CARD, lambda: None)
    sight = vision.look(glance(pack, device=DeviceChoice.CPU), free, {})
    assert (loads, sight.cautions) == ([("small", "cpu")], ())


def test_preparing_says_why_a_card_is_not_used() -> None:
    class Broken:
        def cards(self) -> tuple[str, ...]:
            return ("RTX 2000",)

        def trial(self) -> str:
            raise RuntimeError("driver too old")

    readiness = TorchVision(DeviceChoice.AUTO, 1, Path, described, predict, Broken()).prepare()
    assert readiness.device == CPU.label
    assert "RTX 2000" in readiness.sentence


def test_cancel_is_asked_before_the_model_runs(vision: TorchVision, pack: Path) -> None:
    def stop() -> None:
        raise CancelledError("stop")

    timing: dict[str, float] = {}
    with pytest.raises(CancelledError):
        vision.look(glance(pack), stop, timing)
    assert "forward" not in timing


def test_a_found_pack_is_not_looked_for_again_until_a_pack_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "bundled", tmp_path / "user")
    library.bundled.mkdir()
    bundled = small_pack(library.bundled)
    asked: list[str] = []
    real = Library.find
    monkeypatch.setattr(Library, "find", lambda self, name: asked.append(name) or real(self, name))
    find = PackFinder(library)
    assert [find("small") for _ in range(3)] == [bundled] * 3
    assert asked == ["small"]
    library.user.mkdir()
    own = small_pack(library.user)
    assert find("small") == own
    own.unlink()
    assert find("small") == bundled
    with pytest.raises(ModelPackError):
        find("missing")


@pytest.mark.parametrize("method", [m for m in EVERY_NETWORK if m != "gradcam"])
def test_every_method_gives_a_map_on_the_crop_and_says_what_it_cost(
    vision: TorchVision, pack: Path, method: str
) -> None:
    sight = vision.look(glance(pack, method), free, {})
    terms = Terms(leads=(Rect(0, 0, 45, 20), Rect(45, 0, 90, 20)))
    found = sight.heat("MI", (90, 40), terms)
    assert found.heat.shape == (40, 90)
    assert 0 <= found.heat.min() <= found.heat.max() <= 1
    assert (found.passes > 0) is (not METHODS[method].one_pass)
    assert (found.layer == "stages.3") is (METHODS[method].one_pass or method == "activation")
    assert bool(found.layers) is (method == "activation")
    assert sight.prediction.probabilities == vision.look(glance(pack), free, {}).prediction.probabilities


def test_a_method_that_does_not_fit_the_network_leaves_the_class(vision: TorchVision, pack: Path) -> None:
    sight = vision.look(glance(pack, "rollout"), free, {})
    assert sight.prediction.probabilities
    with pytest.raises(ExplanationError, match="cannot be explained by Attention roll-out"):
        sight.heat("MI", (90, 40))


def test_an_exam_gives_every_figure_and_makes_the_copy_without_learning_once(
    vision: TorchVision, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ecgdesk.explain import randomise

    made: list[int] = []
    real = randomise.randomised
    monkeypatch.setattr(randomise, "randomised", lambda *given: made.append(1) or real(*given))
    examine = TorchExaminer(vision)
    heat = vision.look(glance(pack), free, {}).heat("MI", (90, 40)).heat
    trial = Trial(glance(pack), "MI", heat, Terms(), ((0.0, 0.0, glance(pack)),))
    figures = examine(trial, free)
    assert examine(trial, free) == figures
    assert len(made) == 1
    assert figures["jitter_correlation"] > 0.999
    assert figures["jitter_probability"] == pytest.approx(0.0, abs=1e-6)
    assert {
        "randomised_correlation",
        "randomised_ssim",
        "deletion_auc",
        "insertion_auc",
        "erasing_gain",
    } < set(figures)


def test_an_exam_nobody_wants_is_given_up(vision: TorchVision, pack: Path) -> None:
    def stop() -> None:
        raise CancelledError("stop")

    heat = np.zeros((40, 90), np.float32)
    with pytest.raises(CancelledError):
        TorchExaminer(vision)(Trial(glance(pack), "MI", heat, Terms(poll=stop)), stop)
