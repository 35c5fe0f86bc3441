"""What importing the window does, each in a fresh interpreter."""

import ast
import os
import subprocess
import sys

from tests.conftest import ROOT


def _run(code: str) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_window_is_there_before_numpy_pydantic_and_opencv_are_imported() -> None:
    heavy = ("numpy", "pydantic", "cv2", "PIL", "multiprocessing")
    code = f"import sys, ecgdesk.app; print([m for m in {heavy!r} if m in sys.modules])"
    assert _run(code) == "[]"


def test_the_whole_window_never_imports_torch() -> None:
    code = (
        "import sys, ecgdesk.app, ecgdesk.ui.workspace, ecgdesk.engine.client, ecgdesk.models.library;"
        "print([m for m in ('torch', 'torchvision', 'timm', 'captum') if m in sys.modules])"
    )
    assert _run(code) == "[]"


def test_curves_are_not_imported_before_anybody_looks_at_a_signal() -> None:
    code = "import sys, ecgdesk.app, ecgdesk.ui.workspace; print('pyqtgraph' in sys.modules)"
    assert _run(code) == "False"


def test_imports_are_plain_again_once_the_window_is_imported() -> None:
    assert _run("import builtins, ecgdesk.app; print(builtins.__import__.__name__)") == "__import__"


def test_many_threads_can_import_at_once() -> None:
    code = """
import ecgdesk.app, threading
names = ["ecgdesk.models.library", "ecgdesk.ui.workspace", "ecgdesk.engine.client", "ecgdesk.output.report",
         "ecgdesk.services.session_record", "ecgdesk.ui.settings_dialog"]
failed = []
def load(name):
    try:
        __import__(name)
    except ImportError as error:
        failed.append(error)
threads = [threading.Thread(target=load, args=(n,)) for n in names]
[t.start() for t in threads]
[t.join() for t in threads]
print(failed)
"""
    assert _run(code) == "[]"


def test_opencv_is_whole_before_an_engine_process_can_inherit_its_half_changed_path() -> None:
    code = (
        "import sys, ecgdesk.app; services = ecgdesk.app.real_services();"
        "print('cv2' in sys.modules, end=' '); services.engine._engine._engine(); print('cv2' in sys.modules)"
    )
    assert _run(code) == "False True"


_WITHOUT = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in {names!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
from PySide6.QtWidgets import QApplication
app = QApplication([])
import ecgdesk.ui.training.wizard
from ecgdesk.ui.training.curves import Chart, Line
chart = Chart("Loss")
chart.show_lines([Line("fold 1", [1, 2], [1.0, 0.5], 2, True)], ["fold 1"])
print(chart.grab().isNull())
"""


def test_training_is_shown_without_the_modules_that_the_packaged_program_leaves_out() -> None:
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    lists = {target.id: node.value for node in assigned if isinstance(target := node.targets[0], ast.Name)}
    left_out = ast.literal_eval(lists["EXCLUDED_MODULES"])
    assert "triton" in left_out
    assert _run(_WITHOUT.format(names=tuple(left_out))) == "False"
