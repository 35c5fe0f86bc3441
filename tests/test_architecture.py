"""The house: imports point down only, there are no circles, and the window loads no torch."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# What each floor may import of the project, itself aside: whole floors, or single modules where only a
# front door is open.
ENGINE_DOOR = {"ecgdesk.engine.protocol", "ecgdesk.engine.client", "ecgdesk.engine.batch"}
BELOW_ENGINE = {"ecgdesk.core", "ecgdesk.reading", "ecgdesk.models", "ecgdesk.explain"}
PACKS = {"ecgdesk.models.library", "ecgdesk.models.pack", "ecgdesk.models.files"}
# The wizard lists the catalog, which is pure data, and gives a run's pack another card.
WIZARD = {
    "ecgdesk.models.architectures",
    "ecgdesk.models.catalog",
    "ecgdesk.models.public_weights",
    "ecgdesk.models.repack",
}
# The commands that keep public weights; what loads torch is imported when one of them runs.
WEIGHTS = {
    "ecgdesk.models.architectures",
    "ecgdesk.models.catalog",
    "ecgdesk.models.public_weights",
    "ecgdesk.models.weights_store",
    "ecgdesk.models.zero_shot",
}
MAY_IMPORT = {
    "ecgdesk.core": set(),
    "ecgdesk.reading": {"ecgdesk.core"},
    "ecgdesk.models": {"ecgdesk.core"},
    "ecgdesk.explain": {"ecgdesk.core", "ecgdesk.models"},
    "ecgdesk.engine": BELOW_ENGINE,
    "ecgdesk.output": {"ecgdesk.core", "ecgdesk.reading"},
    "ecgdesk.services": {"ecgdesk.core", "ecgdesk.output", "ecgdesk.reading"} | ENGINE_DOOR | PACKS | WIZARD,
    # Pages are read, and previews of what a model gets are made, in the engine's process. The canvas alone
    # lays pixels it was given flat, as the corners are dragged.
    "ecgdesk.ui": {
        "ecgdesk.core",
        "ecgdesk.services",
        "ecgdesk.engine.protocol",
        "ecgdesk.reading.straighten",
    }
    | PACKS,
    # The doctor asks for the devices and what can be offered; it loads torch only in a process of its own.
    "ecgdesk.cli": {
        "ecgdesk.core",
        "ecgdesk.reading",
        "ecgdesk.output",
        "ecgdesk.app",
        "ecgdesk.services",
        "training",
    }
    | {"ecgdesk.engine.device", "ecgdesk.engine.gpu", "ecgdesk.engine.offers"}
    | ENGINE_DOOR
    | PACKS
    | WEIGHTS,
    "ecgdesk.app": {"ecgdesk.core", "ecgdesk.services", "ecgdesk.ui"} | ENGINE_DOOR | PACKS,
    "ecgdesk.__main__": {"ecgdesk.cli"},
    "training": BELOW_ENGINE,
}

TORCH = {"torch", "torchvision", "timm", "captum"}
QT = {"PySide6", "pyqtgraph", "shiboken6"}

FORBIDDEN_LIBRARIES = {
    "ecgdesk.core": TORCH | QT | {"cv2", "PIL"},
    "ecgdesk.reading": TORCH | QT,
    "ecgdesk.models": QT,
    "ecgdesk.explain": QT,
    "ecgdesk.engine": QT,
    "ecgdesk.output": TORCH | QT,
    "ecgdesk.services": TORCH,
    "ecgdesk.ui": TORCH,
    "ecgdesk.cli": QT,
    "training": QT,
}

SERVICES_QT = {"PySide6.QtCore"}


def sources() -> list[Path]:
    return sorted([*(ROOT / "ecgdesk").rglob("*.py"), *(ROOT / "training").rglob("*.py")])


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def floor_of(module: str) -> str | None:
    return next((f for f in MAY_IMPORT if module == f or module.startswith(f + ".")), None)


def imports_of(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_imports_point_down_only(path: Path) -> None:
    floor = floor_of(module_name(path))
    if module_name(path) == "ecgdesk":
        return
    assert floor is not None, f"{module_name(path)} stands on no floor"
    for name in imports_of(path):
        if floor_of(name) in {None, floor} or name in MAY_IMPORT[floor]:
            continue
        allowed = any(name == door or name.startswith(door + ".") for door in MAY_IMPORT[floor])
        assert allowed, f"{module_name(path)} imports {name}"


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_floors_keep_their_libraries_apart(path: Path) -> None:
    floor = floor_of(module_name(path))
    for name in imports_of(path):
        library = name.split(".")[0]
        assert library not in FORBIDDEN_LIBRARIES.get(floor or "", set()), (
            f"{module_name(path)} imports {name}"
        )
        if floor == "ecgdesk.services" and library == "PySide6":
            assert ".".join(name.split(".")[:2]) in SERVICES_QT | {"PySide6"}, f"{module_name(path)}: {name}"


def test_there_are_no_import_circles() -> None:
    graph = {module_name(p): set(imports_of(p, top_level_only=True)) for p in sources()}
    graph = {module: {t for t in targets if t in graph and t != module} for module, targets in graph.items()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join([*trail[trail.index(module) :], module])
        if module in done:
            return
        for target in graph[module]:
            visit(target, (*trail, module))
        done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize(
    "module", ["ecgdesk.ui.main_window", "ecgdesk.app", "ecgdesk.cli.main", "ecgdesk.engine.client"]
)
def test_the_front_of_the_house_loads_no_torch(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({TORCH!r} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert loaded.stdout.strip() == ""


@pytest.mark.parametrize("path", sources(), ids=module_name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, f"{path}: {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{path}:{node.lineno} {node.name} has {length} lines"
        assert not isinstance(node, ast.Global), f"{path}:{node.lineno} uses global"
