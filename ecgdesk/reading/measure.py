"""Measures what was read of a page: rate, intervals, axis, ST levels; what cannot be is said, not made up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ecgdesk.core.analysis import Measurements
from ecgdesk.core.measured import st_field
from ecgdesk.core.sentence import Sentence, say
from ecgdesk.core.tracing import LEAD_NAMES, LevelST, PageReading
from ecgdesk.reading.measure_average import Average, averages
from ecgdesk.reading.measure_beats import Group, groups_of
from ecgdesk.reading.measure_levels import best_of_each, qrs_axis, st_levels
from ecgdesk.reading.measure_p import p_lengths
from ecgdesk.reading.measure_qrs import Complex, find_qrs
from ecgdesk.reading.measure_strips import HZ, hidden_leads, strips_of
from ecgdesk.reading.measure_waves import Waves, agreed, find_waves, p_coherence, plausible_p

Poll = Callable[[], None]

BAZETT: Final = "Bazett"
_FEWEST_BEATS: Final = 3
_LARGEST_SPREAD_S: Final = 0.12
_RATES: Final = (20.0, 300.0)
_COHERENT, _COHERENT_IF_IRREGULAR = 0.60, 0.75
_IRREGULAR: Final = 0.15
_QT_LIMITS_MS: Final = (200.0, 700.0)
_OF_THE_AXIS: Final = frozenset({"I", "II", "aVF"})

_NEAR_MEDIAN: Final = 0.10

_RATE_FIELDS: Final = (
    "heart_rate_bpm", "heart_rate_mean_bpm", "heart_rate_low_bpm", "heart_rate_high_bpm", "rr_ms", "regular",
)  # fmt: skip
_WAVE_FIELDS: Final = ("pr_ms", "p_ms", "qrs_ms", "qt_ms", "qtc_ms", "qtc_fridericia_ms", "axis_deg", "st")

_NO_TRACE: Final = say("No trace could be read from this page.")
_FEW_BEATS: Final = say("Fewer than three beats stand out.")
_ODD_RATE: Final = say("The beats found do not make a believable rate.")
_NO_QRS: Final = say("The beginning or the end of the QRS complex does not stand out.")
_NO_P: Final = say("No P wave keeps the same place before the QRS complexes.")
_NO_P_ONSET: Final = say("The beginning of the P wave does not stand out.")
_NO_P_ENDS: Final = say("The ends of the P wave do not stand out.")
_NO_T: Final = say("The end of the T wave does not stand out.")
_NO_QT: Final = say("Without a QT interval there is none corrected for rate.")
_NO_AXIS: Final = say("It needs lead I with aVF or II, and a QRS complex that is not balanced in both.")
_NO_NAMES: Final = say("The leads of this page are not known by name.")
_HIDDEN: Final = say("A good part of this lead is hidden.")
_HIDDEN_LIMBS: Final = say("A good part of a lead that it needs is hidden.")
_CONTRADICT: Final = say("The leads that were read contradict each other.")
_WORST_AGREEMENT: Final = 0.5
"""Below it, less than a quarter of what limb leads do is what they must do: nothing is measured on that."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What a group of strips of one clock shows: its average beats, QRS complex, waves, and P's coherence."""

    beats: list[Average]
    count: int
    qrs: Complex
    waves: list[Waves]
    coherence: float


