"""Public weights on the command line, against a hub on this machine; and offline, where it is said so."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import timm
from safetensors.torch import save

from ecgdesk.cli.main import run
from tests.fakes.hub import Hub, fake_hub

NOBODY = "http://127.0.0.1:9"  # the discard port: nothing listens there
NETWORK = "timm:test_resnet"
PLACE = "/timm/test_resnet.r160_in1k/resolve/main/model.safetensors"
KEPT = Path("timm") / "test_resnet.r160_in1k.safetensors"


@pytest.fixture(scope="module")
def data() -> bytes:
    return bytes(save(dict(timm.create_model("test_resnet", num_classes=3).state_dict())))


@pytest.fixture
def hub(data: bytes) -> Iterator[Hub]:
    with fake_hub() as served:
        served.files[PLACE] = data
        yield served


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Models = Callable[..., Done]


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Models:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)

    def run_models(home: Path, *arguments: object, hub: str = NOBODY) -> Done:
        monkeypatch.setenv("ECGDESK_HOME", str(home))
        monkeypatch.setenv("HF_ENDPOINT", hub)
        capsys.readouterr()
        code = run(["models", *map(str, arguments)])
        return Done(code, *capsys.readouterr())

    return run_models


def test_weights_are_fetched_once_and_found_then(models: Models, hub: Hub, tmp_path: Path) -> None:
    first = models(tmp_path, "fetch", NETWORK, hub=hub.address)
    assert (first.returncode, first.stdout.strip()) == (0, str(tmp_path / "weights" / KEPT))
    second = models(tmp_path, "fetch", NETWORK)
    assert second.returncode == 0, second.stderr
    assert "is here already" in second.stderr
    assert len(hub.asked) == 2  # the address, and where it redirects


def test_a_filled_folder_is_carried_and_copied_offline(models: Models, hub: Hub, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert models(tmp_path / "a", "fetch", NETWORK, "--to", stick, hub=hub.address).returncode == 0
    copied = models(tmp_path / "b", "fetch", NETWORK, "--from", stick)
    assert copied.stdout.strip() == str(tmp_path / "b" / "weights" / KEPT), copied.stderr


def test_offline_it_says_what_to_do_and_keeps_nothing(models: Models, tmp_path: Path) -> None:
    done = models(tmp_path, "fetch", NETWORK)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no connection to 127.0.0.1. Run “ecgdesk models fetch NAME --to")
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "weights").iterdir())


def test_a_local_file_is_taken_in_with_its_hash_alone(models: Models, data: bytes, tmp_path: Path) -> None:
    given = tmp_path / "given.safetensors"
    given.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    asked = models(tmp_path, "import", given, "--for", NETWORK)
    assert asked.returncode == 1
    assert digest in asked.stderr
    assert "--sha256" in asked.stderr
    taken = models(tmp_path, "import", given, "--for", NETWORK, "--sha256", digest)
    assert (taken.returncode, taken.stdout.strip()) == (0, str(tmp_path / "weights" / KEPT))


def test_the_catalogs_weights_are_listed_with_what_is_here(models: Models, tmp_path: Path) -> None:
    there = tmp_path / "weights" / "timm" / "resnet18.tv_in1k.safetensors"
    there.parent.mkdir(parents=True)
    there.write_bytes(b"x")
    rows = json.loads(models(tmp_path, "weights", "--json").stdout)
    by_source = {row["source"]: row for row in rows}
    assert by_source["timm:resnet18.tv_in1k"]["file"] == str(there)
    assert by_source["timm:resnet50.tv_in1k"]["file"] == ""
    assert "CC BY-NC" in by_source["open_clip:ViT-B-32-quickgelu/metaclip_400m"]["licence"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fetch", "wonder-net"], "'wonder-net'"),
        (["fetch", "yolov8n-cls"], "AGPL-3.0"),
        (["fetch", "baseline-cnn"], "not fetched"),
        (["fetch", "resnet50", "alexnet", "--url", "https://x/y.pth"], "One address"),
        (["import", "none.safetensors", "--for", "resnet50", "--sha256", "0"], "no file none.safetensors"),
        (
            ["import", __file__, "--for", "inception-mobilenet-nasnet", "--sha256", "0"],
            "Name one with --part",
        ),
        (["zero-shot", "out.ecgmodel", "--network", "resnet50"], "does not compare"),
        (["zero-shot", "out.ecgmodel"], "ecgdesk models fetch metaclip-vit-b32"),
        (["zero-shot", "out.ecgmodel", "--sentence", "Zebra=stripes"], "no sentence of a class"),
        (["zero-shot", "out.ecgmodel", "--classes", "one"], "at least two classes"),
    ],
)
def test_what_cannot_be_done_is_said(models: Models, arguments: list[str], said: str, tmp_path: Path) -> None:
    done = models(tmp_path, *arguments)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
