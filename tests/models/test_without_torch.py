"""What lists and verifies models loads no torch, and is quick."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.models.packs import small_pack

HEAVY = {"torch", "torchvision", "timm", "captum", "cv2"}


def _loaded_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "ecgdesk.models.architectures", "ecgdesk.models.catalog", "ecgdesk.models.library",
        "ecgdesk.models.pack", "ecgdesk.models.pack_write", "ecgdesk.models.predict",
        "ecgdesk.explain.methods", "ecgdesk.explain.outside", "ecgdesk.explain.rationale",
    ],
)  # fmt: skip
def test_a_light_module_loads_nothing_heavy(module: str) -> None:
    assert _loaded_by(f"import {module}") == set()


def test_packs_are_listed_and_verified_without_torch(tmp_path: Path) -> None:
    small_pack(tmp_path)
    folder = str(tmp_path)
    code = (
        "from pathlib import Path\n"
        "from ecgdesk.models.library import Library\n"
        "from ecgdesk.models.pack import info, verify\n"
        f"library = Library(Path({folder!r}), Path({folder!r}) / 'none')\n"
        "path = library.find('small').path\n"
        "assert verify(path).id == info(path).id == library.listing().models[0].card.id"
    )
    assert _loaded_by(code) == set()
