"""Findings and events as JSON lines, and back."""

import json
from dataclasses import asdict
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

SCHEMA: Final = 1

_KINDS: Final[dict[str, type[Event]]] = {
    event.kind: event for event in (Began, Progress, Finding, Examined, Evaluated, Cancelled, Refused)
}


def to_line(event: Event) -> str:
    """Return an event as one line of JSON without its end of line."""
    return json.dumps({"event": event.kind, "schema": SCHEMA, **asdict(event)}, ensure_ascii=False)


def from_line(line: str) -> Event:
    """Return the event in a line of JSON; raises ValueError for anything else.

    Fields that this version does not know are passed over, so that an older window reads a newer scan.
    """
    values: dict[str, Any] = json.loads(line)
    try:
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
