"""`ecgdesk analyze`: files and folders in, results in the same order out."""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from ecgdesk.cli.console import Streams
from ecgdesk.cli.explaining import PLAINLY, Drawn, Explaining, Words, understood
from ecgdesk.cli.signals import Signals, check_signals
from ecgdesk.core.analysis import Analysis, AnalysisRequest, DeviceChoice, Stage
from ecgdesk.core.errors import EcgdeskError
from ecgdesk.core.page import PageRef
from ecgdesk.engine.protocol import Engine, StateChanged

EXIT_ALL, EXIT_SOME, EXIT_USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for. `classes` names the classes of `model` for people.

    `files` are to be opened, `given` is what the command line called each of them.
    """

    files: tuple[Path, ...]
    given: tuple[str, ...]
    model: str
    classes: dict[str, str]
    method: str | None
    device: DeviceChoice = DeviceChoice.AUTO
    as_json: bool = False
    out: Path | None = None
    csv: Path | None = None
    explaining: Explaining = PLAINLY
    measure: bool = True
    signals: Signals = Signals.NONE


def analyze(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Pages, PDFs, or folders of them.")],
    model: Annotated[str, typer.Option(metavar="ID|FILE", help="An installed model or a pack file.")] = "",
    device: Annotated[DeviceChoice, typer.Option(help="Where the model runs.")] = DeviceChoice.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, nothing else.")] = False,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write pictures and reports there.")] = None,
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the results as a table.")] = None,
    explain: Annotated[
        str,
        typer.Option(
            metavar="METHOD|usual|none", help="How to explain; two, with a comma, stand side by side."
        ),
    ] = "usual",
    target: Annotated[
        str, typer.Option(metavar="CLASS", help="The class to explain; of two the difference is drawn.")
    ] = "",
    beside: Annotated[
        str, typer.Option(metavar="ID|FILE", help="A second model whose heat map stands beside.")
    ] = "",
    layer: Annotated[str, typer.Option(metavar="NAME", help="Which layer an activation map shows.")] = "",
    colours: Annotated[str, typer.Option(metavar="NAME", help="ember, sea, grey or jet.")] = "ember",
    threshold: Annotated[int, typer.Option(min=0, max=90, help="Hide heat below so many per cent.")] = 0,
    opacity: Annotated[int, typer.Option(min=0, max=100, help="How strongly heat shows, in per cent.")] = 100,
    examine: Annotated[bool, typer.Option("--examine", help="Put each heat map to the test.")] = False,
    measure: Annotated[
        bool, typer.Option("--measure/--no-measure", help="Read the traces and measure rate and intervals.")
    ] = True,
    signals: Annotated[
        Signals, typer.Option(help="Write the digitised leads beside pictures and reports.")
    ] = Signals.NONE,
) -> None:
    """Analyse pages and say for each what it shows, how sure that is, and why.

    Results come in the order of the paths, one for each page; a path given twice is analysed twice.
    In folders, what ecgdesk itself wrote (-heatmap.png, -report.pdf, -signals.csv) is left out.

    Exit code 0: all analysed; 1: some refused or failed, each named; 2: wrong usage.
    """
    streams = Streams()
    try:
        words = Words(explain, target, beside, layer, examine, Drawn(colours, threshold, opacity))
        check_signals(signals, out, measure=measure)
        wishes = _wishes(streams, paths, model, words, device, as_json, out, csv)
        wishes = replace(wishes, measure=measure, signals=signals)
    except EcgdeskError as error:
        streams.complain(error)
        raise typer.Exit(EXIT_USAGE) from error
    raise typer.Exit(_with_engine(wishes, streams))


def run(wishes: Wishes, engine: Engine, streams: Streams) -> int:
    """Analyse with an engine that was not started yet and return the exit code."""
    from ecgdesk.cli.summary import table
    from ecgdesk.cli.writing import Folder, Record
    from ecgdesk.engine.batch import outcomes

    folder = None if wishes.out is None else Folder.at(wishes.out, wishes.explaining.drawn, wishes.signals)
    record = Record(folder, streams.complain, wishes.csv is not None or not wishes.as_json, wishes.given)
    try:
        with streams.progress() as bar:
            task = bar.add_task("Analysing", total=len(wishes.files))

            def update(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)

            asked = outcomes(engine, _requests(wishes), update, _states(streams), follow=_follow(wishes))
            for outcome in asked:
                item = record.add(outcome)
                if wishes.as_json:
                    streams.line(_json_line(item))
    finally:
        failed = _write_table(wishes, record.objects, streams)
    if not wishes.as_json:
        streams.out.print(table(record.objects, wishes.classes))
    _name_the_failed(record.complaints, record.pages, streams)
    return EXIT_SOME if record.complaints or failed or not record.pages else EXIT_ALL


def _with_engine(wishes: Wishes, streams: Streams) -> int:
    from ecgdesk.engine.client import EngineClient
    from ecgdesk.engine.protocol import EngineOptions
    from ecgdesk.services.log import start_log
    from ecgdesk.services.paths import UserFolder

    folder = UserFolder.default()
    start_log(folder.log_file)
    engine = EngineClient(EngineOptions(wishes.device), log_file=folder.log_file.with_name("engine.log"))
    try:
        with closing(engine):
            return run(wishes, engine, streams)
    except EcgdeskError as error:
        streams.complain(error)
        return EXIT_SOME
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_SOME


def _wishes(
    streams: Streams, paths: list[str], model: str, words: Words, device: DeviceChoice, as_json: bool,
    out: Path | None, csv: Path | None,
) -> Wishes:  # fmt: skip
    from ecgdesk.cli.choosing import chosen_model
    from ecgdesk.cli.destinations import check_destinations
    from ecgdesk.reading.find import find_files

    found = find_files(paths)
    if found.sentence:
        streams.say(found.sentence)
    if not found.files:
        streams.say("There are no pages to analyse there.")
    pack, card = chosen_model(model)
    classes = {item.id: item.name for item in card.classes}
    method, how = understood(words, card)
    check_destinations(csv, out, (*found.files, pack))
    return Wishes(found.files, found.given, str(pack), classes, method, device, as_json, out, csv, how)


def _requests(wishes: Wishes) -> list[AnalysisRequest]:
    return [_request(wishes, file) for file in wishes.files]


def _request(wishes: Wishes, file: Path) -> AnalysisRequest:
    plain = AnalysisRequest(PageRef(file), wishes.model, device=wishes.device, method=wishes.method)
    asked = wishes.explaining.asked(plain)
    # A heat map is put to the test in the same stage: who wants that gets both.
    return asked if wishes.measure or asked.examine else replace(asked, until=Stage.CLASS)


def _follow(wishes: Wishes) -> Callable[[Analysis], AnalysisRequest | None]:
    """Return what asks for a second heat map after the first."""
    return lambda analysis: wishes.explaining.follow(_request(wishes, analysis.page.path), analysis)


def _states(streams: Streams) -> Callable[[StateChanged], None]:
    """Say on stderr what is worth a word: a card that cannot be used, an engine that was restarted."""
    from ecgdesk.engine.protocol import EngineState

    def on_state(event: StateChanged) -> None:
        if event.sentence and event.state is not EngineState.READING:
            streams.say(event.sentence)

    return on_state


def _json_line(item: dict[str, object]) -> str:
    from ecgdesk.output.as_json import as_line

    return as_line(item)


def _write_table(wishes: Wishes, objects: list[dict[str, object]], streams: Streams) -> bool:
    """Write the CSV if one is wanted; returns whether that failed."""
    if wishes.csv is None:
        return False
    from ecgdesk.output.files import OutputError, write_file
    from ecgdesk.output.table import as_csv

    try:
        write_file(wishes.csv, as_csv(objects).encode("utf-8", "backslashreplace"))
    except OutputError as error:
        streams.complain(error)
        return True
    return False


def _name_the_failed(complaints: list[str], pages: int, streams: Streams) -> None:
    if not complaints:
        return
    were = "was" if len(complaints) == 1 else "were"
    streams.say(f"{len(complaints)} of {pages} {'page' if pages == 1 else 'pages'} {were} not analysed:")
    for complaint in complaints:
        streams.say(f"  {complaint}")
