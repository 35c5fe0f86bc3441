"""The papers' systems as data: complete, consistent, and cheap to list."""

import subprocess
import sys
from typing import Final

import pytest

from ecgdesk.models.architectures import architecture, catalog
from ecgdesk.models.catalog import Architecture
from ecgdesk.models.class_sentences import CARDIAC, PAPER_A, sentences_for
from ecgdesk.models.papers import ENTRIES, PAPERS

SYSTEMS_OF: Final = {
    "A": {"resnet50-grey", "yolov8n-cls", "metaclip-vit-b32"},
    "B": {
        "baseline-cnn", "mobilenetv1_100", "resnet50", "densenet121", "convnext_tiny",
        "densenet121-bottleneck", "densenet121-attention", "efficientnet-b0-multiscale",
    },
    "C": {"fusion-cnn"},
    "D": {
        "simcardionet", "simcardionet-no-attention", "simcardionet-temporal", "simcardionet-cnn-resnet",
        "simcardionet-resnet", "mobilenetv2_100", "vgg16", "alexnet", "inception-mobilenet-nasnet",
    },
}  # fmt: skip

ACCURACY: Final = {
    "resnet50-grey": 0.9711, "yolov8n-cls": 0.974, "metaclip-vit-b32": 0.99, "baseline-cnn": 0.72,
    "mobilenetv1_100": 0.48, "resnet50": 0.68, "densenet121": 0.90, "convnext_tiny": 0.26,
    "densenet121-bottleneck": 0.91, "densenet121-attention": 0.91, "efficientnet-b0-multiscale": 0.96,
    "fusion-cnn": 0.8906, "simcardionet": 0.9752, "simcardionet-no-attention": 0.92,
    "simcardionet-temporal": 0.95, "simcardionet-cnn-resnet": 0.94, "simcardionet-resnet": 0.92,
    "mobilenetv2_100": 0.93, "vgg16": 0.91, "alexnet": 0.91, "inception-mobilenet-nasnet": 0.964,
}  # fmt: skip


@pytest.mark.parametrize("letter", sorted(SYSTEMS_OF))
def test_every_system_of_a_paper_is_in_the_catalog(letter: str) -> None:
    assert {entry.id for entry in catalog() if entry.paper == letter} == SYSTEMS_OF[letter]


def test_the_four_papers_are_named() -> None:
    assert [paper.letter for paper in PAPERS] == ["A", "B", "C", "D"]
    assert all(paper.citation and paper.crop for paper in PAPERS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_system_reports_its_papers_accuracy(entry: Architecture) -> None:
    first = next(figure for figure in entry.reported if figure.name.startswith("accuracy"))
    assert first.value == ACCURACY[entry.id]
    assert all(figure.on and 0 <= figure.value <= 1 for figure in entry.reported)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_network_that_is_partly_ours_says_so(entry: Architecture) -> None:
    assert entry.description.endswith(".")
    assert entry.ours.endswith(".") or (entry.kind in {"timm", "torchvision"} and not entry.ours)


@pytest.mark.parametrize("letter", ["A", "B", "C", "D"])
def test_pages_are_fed_as_the_paper_feeds_them(letter: str) -> None:
    for name in SYSTEMS_OF[letter] - {"inception-mobilenet-nasnet"}:
        page = architecture(name).preprocessing
        wanted = {
            "A": (224, "grey", True, "area", "tracing"),
            "B": (224, "rgb", False, "area", "tracing"),
            "C": (227, "rgb", False, "bicubic", "paper-c"),
            "D": (224, "rgb", False, "area", "tracing"),
        }[letter]
        assert page.width == page.height
        assert (page.width, page.colour, page.contrast_stretch, page.resize, page.crop_policy) == wanted
        if page.colour == "rgb":
            assert (page.mean, page.std) == ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


@pytest.mark.parametrize(
    ("name", "licence"), [("yolov8n-cls", "AGPL-3.0"), ("metaclip-vit-b32", "CC BY-NC 4.0")]
)
def test_public_weights_with_conditions_name_their_licence(name: str, licence: str) -> None:
    assert licence in architecture(name).weights_note


def test_listing_the_systems_loads_no_torch() -> None:
    code = (
        "import sys, ecgdesk.models.architectures as a; a.catalog();"
        "print({'torch', 'timm', 'open_clip'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_papers_own_sentence_is_kept_word_for_word() -> None:
    assert CARDIAC["MI"] == PAPER_A["MI"] == "ST-elevation in anterior leads indicating MI"
    assert "heart block" in PAPER_A["AHB"]
    assert "heart block" not in CARDIAC["AHB"]


def test_sentences_follow_the_order_of_the_classes() -> None:
    assert sentences_for(("Normal", "MI"), {}) == (CARDIAC["Normal"], CARDIAC["MI"])
    assert sentences_for(("MI", "X"), {"MI": "given"}) == ("given", "A 12-lead ECG showing X")
    assert sentences_for(("a", "b"), ("one", "two")) == ("one", "two")


def test_a_list_of_sentences_must_fit_the_classes() -> None:
    with pytest.raises(ValueError, match="1 class sentences for 2 classes"):
        sentences_for(("a", "b"), ("one",))
