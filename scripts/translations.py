"""Bring a translation of the window up to date, and compile it: `python scripts/translations.py de`.

Collects every string of the window into resources/translations/ecgdesk_LANGUAGE.ts, keeps what is translated
there already, and compiles what is finished into the .qm file that the settings dialog then offers.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"


def main() -> int:
    """Update and compile the named languages, or all that are there."""
    languages = sys.argv[1:] or [p.stem.removeprefix("ecgdesk_") for p in sorted(FOLDER.glob("ecgdesk_*.ts"))]
    if not languages:
        print("Name a language, such as “de”.", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    sources = [
        str(p) for p in sorted((ROOT / "ecgdesk").rglob("*.py")) if "ui" in p.parts or p.name == "app.py"
    ]
    for language in languages:
        text = FOLDER / f"ecgdesk_{language}.ts"
        run("pyside6-lupdate", *sources, "-ts", str(text))
        run("pyside6-lrelease", str(text), "-qm", str(text.with_suffix(".qm")))
    return 0


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools from this environment."""
    subprocess.run([str(Path(sys.executable).parent / tool), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
