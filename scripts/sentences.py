"""Finds, in the source, every sentence that is said below the window, and those no translation could know.

Sentences are the literals in `say(…)`, `say_count(…)` and `template(…)`, and the literals that errors,
cautions and announcements of the engine are made with; what the fields of a recipe are described with; what
the data doctor and evaluations say (their errors are for the command line, in English only); and what the
cards of the bundled models say of them, from the recipes that made these.
"""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
ERROR: Final = "EcgdeskError"
SPEAKERS: Final[Mapping[str, int]] = MappingProxyType(
    {"Caution": 1, "Readiness": 1, "StateChanged": 1, "Moved": 1, "RequestFailed": 3, "Problem": 1}
)
"""Classes beside errors that carry sentences, and how many arguments come before these."""

_MADE_BY_HAND: Final = (ast.JoinedStr, ast.BinOp)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A sentence: the text that translations know it by, and whether it counts."""

    template: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One module of the program."""

    path: Path
    tree: ast.Module

    def calls(self, names: Iterable[str]) -> Iterator[tuple[str, ast.Call]]:
        """Yield every call of a plain name out of `names`."""
        wanted = set(names)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in wanted:
                yield node.func.id, node

    def values_of(self, name: str) -> Iterator[ast.expr]:
        """Yield what is assigned to a name, anywhere in the module."""
        for node in ast.walk(self.tree):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if isinstance(node, ast.AnnAssign):
                targets = [node.target]
            if any(isinstance(one, ast.Name) and one.id == name for one in targets) and node.value:
                yield node.value

    def place(self, node: ast.expr) -> str:
        """Say where a node stands."""
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"


def sources(folder: Path = ROOT / "ecgdesk") -> list[Source]:
    """Return the modules of the program."""
    return [
        Source(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(folder.rglob("*.py"))
    ]


def everything() -> list[Found]:
    """Return all that is said below the window, of the program, its trainer and the bundled models' cards."""
    beside = {*said_by(sources(ROOT / "training")), *described(sources()), *on_cards()}
    return sorted({*sentences(sources()), *beside})


def said_by(modules: list[Source]) -> set[Found]:
    """Return the sentences that are made with `say`, `say_count` and `template`."""
    found: set[Found] = set()
    for module in modules:
        for name, call in module.calls(("say", "say_count", "template")):
            plural = name == "say_count"
            said = call.args[1:2] if plural else call.args[:1]
            found |= {Found(text, plural) for part in said for text in _literals(part)}
    return {one for one in found if _has_words(one.template)}


def described(modules: list[Source]) -> set[Found]:
    """Return what the fields of a recipe are described with."""
    recipes = [module for module in modules if module.path.name.startswith("recipe")]
    calls = (call for module in recipes for _, call in module.calls(("Field",)))
    words = (k.value for call in calls for k in call.keywords if k.arg == "description")
    return {Found(text) for word in words for text in _literals(word)}


def on_cards() -> set[Found]:
    """Return description and limits of the bundled models."""
    found: set[Found] = set()
    for pack in sorted((ROOT / "resources" / "models").glob("*.ecgmodel")):
        recipe = ROOT / "training" / "recipes" / f"{pack.stem}.toml"
        card = tomllib.loads(recipe.read_text(encoding="utf-8"))["card"]
        found |= {Found(text) for text in (card["description"], *card["limits"])}
    return found


def sentences(modules: list[Source]) -> list[Found]:
    """Return every sentence that can be translated, each once."""
    found, speakers = said_by(modules), _speakers(modules)
    for module in modules:
        for argument in _spoken(module, speakers):
            found |= {Found(text) for text in _literals(argument)}
    return sorted(one for one in found if _has_words(one.template))


def strays(modules: list[Source]) -> list[str]:
    """Return where a sentence is put together by hand, so that no translation can know it."""
    lost, speakers = [], _speakers(modules)
    for module in modules:
        for name, call in module.calls(("say", "say_count", "template")):
            said = call.args[:2] if name == "say_count" else call.args[:1]
            lost += [module.place(call) for part in said if not _is_literal(part)]
        for argument in _spoken(module, speakers):
            values = [argument, *(module.values_of(argument.id) if isinstance(argument, ast.Name) else ())]
            lost += [module.place(value) for value in values if _is_by_hand(value)]
            lost += [module.place(value) for value in values[1:] if _is_literal(value) and _literals(value)]
    return sorted(set(lost))


def _spoken(module: Source, speakers: Mapping[str, int]) -> Iterator[ast.expr]:
    """Yield the arguments that are shown to people."""
    for name, call in module.calls(speakers):
        yield from call.args[speakers[name] :]
        yield from (k.value for k in call.keywords if k.arg in ("problem", "advice", "sentence"))


def _speakers(modules: list[Source]) -> Mapping[str, int]:
    """Return SPEAKERS with EcgdeskError and all its descendants."""
    classes = [node for module in modules for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    known: set[str] = {ERROR}
    while more := {one.name for one in classes if known & _bases(one)} - known:
        known |= more
    return {**dict.fromkeys(known, 0), **SPEAKERS}


def _bases(node: ast.ClassDef) -> set[str]:
    return {base.id for base in node.bases if isinstance(base, ast.Name)}


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return (
        [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value else []
    )


def _has_words(template: str) -> bool:
    return any(letter.isalpha() for text, *_ in Formatter().parse(template) for letter in text)


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_by_hand(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_by_hand(node.body) or _is_by_hand(node.orelse)
    formats = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in (
        "format", "join", "strip",
    )  # fmt: skip
    return formats or isinstance(node, _MADE_BY_HAND)
