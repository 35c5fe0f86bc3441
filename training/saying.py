"""Events in words, for the console and the log."""

from ecgdesk.core.run_events import (
    Epoch,
    Event,
    Failed,
    Finished,
    Fold,
    Notice,
    Paused,
    Resumed,
    Started,
    Stopped,
)


def sentence(event: Event) -> str:
    """Return one line for a person, or an empty text for events nobody reads."""
    if isinstance(event, Started):
        return f"{event.name}: {event.pages} pages, classes {', '.join(event.classes)}."
    if isinstance(event, Epoch):
        held_out = "" if event.held_out_accuracy is None else f", held out {event.held_out_accuracy:.3f}"
        place = f"{event.fit} epoch {event.epoch}/{event.epochs}"
        return f"{place}: loss {event.train_loss:.3f}{held_out} ({event.seconds:.1f} s)"
    if isinstance(event, Fold):
        figures = f"accuracy {event.accuracy:.3f}, macro F1 {event.macro_f1:.3f}"
        return f"{event.fit}: {figures} ({event.pages} pages)"
    if isinstance(event, Finished):
        figures = f"accuracy {event.accuracy:.3f}, macro F1 {event.macro_f1:.3f}"
        return f"Finished: {figures}; {event.pack} written."
    if isinstance(event, Failed):
        return f"{event.problem} {event.advice}".strip()
    if isinstance(event, Resumed):
        return f"{event.fit} goes on in epoch {event.epoch}, after step {event.step}."
    if isinstance(event, Notice):
        return event.sentence
    return event.reason if isinstance(event, Stopped | Paused) else ""
