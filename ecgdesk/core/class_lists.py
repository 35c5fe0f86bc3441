"""Lists of classes by name: pure data. A recipe names one, writes out its own, or takes what the data has."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecgdesk.core.card import ClassInfo


def _classes(*rows: tuple[str, str, str]) -> tuple[ClassInfo, ...]:
    return tuple(ClassInfo(id=i, name=name, short=short) for i, name, short in rows)


_MI: Final = ("MI", "Myocardial infarction", "MI")
_HMI: Final = ("HMI", "History of myocardial infarction", "HMI")
_AHB: Final = ("AHB", "Abnormal heartbeat", "AHB")
_COVID: Final = ("COVID-19", "COVID-19", "COVID-19")
_NORMAL: Final = ("Normal", "Normal", "Normal")

CLASS_LISTS: Final[Mapping[str, tuple[ClassInfo, ...]]] = MappingProxyType(
    {
        "cardiac-4": _classes(_MI, _HMI, _AHB, _NORMAL),
        "covid-5": _classes(_MI, _AHB, _HMI, _COVID, _NORMAL),
        "ptbxl-5": _classes(
            ("NORM", "Normal ECG", "NORM"),
            ("MI", "Myocardial infarction", "MI"),
            ("STTC", "ST/T change", "STTC"),
            ("CD", "Conduction disturbance", "CD"),
            ("HYP", "Hypertrophy", "HYP"),
        ),
    }
)
"""The classes of the cardiac set; the same with COVID-19, as in paper A (which reads AHB as advanced heart
block and HMI as myocardial injury; the names here follow the set's own description); the diagnostic
superclasses of PTB-XL, of which a page may have several or none."""
