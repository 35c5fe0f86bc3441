"""Run every benchmark in turn: `python -m benchmarks`, or one: `python -m benchmarks.engine`."""

import pkgutil
import subprocess
import sys

import benchmarks


def main() -> int:
    """Run each benchmark in a process of its own and return the worst exit status."""
    worst = 0
    for module in sorted(
        m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_")
    ):
        print(f"\n── {module}", flush=True)
        worst = max(
            worst, subprocess.run([sys.executable, "-m", f"benchmarks.{module}"], check=False).returncode
        )
    return worst


if __name__ == "__main__":
    sys.exit(main())
