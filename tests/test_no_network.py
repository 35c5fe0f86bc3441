"""No network is ever asked unless somebody types “ecgdesk models fetch”: one module can, and nothing else."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FETCHES = ROOT / "ecgdesk" / "models" / "download.py"
NAMES_ADDRESSES = ROOT / "ecgdesk" / "models" / "origins.py"
READS_LOCAL_FILES = ROOT / "ecgdesk" / "models" / "importers" / "timm_layouts.py"

CONNECTS = (
    "urllib.request", "http.client", "http.server", "socket", "ssl", "requests", "httpx", "ftplib",
    "smtplib", "xmlrpc", "huggingface_hub", "torch.hub", "PySide6.QtNetwork", "PySide6.QtWebSockets",
)  # fmt: skip
FETCHING_CALLS = {
    "load_state_dict_from_url", "download_url_to_file", "hf_hub_download", "snapshot_download", "urlopen",
    "urlretrieve", "download_pretrained",
}  # fmt: skip


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for floor in ("ecgdesk", "training", "scripts"):
        for path in sorted((ROOT / floor).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_one_module_alone_can_open_a_connection() -> None:
    able = {
        path for path, tree in trees() for name in imported(tree)
        if any(name == one or name.startswith(f"{one}.") for one in CONNECTS)
    }  # fmt: skip
    assert able == {FETCHES, NAMES_ADDRESSES}


def test_the_hubs_client_only_spells_addresses() -> None:
    tree = ast.parse(NAMES_ADDRESSES.read_text(encoding="utf-8"))
    assert {n for n in imported(tree) if n.startswith("huggingface_hub")} == {"huggingface_hub.hf_hub_url"}


def test_no_library_is_asked_to_fetch() -> None:
    for path, tree in trees():
        for call in called(tree):
            assert name_of(call) not in FETCHING_CALLS, f"{path.name}:{call.lineno}"
            asks = any(
                word.arg in ("pretrained", "weights")
                and not (isinstance(word.value, ast.Constant) and not word.value.value)
                for word in call.keywords
                if name_of(call) in ("create_model", "create_model_and_transforms", "alexnet", "get_model")
            )
            assert not asks or path == READS_LOCAL_FILES, f"{path.name}:{call.lineno}"


def users_of(module: str) -> set[str]:
    return {path.stem for path, tree in trees() for name in imported(tree) if name.startswith(module)}


def test_only_the_fetch_command_reaches_that_module() -> None:
    assert users_of("ecgdesk.models.download") == {"weights_store"}
    assert users_of("ecgdesk.models.weights_store") == {"weights"}  # ecgdesk/cli/weights.py


def test_the_window_and_the_trainer_never_load_it() -> None:
    code = (
        "import sys, ecgdesk.app, ecgdesk.cli.main, training.pretrained\n"
        "print({'ecgdesk.models.download', 'ecgdesk.models.weights_store'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
