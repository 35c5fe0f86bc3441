"""One sentence a class for networks that compare a page with text: pure data, editable in a recipe.

Paper A names one of its sentences, kept word for word for MI. The wording of the others is ours. The paper
reads two class ids of the picture set in its own way (AHB as advanced heart block, HMI as myocardial injury);
`CARDIAC` follows the set's own description and is the default, `PAPER_A` follows the paper.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

_MI: Final = "ST-elevation in anterior leads indicating MI"
_COVID: Final = "Sinus tachycardia with nonspecific ST-T changes in a patient with COVID-19"
_NORMAL: Final = "Normal sinus rhythm with normal intervals and no ST-T changes"

CARDIAC: Final[Mapping[str, str]] = MappingProxyType(
    {
        "MI": _MI,
        "AHB": "Abnormal heartbeat with irregular or premature beats",
        "HMI": "Pathological Q waves indicating a history of MI",
        "COVID-19": _COVID,
        "Normal": _NORMAL,
    }
)

PAPER_A: Final[Mapping[str, str]] = MappingProxyType(
    {
        "MI": _MI,
        "AHB": "Dissociated P waves and QRS complexes indicating advanced heart block",
        "HMI": "ST-T changes indicating myocardial injury",
        "COVID-19": _COVID,
        "Normal": _NORMAL,
    }
)


def sentences_for(class_ids: Sequence[str], given: Mapping[str, str] | Sequence[str]) -> tuple[str, ...]:
    """Return one sentence a class, in the order of the classes.

    `given` is a sentence by class id, or a list in the order of the classes. A class without one takes it
    from `CARDIAC`, else a plain sentence that names the class. Raises ValueError when a list does not fit.
    """
    if not isinstance(given, Mapping):
        if len(given) != len(class_ids):
            raise ValueError(f"{len(given)} class sentences for {len(class_ids)} classes")
        return tuple(given)
    return tuple(given.get(name) or CARDIAC.get(name) or _plain(name) for name in class_ids)


def _plain(class_id: str) -> str:
    return f"A 12-lead ECG showing {class_id}"
