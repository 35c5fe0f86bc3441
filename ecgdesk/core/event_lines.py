"""Findings and events as JSON lines, and back.

Sentences travel as plain text for any program, and beside the event as `wordings`: how each of them was made,
so that a window can say them in another language.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, Final

from ecgdesk.core.findings import (
    Began,
    Cancelled,
    Evaluated,
    Event,
    Examined,
    Finding,
    FindingCode,
    Progress,
    Refused,
    Remedy,
    RemedyKind,
    Severity,
)
from ecgdesk.core.sentence import Sentence

SCHEMA: Final = 1

_KINDS: Final[dict[str, type[Event]]] = {
    event.kind: event for event in (Began, Progress, Finding, Examined, Evaluated, Cancelled, Refused)
}


def to_line(event: Event) -> str:
    """Return an event as one line of JSON without its end of line."""
    wordings: dict[str, Any] = {}
    _collect(event, wordings)
    made = {"wordings": wordings} if wordings else {}
    return json.dumps({"event": event.kind, "schema": SCHEMA, **asdict(event), **made}, ensure_ascii=False)


def from_line(line: str) -> Event:
    """Return the event in a line of JSON; raises ValueError for anything else.

    Fields that this version does not know are passed over, so that an older window reads a newer scan.
    """
    values: dict[str, Any] = json.loads(line)
    try:
        values = _worded(values, values.get("wordings") or {})
        kind = _KINDS[values["event"]]
        known = {key: value for key, value in values.items() if key in kind.__dataclass_fields__}
        if kind is Finding:
            return _finding(known)
        return kind(**_frozen(known))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an event: {line[:80]!r}") from error


def _finding(values: dict[str, Any]) -> Finding:
    remedies = tuple(_remedy(item) for item in values.pop("remedies", ()))
    code, severity = FindingCode(values.pop("code")), Severity(values.pop("severity"))
    return Finding(code=code, severity=severity, remedies=remedies, **_frozen(values))


def _remedy(values: dict[str, Any]) -> Remedy:
    known = {key: value for key, value in values.items() if key in Remedy.__dataclass_fields__}
    return Remedy(**{**_frozen(known), "kind": RemedyKind(values["kind"])})


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with lists as tuples, as the dataclasses hold them."""
    return {key: _tuples(value) for key, value in values.items()}


def _tuples(value: object) -> object:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def _collect(value: object, wordings: dict[str, Any]) -> None:
    """Note how each sentence inside a value was made."""
    if isinstance(value, Sentence):
        if value.values or value.singular:
            for inner in value.values.values():
                _collect(inner, wordings)
            wordings[str(value)] = {
                "template": value.template, "values": dict(value.values), "singular": value.singular,
            }  # fmt: skip
    elif is_dataclass(value):
        for item in fields(value):
            _collect(getattr(value, item.name), wordings)
    elif isinstance(value, Mapping):
        for inner in value.values():
            _collect(inner, wordings)
    elif isinstance(value, tuple | list):
        for inner in value:
            _collect(inner, wordings)


def _worded(value: Any, wordings: Mapping[str, Any]) -> Any:  # noqa: ANN401 — any JSON
    """Return the values with sentences in place of the texts that they give."""
    if isinstance(value, str):
        return _sentence(value, wordings)
    if isinstance(value, dict):
        return {key: _worded(inner, wordings) for key, inner in value.items() if key != "wordings"}
    if isinstance(value, list):
        return [_worded(inner, wordings) for inner in value]
    return value


def _sentence(text: str, wordings: Mapping[str, Any]) -> str:
    made = wordings.get(text)
    if not isinstance(made, dict):
        return text
    inner = {name: _worded(part, wordings) for name, part in made["values"].items() if part != text}
    try:
        whole = Sentence(made["template"], inner, made.get("singular", ""))
    except (KeyError, IndexError, ValueError, AttributeError):  # made otherwise: the text itself still stands
        return text
    return whole if whole == text else text
