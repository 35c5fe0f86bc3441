"""`.ci/run` on a bare machine, with stand-ins for what it calls."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize("missing", ["", "libegl1 libgl1"])
def test_what_is_missing_is_installed_before_the_tests_and_nothing_is_left(
    tmp_path: Path, missing: str
) -> None:
    tools, checkout, scratch = tmp_path / "bin", tmp_path / "checkout", tmp_path / "tmp"
    for folder in (tools, checkout / ".ci", scratch):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "run", checkout / ".ci" / "run")
    note = f'echo "$(basename "$0") $*" >>{tmp_path}/calls'
    check = f"echo 'System libraries are missing: {missing}' >&2; exit 1" if missing else "exit 0"
    for name, body in {"python3": check, "id": "echo 0", "apt-get": note, "make": note}.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "TMPDIR": str(scratch)}
    subprocess.run(["bash", str(checkout / ".ci" / "run")], check=True, timeout=60, env=environment)
    install = [f"apt-get install -q -y --no-install-recommends {missing}"] if missing else []
    update = ["apt-get update -q"] if missing else []
    assert (tmp_path / "calls").read_text().splitlines() == [*update, *install, "make test"]
    assert list(scratch.iterdir()) == []
    assert "/tmp/" not in (ROOT / ".ci" / "run").read_text()
