"""An analysis as the JSON object that scripts rely on. Fields are added here, never renamed or left out.

Null means "not known" or "not measured"; nothing is made up to fill a field.
"""

import json
import math
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from ecgdesk.core.analysis import Analysis, Explanation, Measurements, Quality
from ecgdesk.core.constants import DISCLAIMER
from ecgdesk.core.heat import is_difference
from ecgdesk.core.lead_keys import rest_of
from ecgdesk.output.reading_json import geometry_object, reading_object

SCHEMA: Final = 1
_ST_FIELD: Final = MappingProxyType({"st": "st_j60_mv"})


def as_object(
    analysis: Analysis,
    file: str,
    heatmap: str | None = None,
    when: datetime | None = None,
    second: Analysis | None = None,
    signals: str | None = None,
) -> dict[str, Any]:
    """Return the object; `file` as it was given, `heatmap` and `signals` relative to the output folder.

    `date` is that of writing, as on the report, unless `when` is given: ISO 8601 with the offset from UTC.
    `second` is the analysis whose heat map was compared with.
    """
    prediction = analysis.prediction
    return {
        "schema": SCHEMA,
        "file": file,
        "page": analysis.page.number,
        "date": (when or datetime.now()).astimezone().isoformat(timespec="seconds"),
        "file_sha256": analysis.file_sha256 or None,
        "status": str(analysis.status),
        "reason": analysis.reason or None,
        "trust": str(analysis.trust),
        "label": prediction.label if prediction else None,
        "labels": list(prediction.labels) if prediction else [],
        "uncertain": prediction.uncertain if prediction else None,
        "unlike_training": prediction.unlike_training if prediction else None,
        "novelty": _number(prediction.novelty, 4) if prediction else None,
        "probabilities": _numbers(prediction.probabilities, 6) if prediction else {},
        "prediction_set": list(prediction.prediction_set) if prediction else [],
        "thresholds": _numbers(prediction.thresholds, 6) if prediction else {},
        "coverage": prediction.coverage if prediction else None,
        "model": {
            "id": analysis.model.id if analysis.model else None,
            "sha256": analysis.model.sha256 if analysis.model else None,
        },
        "device": analysis.device,
        "geometry": geometry_object(analysis.crop),
        "quality": _quality(analysis.quality),
        "reading": reading_object(analysis.reading, signals),
        "measurements": _measurements(analysis.measurements or Measurements()),
        "explanation": _explanation(analysis.explanation, heatmap),
        "comparison": _comparison(analysis, second),
        "rationale": analysis.rationale or None,
        "cautions": [
            {"code": caution.code, "problem": caution.problem, "advice": caution.advice}
            for caution in analysis.cautions
        ],
        "timing_ms": _numbers(analysis.timing_ms, 2),
        "disclaimer": DISCLAIMER,
    }


def as_line(item: Mapping[str, Any]) -> str:
    """Return one line of strict JSON (no NaN) in ASCII, so that any console or pipe takes it."""
    return json.dumps(item, allow_nan=False)


def _quality(quality: Quality | None) -> dict[str, Any]:
    return _numbers(quality.figures, 4) if quality else {}


def _measurements(measured: Measurements) -> dict[str, Any]:
    return {
        "heart_rate_bpm": _number(measured.heart_rate_bpm, 1),
        "pr_ms": _number(measured.pr_ms, 1),
        "qrs_ms": _number(measured.qrs_ms, 1),
        "qt_ms": _number(measured.qt_ms, 1),
        "qtc_ms": _number(measured.qtc_ms, 1),
        "qtc_formula": measured.qtc_formula,
        "qtc_fridericia_ms": _number(measured.qtc_fridericia_ms, 1),
        "heart_rate_mean_bpm": _number(measured.heart_rate_mean_bpm, 1),
        "heart_rate_low_bpm": _number(measured.heart_rate_low_bpm, 1),
        "heart_rate_high_bpm": _number(measured.heart_rate_high_bpm, 1),
        "rr_ms": _number(measured.rr_ms, 1),
        "regular": measured.regular,
        "p_ms": _number(measured.p_ms, 1),
        "axis_deg": _number(measured.axis_deg, 0),
        "st_j60_mv": {lead: _number(measured.st[lead].millivolts, 3) for lead in measured.st},
        "beats": measured.beats,
        "beats_used": {**measured.beats_used, "st_j60_mv": _st_beats(measured)},
        "not_measurable": {_ST_FIELD.get(name, name): why for name, why in measured.reasons.items()},
    }


def _st_beats(measured: Measurements) -> dict[str, int]:
    return {lead: level.beats for lead, level in measured.st.items()}


def _explanation(explanation: Explanation | None, heatmap: str | None) -> dict[str, Any]:
    shares = explanation.lead_shares if explanation else None
    checks = explanation.checks if explanation else {}
    return {
        "method": explanation.method if explanation else None,
        "target": explanation.target if explanation else None,
        "heatmap": heatmap,
        "outside_trace_share": _number(explanation.outside_trace_share, 4) if explanation else None,
        "lead_shares": _numbers(shares, 4) if shares is not None else None,
        "outside_leads_share": _number(rest_of(shares), 4) if shares else None,
        "checks": {
            name: _number(value, 4) if isinstance(value, float) else value for name, value in checks.items()
        },
        "light": (explanation.light or None) if explanation else None,
        "verdict": (explanation.verdict or None) if explanation else None,
        "layer": (explanation.layer or None) if explanation else None,
        "layers": list(explanation.layers) if explanation else [],
        "peak": _number(explanation.peak, 6) if explanation else None,
        "cost": _numbers(explanation.cost, 2) if explanation else {},
    }


def _comparison(first: Analysis, second: Analysis | None) -> dict[str, Any] | None:
    """Return what the heat map was compared with, and why not where that failed."""
    if second is None:
        return None
    other = second.explanation
    problem = second.reason or (str(second.cautions[-1]) if other is None and second.cautions else "")
    return {
        "shown": None if other is None else "difference" if is_difference(first, second) else "beside",
        "method": other.method if other else None,
        "target": other.target if other else None,
        "model": {
            "id": second.model.id if second.model else None,
            "sha256": second.model.sha256 if second.model else None,
        },
        "label": second.prediction.label if second.prediction else None,
        "problem": problem or None,
    }


def _numbers(values: Mapping[str, float], digits: int) -> dict[str, float | None]:
    return {name: _number(value, digits) for name, value in values.items()}


def _number(value: float | None, digits: int) -> float | None:
    return None if value is None or not math.isfinite(value) else round(float(value), digits)