@dataclass(frozen=True, slots=True)
class _Rate:
    """The beats and the intervals between them, in seconds."""

    beats: int
    rr: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The mean interval in seconds."""
        return float(np.mean(self.rr))

    @property
    def usual(self) -> float:
        """The mean of the intervals near the median one, in seconds: what recorders take the rate from."""
        intervals = np.array(self.rr)
        middle = float(np.median(intervals))
        near = intervals[np.abs(intervals - middle) <= _NEAR_MEDIAN * middle]
        return float(np.mean(near)) if len(near) else middle

    @property
    def variation(self) -> float:
        """Their standard deviation over their mean."""
        return float(np.std(self.rr)) / self.mean


def measure(reading: PageReading, poll: Poll = lambda: None) -> Measurements:
    """Return what can be measured on a reading; every field without a value has its reason.

    `poll` is called between steps and may raise. Nothing is raised otherwise.
    """
    if reading.einthoven is not None and reading.einthoven < _WORST_AGREEMENT:
        return nothing_measured(_CONTRADICT)
    strips = strips_of(reading.traces)
    if not strips:
        return nothing_measured(_why_no_strips(reading))
    poll()
    groups = groups_of(strips)
    rate = _rate(groups)
    if isinstance(rate, Sentence):
        return nothing_measured(rate)
    found = []
    for group in groups:
        poll()
        found += _found(group, rate)
    measured = _measurements(rate, found)
    hidden = hidden_leads(reading.traces)
    return _without_hidden(measured, hidden) if hidden else measured


def _why_no_strips(reading: PageReading) -> str:
    given = (reading.reasons.get(name) for name in ("traces", "scale", "masks"))
    return next((why for why in given if why), _NO_TRACE)


def _without_hidden(measured: Measurements, hidden: Sequence[str]) -> Measurements:
    """Return the measurements with the leads that masks hide among the ST levels, without a value."""
    st = {name: LevelST(None, 0) if name in hidden else measured.st.get(name) for name in LEAD_NAMES}
    reasons = {**measured.reasons, **{st_field(name): _HIDDEN for name in hidden}}
    if measured.axis_deg is None and _OF_THE_AXIS & set(hidden):
        reasons["axis_deg"] = _HIDDEN_LIMBS
    return replace(measured, st={k: one for k, one in st.items() if one is not None}, reasons=reasons)


def nothing_measured(why: str) -> Measurements:
    """Return measurements without any, for one reason."""
    return Measurements(reasons=dict.fromkeys((*_RATE_FIELDS, *_WAVE_FIELDS), why))


def _rate(groups: Sequence[Group]) -> _Rate | Sentence:
    """Return the beats of the longest group, or of all columns where nothing goes on over the whole width."""
    used = groups[:1] if len(groups[0].at) > _FEWEST_BEATS else groups
    rr = tuple(float(interval) for group in used for interval in group.rr)
    beats = sum(len(group.at) for group in used)
    if beats < _FEWEST_BEATS or len(rr) < 2:
        return _FEW_BEATS
    rate = _Rate(beats, rr)
    return rate if _RATES[0] <= 60 / rate.mean <= _RATES[1] else _ODD_RATE


def _found(group: Group, rate: _Rate) -> list[_Found]:
    beats = averages(group)
    qrs = find_qrs(beats)
    if qrs is None:
        return []
    waves = find_waves(beats, rate.usual * HZ)
    return [_Found(beats, int(group.alike.sum()), qrs, waves, p_coherence(group, qrs))]


def _measurements(rate: _Rate, found: Sequence[_Found]) -> Measurements:
    values: dict[str, float | None] = {}
    reasons: dict[str, str] = {}
    values["qrs_ms"] = float(np.median([one.qrs.milliseconds for one in found])) if found else None
    values["pr_ms"], values["p_ms"], reasons_p = _p_wave(rate, found)
    values["qt_ms"] = _qt(found)
    values["axis_deg"], st = _levels(found)
    reasons |= reasons_p
    reasons |= _reasons(values, st, found)
    qt = values["qt_ms"]
    beats = sum(one.count for one in found)
    used = {name: beats for name, value in values.items() if value is not None}
    used |= dict.fromkeys(_RATE_FIELDS, rate.beats)
    used |= dict.fromkeys(("qtc_ms", "qtc_fridericia_ms") if qt is not None else (), beats)
    return Measurements(
        heart_rate_bpm=60 / rate.usual,
        heart_rate_mean_bpm=60 / rate.mean,
        heart_rate_low_bpm=60 / max(rate.rr),
        heart_rate_high_bpm=60 / min(rate.rr),
        rr_ms=1000 * rate.usual,
        regular=max(rate.rr) - min(rate.rr) <= _LARGEST_SPREAD_S,
        pr_ms=values["pr_ms"], p_ms=values["p_ms"], qrs_ms=values["qrs_ms"], qt_ms=qt,
        qtc_ms=None if qt is None else qt / float(np.sqrt(rate.usual)),
        qtc_formula=None if qt is None else BAZETT,
        qtc_fridericia_ms=None if qt is None else qt / float(np.cbrt(rate.usual)),
        axis_deg=values["axis_deg"], st=st, beats=rate.beats, beats_used=used, reasons=reasons,
    )  # fmt: skip


def _p_wave(rate: _Rate, found: Sequence[_Found]) -> tuple[float | None, float | None, Mapping[str, str]]:
    """Return PR and P in ms, or why there is none."""
    if not found:
        return None, None, dict.fromkeys(("pr_ms", "p_ms"), _NO_QRS)
    needed = _COHERENT_IF_IRREGULAR if rate.variation > _IRREGULAR else _COHERENT
    if np.average([one.coherence for one in found], weights=[one.count for one in found]) < needed:
        return None, None, dict.fromkeys(("pr_ms", "p_ms"), _NO_P)
    before = agreed([_gap(one.qrs.onset, waves.p_onset) for one in found for waves in one.waves])
    if before is None or not plausible_p(before):
        return None, None, dict.fromkeys(("pr_ms", "p_ms"), _NO_P_ONSET)
    length = agreed([length for one in found for length in p_lengths(one.beats, one.qrs, before)])
    p_ms = None if length is None else _in_ms(length)
    return _in_ms(before), p_ms, {} if p_ms is not None else {"p_ms": _NO_P_ENDS}


def _qt(found: Sequence[_Found]) -> float | None:
    length = agreed([_gap(waves.t_end, one.qrs.onset) for one in found for waves in one.waves])
    qt = None if length is None else _in_ms(length)
    return qt if qt is not None and _QT_LIMITS_MS[0] <= qt <= _QT_LIMITS_MS[1] else None


def _levels(found: Sequence[_Found]) -> tuple[float | None, Mapping[str, LevelST]]:
    """Return the axis and the ST levels; a lead is measured in the group that shows it in most beats."""
    axis: float | None = None
    st: dict[str, LevelST] = {}
    for one in found:
        leads = best_of_each(one.beats)
        axis = qrs_axis(leads, one.qrs) if axis is None else axis
        st |= {name: level for name, level in st_levels(leads, one.qrs).items() if name not in st}
    return axis, st


def _reasons(
    values: Mapping[str, float | None], st: Mapping[str, LevelST], found: Sequence[_Found]
) -> Mapping[str, str]:
    reasons: dict[str, str] = {}
    without = {"qrs_ms": _NO_QRS, "qt_ms": _NO_T if found else _NO_QRS}
    reasons |= {name: why for name, why in without.items() if values[name] is None}
    if values["qt_ms"] is None:
        reasons |= dict.fromkeys(("qtc_ms", "qtc_fridericia_ms"), _NO_QT)
    named = any(beat.name for one in found for beat in one.beats)
    if values["axis_deg"] is None:
        reasons["axis_deg"] = (_NO_AXIS if named else _NO_NAMES) if found else _NO_QRS
    if not any(level.millivolts is not None for level in st.values()):
        reasons["st"] = (_NO_QRS if named else _NO_NAMES) if found else _NO_QRS
    return reasons


def _gap(later: float | None, earlier: float | None) -> float | None:
    return None if later is None or earlier is None else later - earlier


def _in_ms(samples: float) -> float:
    return samples / HZ * 1000
