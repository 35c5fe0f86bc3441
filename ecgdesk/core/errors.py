"""Errors that carry a sentence for the person at the screen."""

from ecgdesk.core.sentence import Sentence, joined


class EcgdeskError(Exception):
    """A problem said in one sentence, with what to do about it.

    `problem` names the file or thing and what is wrong with it; `advice` is the next step. Both are
    plain text without patient data and without a traceback: literals, or made by `core.sentence.say`, so
    that the window can say them in its own language.
    """

    code = "error"

    def __init__(self, problem: str, advice: str = "") -> None:
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.problem} {self.advice}".strip()

    @property
    def sentence(self) -> Sentence:
        """Problem and advice as one text that can be translated."""
        return joined((self.problem, self.advice))


class UnreadableFileError(EcgdeskError):
    """The file is no picture or PDF that can be shown whole."""

    code = "unreadable"


class TooLargeError(UnreadableFileError):
    """The file or its picture is over the limits; found in the header, before any decoding."""

    code = "too-large"


class ModelPackError(EcgdeskError):
    """The model pack does not verify or does not fit this program."""

    code = "model-pack"


class UnknownArchitectureError(ModelPackError):
    """The catalog has no such architecture."""

    code = "unknown-architecture"


class DeviceError(EcgdeskError):
    """The wanted device cannot be used."""

    code = "device"


class WeightsError(EcgdeskError):
    """Public weights are absent, damaged or do not fit their network."""

    code = "weights"


class RecipeError(EcgdeskError):
    """The training recipe or its data cannot be used."""

    code = "recipe"


class EngineError(EcgdeskError):
    """The engine process failed or went away."""

    code = "engine"


class CancelledError(EcgdeskError):
    """The work was cancelled; nothing is wrong."""

    code = "cancelled"


class ExplanationError(EcgdeskError):
    """No heat map can be made for this network, target or method."""

    code = "explanation"
