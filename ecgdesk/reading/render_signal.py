"""The twelve leads as numbers, before they are drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.sentence import say

LEADS = ("I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")
MEASURED_LEADS = ("I", "II", "V1", "V2", "V3", "V4", "V5", "V6")
"""What a recorder measures; the other four limb leads follow from I and II."""

Millivolts = NDArray[np.float32]


class SignalError(EcgdeskError):
    """The signal cannot be drawn."""

    code = "signal"


@dataclass(frozen=True, slots=True, eq=False)
class Signal:
    """A multi-lead recording: `millivolts` (leads, samples) at `hz` samples a second.

    `r_peaks_s` are the times of the beats where they are known (simulated signals). Raises SignalError
    when the shape, the rate or a value is unusable.
    """

    millivolts: Millivolts
    hz: float
    leads: tuple[str, ...] = LEADS
    r_peaks_s: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        shape = self.millivolts.shape
        if len(shape) != 2 or shape[0] != len(self.leads) or shape[1] < 2:
            raise SignalError(
                say(
                    "The signal has the shape {shape}, not {leads} leads of two samples or more.",
                    shape=shape,
                    leads=len(self.leads),
                )
            )
        if not self.hz > 0:
            raise SignalError(say("The sampling rate is {hz} Hz.", hz=self.hz), "Give a rate above zero.")
        if not np.isfinite(self.millivolts).all():
            raise SignalError("The signal has missing values.", "Fill the gaps before it is drawn.")

    @property
    def seconds(self) -> float:
        """Duration of the recording."""
        return float(self.millivolts.shape[1] / self.hz)

    def lead(self, name: str) -> Millivolts:
        """Return one lead, (samples,), in mV; raises SignalError for a lead that is not there."""
        if name not in self.leads:
            raise SignalError(
                say("The signal has no lead {lead}.", lead=name),
                say("It has {leads}.", leads=", ".join(self.leads)),
            )
        samples: Millivolts = self.millivolts[self.leads.index(name)]
        return samples


def twelve_from_eight(measured: Millivolts) -> Millivolts:
    """Return the 12 standard leads (12, n) from I, II, V1 … V6 (8, n).

    III = II − I (Einthoven); aVR = −(I + II)/2, aVL = I − II/2, aVF = II − I/2 (Goldberger).
    """
    one, two = measured[0], measured[1]
    derived = [one, two, two - one, -(one + two) / 2, one - two / 2, two - one / 2]
    return np.concatenate([np.stack(derived), measured[2:]]).astype(np.float32)
