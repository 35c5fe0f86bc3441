"""The program as a script calls it: the bundled model on bundled samples, streams and exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecgdesk.models.library import Library

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"

pytestmark = pytest.mark.skipif(
    not Library.default().listing().models or not SAMPLES.is_dir(), reason="no bundled model or samples here"
)


def ecgdesk(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ECGDESK_HOME": str(home), "OMP_NUM_THREADS": "1"}
    return subprocess.run([sys.executable, "-m", "ecgdesk", *map(str, arguments)], cwd=ROOT, check=False,
                          capture_output=True, text=True, timeout=240, env=environment)  # fmt: skip


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    home = tmp_path_factory.mktemp("run")
    broken = home / "cut short.jpg"
    sample = min(SAMPLES.glob("*.jpg"))
    broken.write_bytes(sample.read_bytes()[:20_000])
    pdf = min(SAMPLES.glob("*.pdf"))
    run = ecgdesk(home, "analyze", pdf, broken, sample, home / "missing.png", "--json", "--out", home / "out",
                  "--csv", home / "r.csv", "--device", "cpu")  # fmt: skip
    return run, home


Done = tuple[subprocess.CompletedProcess[str], Path]


def test_stdout_is_json_lines_in_input_order_and_nothing_else(done: Done) -> None:
    items = [json.loads(line) for line in done[0].stdout.splitlines()]
    kinds = [(Path(item["file"]).suffix, item["page"], item["status"]) for item in items]
    pdf_pages = [kind for kind in kinds if kind[0] == ".pdf"]
    assert pdf_pages == [(".pdf", n + 1, "ok") for n in range(len(pdf_pages))]
    assert kinds == [*pdf_pages, (".jpg", 1, "error"), (".jpg", 1, "ok"), (".png", 1, "error")]


def test_the_exit_code_is_1_and_each_failure_is_named_on_stderr(done: Done) -> None:
    run, _ = done
    assert run.returncode == 1
    assert "cut short.jpg" in run.stderr
    assert "missing.png" in run.stderr
    assert "Traceback" not in run.stderr


def test_probabilities_sum_to_one_and_the_heat_map_is_where_it_says(done: Done) -> None:
    run, home = done
    for item in map(json.loads, run.stdout.splitlines()):
        if item["status"] != "ok":
            continue
        assert sum(item["probabilities"].values()) == pytest.approx(1, abs=1e-4)
        assert (item["label"] is None) == item["uncertain"]
        assert item["label"] is None or item["prediction_set"] == [item["label"]]
        assert len(item["model"]["sha256"]) == 64
        assert (home / "out" / item["explanation"]["heatmap"]).is_file()
        assert item["rationale"]
        assert item["timing_ms"]["forward"] > 0


def test_the_log_names_no_file(done: Done) -> None:
    log = done[1] / "log" / "engine.log"
    text = log.read_text(encoding="utf-8") if log.exists() else ""
    assert "cut short" not in text
    assert ".jpg" not in text


def test_models_are_listed_verified_and_taken_out_and_in_again(tmp_path: Path) -> None:
    listed = json.loads(ecgdesk(tmp_path, "models", "list", "--json").stdout)
    assert listed[0]["bundled"] is True
    assert ecgdesk(tmp_path, "models", "verify").returncode == 0
    out = ecgdesk(tmp_path, "models", "export", listed[0]["id"], tmp_path / "m.ecgmodel")
    assert (out.returncode, out.stdout.strip()) == (0, str(tmp_path / "m.ecgmodel"))
    again = ecgdesk(tmp_path, "models", "import", tmp_path / "m.ecgmodel")
    assert again.returncode == 0
    data = bytearray((tmp_path / "m.ecgmodel").read_bytes())
    data[-2000] ^= 0xFF
    (tmp_path / "m.ecgmodel").write_bytes(data)
    for command in ("verify", "import"):
        spoilt = ecgdesk(tmp_path, "models", command, tmp_path / "m.ecgmodel")
        assert spoilt.returncode == 1
        assert "m.ecgmodel" in spoilt.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--model", "nonsense"], "nonsense"),
        (["--explain", "tea"], "gradcam"),
        (["--model", "README.md"], "model"),
    ],
)
def test_what_is_not_there_is_wrong_usage(tmp_path: Path, arguments: list[str], said: str) -> None:
    run = ecgdesk(tmp_path, "analyze", SAMPLES, *arguments)
    assert run.returncode == 2
    assert said in run.stderr
    assert run.stdout == ""


def test_the_doctor_answers_in_json(tmp_path: Path) -> None:
    run = ecgdesk(tmp_path, "doctor", "--json")
    answer = json.loads(run.stdout)
    assert run.returncode == (0 if answer["ok"] else 1)
    assert all(check["ok"] or check["fix"] for check in answer["checks"])
