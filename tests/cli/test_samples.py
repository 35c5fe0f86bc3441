"""The bundled samples show what their README says: a class, a mark without a class, a refusal."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_real_run import ROOT, SAMPLES, ecgdesk, pytestmark

__all__ = ["pytestmark"]

MADE: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_samples.py"))
DEMO: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "demo.py"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], Path]:
    home = tmp_path_factory.mktemp("samples")
    run = ecgdesk(home, "analyze", SAMPLES, "--json", "--device", "cpu", "--out", home / "out")
    return [json.loads(line) for line in run.stdout.splitlines()], home / "out"


def shown(item: dict[str, Any]) -> str:
    if item["status"] == "refused":
        return "refused"
    unlike = item["quality"]["novelty"] > 1
    return "unlike, no class" if unlike and item["label"] is None else f"a class ({item['label']})"


def test_each_page_of_a_sample_shows_what_is_promised(answers: tuple[list[dict[str, Any]], Path]) -> None:
    for sample in MADE["SAMPLES"]:
        pages = [item for item in answers[0] if Path(item["file"]).name == sample.file]
        assert len(pages) == max(len(sample.looks), 1)
        for page in pages:
            assert shown(page).startswith(sample.shows.value), (sample.file, shown(page))


def test_the_samples_show_each_behaviour_of_the_program() -> None:
    assert {sample.shows for sample in MADE["SAMPLES"]} == set(MADE["Shows"])


def test_the_demo_names_each_ecg_that_got_no_report(
    answers: tuple[list[dict[str, Any]], Path], tmp_path: Path
) -> None:
    assert DEMO["without_report"](answers[1]) == []
    ecgs = [sample.file for sample in MADE["SAMPLES"] if sample.spec]
    assert DEMO["without_report"](tmp_path) == sorted(ecgs)
