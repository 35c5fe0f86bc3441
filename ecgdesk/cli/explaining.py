"""How the command line wants heat maps made, compared and drawn."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ecgdesk.core.analysis import Analysis, AnalysisRequest, Stage
from ecgdesk.core.card import Card
from ecgdesk.core.sentence import say

if TYPE_CHECKING:  # brings numpy
    from ecgdesk.core.heat import HeatLook

_PER_CENT: Final = 100
USUAL: Final = "usual"
"""The method that comes first for a model's architecture."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How heat is painted: a colour map by name, per cent of heat that is hidden, opacity in per cent."""

    colours: str = "ember"
    threshold: int = 0
    opacity: int = _PER_CENT

    @property
    def look(self) -> "HeatLook":
        """The same for whoever paints."""
        from ecgdesk.core.heat import HeatLook

        return HeatLook(self.colours, self.threshold / _PER_CENT, self.opacity / _PER_CENT)


AS_USUAL: Final = Drawn()


@dataclass(frozen=True, slots=True)
class Second:
    """What a second heat map is of; what is empty is as with the first."""

    method: str = ""
    target: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Explaining:
    """What is explained and how; `target` None explains the top class, `second` is a map to compare with."""

    target: str | None = None
    layer: str = ""
    examine: bool = False
    drawn: Drawn = AS_USUAL
    second: Second | None = None

    def asked(self, request: AnalysisRequest) -> AnalysisRequest:
        """Return a request with these wishes."""
        return replace(request, target=self.target, layer=self.layer, examine=self.examine)

    def follow(self, request: AnalysisRequest, analysis: Analysis) -> AnalysisRequest | None:
        """Return what to ask after an analysis for the second map; None where there is nothing to compare."""
        first, other = analysis.explanation, self.second
        if first is None or other is None:
            return None
        # Another model may not know the class: its own top class is explained then.
        target = other.target or (None if other.model else first.target)
        return replace(
            request, page=analysis.page, method=other.method or request.method, target=target,
            model=other.model or request.model, crop=analysis.crop, until=Stage.CLASS, examine=False,
        )  # fmt: skip


PLAINLY: Final = Explaining()


@dataclass(frozen=True, slots=True)
class Words:
    """The options as they were written."""

    explain: str = "gradcam"
    target: str = ""
    beside: str = ""
    layer: str = ""
    examine: bool = False
    drawn: Drawn = AS_USUAL


def understood(words: Words, card: Card) -> tuple[str | None, Explaining]:
    """Return the method, None for "none", and the wishes; raises UsageError or ModelPackError."""
    from ecgdesk.cli.choosing import UsageError, chosen_method, chosen_model
    from ecgdesk.core.heat import COLOUR_MAPS
    from ecgdesk.models.architectures import methods_of

    methods, targets = _two("--explain", words.explain), _two("--target", words.target)
    known = [item.id for item in card.classes]
    for target in filter(None, targets):
        if target not in known:
            raise UsageError(
                say("The model has no class {target!r}.", target=target),
                say("Known: {known}.", known=", ".join(known)),
            )
    if words.drawn.colours not in COLOUR_MAPS:
        raise UsageError(
            say("There are no colours {name!r}.", name=words.drawn.colours),
            say("Known: {known}.", known=", ".join(COLOUR_MAPS)),
        )
    model = str(chosen_model(words.beside)[0]) if words.beside else ""
    second = Second(chosen_method(methods[1]) or "" if methods[1] else "", targets[1], model)
    if sum(map(bool, (second.method, second.target, second.model))) > 1:
        raise UsageError("Only one thing is compared: two methods, two classes, or two models.")
    first = methods_of(card.architecture)[0] if methods[0] == USUAL else chosen_method(methods[0])
    return first, Explaining(
        targets[0] or None, words.layer, words.examine, words.drawn, second if second != Second() else None
    )


def _two(option: str, words: str) -> tuple[str, str]:
    """Return one or two values that a comma divides, "" for none; raises UsageError for more."""
    from ecgdesk.cli.choosing import UsageError

    parts = [part.strip() for part in words.split(",")]
    if len(parts) > 2:
        raise UsageError(say("{option} takes one value, or two with a comma.", option=option))
    return parts[0], parts[1] if len(parts) > 1 else ""
