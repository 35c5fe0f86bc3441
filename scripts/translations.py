"""Bring the translations of the window up to date and compile them: `python scripts/translations.py de`.

Collects every string of the window, and every sentence that is said below it, into
resources/translations/ecgdesk_LANGUAGE.ts, keeps what is translated there already, drops what is said no
more, and compiles the .qm file that the program reads. What has no translation yet is listed.

    python scripts/translations.py de --missing > new.json    what has no translation yet, to be filled in
    python scripts/translations.py de --fill new.json         puts it into the .ts file and compiles it

Several forms of a sentence that counts are a list: one form for each number the language tells apart.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sentences import ROOT, everything

FOLDER: Final = ROOT / "resources" / "translations"
CONTEXT: Final = "Engine"
Words = str | list[str]


def main(arguments: list[str] | None = None) -> int:
    """Update and compile the named languages, or all that are there; returns 0 when nothing is missing."""
    wishes = _wishes(arguments)
    languages = wishes.languages or [p.stem.removeprefix("ecgdesk_") for p in sorted(FOLDER.glob("*.ts"))]
    if not languages:
        print("Name a language, such as “de”.", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    gaps = sum(_bring_up_to_date(FOLDER / f"ecgdesk_{one}.ts", one, wishes) for one in languages)
    return 1 if gaps and not wishes.missing else 0


def _wishes(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE")
    parser.add_argument("--missing", action="store_true", help="print what has no translation yet as JSON")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="JSON as --missing prints it, filled in")
    return parser.parse_args(arguments)


def _bring_up_to_date(ts: Path, language: str, wishes: argparse.Namespace) -> int:
    """Update, fill and compile one language; returns how many strings have no translation."""
    update(ts, language)
    if wishes.fill:
        fill(ts, json.loads(wishes.fill.read_text(encoding="utf-8")))
        update(ts, language)  # in the form in which Qt's tools write it
    gaps = missing(ts)
    if wishes.missing:
        print(json.dumps(gaps, indent=1, ensure_ascii=False))
    count = sum(map(len, gaps.values()))
    print(f"{ts.name}: {count} without a translation.", file=sys.stderr)
    run("pyside6-lrelease", "-silent", str(ts), "-qm", str(ts.with_suffix(".qm")))
    return count


def update(ts: Path, language: str) -> None:
    """Bring the strings of a .ts file to those of the source."""
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "engine.py"
        listing.write_text("\n".join(_listed()), encoding="utf-8")
        run("pyside6-lupdate", *_window(), str(listing), "-ts", str(ts), "-silent", "-no-obsolete",
            "-locations", "none", "-target-language", language)  # fmt: skip


def missing(ts: Path) -> dict[str, dict[str, Words]]:
    """Return what has no finished translation, by context, with room for it."""
    gaps: dict[str, dict[str, Words]] = {}
    for context, message in _messages(ET.parse(ts)):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            forms = translation.findall("numerusform")
            gaps.setdefault(context, {})[message.findtext("source", "")] = [""] * len(forms) if forms else ""
    return gaps


def fill(ts: Path, words: dict[str, dict[str, Words]]) -> None:
    """Put translations, by context and source, into a .ts file; empty ones are left out."""
    tree = ET.parse(ts)
    for context, message in _messages(tree):
        said = words.get(context, {}).get(message.findtext("source", ""))
        if said and all(said):
            _put(message.find("translation"), said)
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def _put(translation: ET.Element | None, said: Words) -> None:
    if translation is None:
        return
    translation.attrib.pop("type", None)
    if isinstance(said, str):
        translation.text = said
        return
    for form, text in zip(translation.findall("numerusform"), said, strict=True):
        form.text = text


def _messages(tree: "ET.ElementTree[ET.Element]") -> Iterator[tuple[str, ET.Element]]:
    for context in tree.iter("context"):
        for message in context.findall("message"):
            yield context.findtext("name", ""), message


def _window() -> list[str]:
    """Return the files that Qt's own tool finds strings in."""
    files = sorted((ROOT / "ecgdesk").rglob("*.py"))
    return [str(p) for p in files if "ui" in p.relative_to(ROOT).parts or p.name == "app.py"]


def _listed() -> Iterator[str]:
    """Yield the sentences from below the window as Qt's own tool finds them."""
    for one in everything():
        text, counting = json.dumps(one.template, ensure_ascii=False), ", None, 1" if one.counts else ""
        yield f"QCoreApplication.translate({CONTEXT!r}, {text}{counting})"


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools from this environment."""
    subprocess.run([str(Path(sys.executable).parent / tool), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
