"""What is known of a run follows from its events, also when it was resumed."""

from ecgdesk.core.run_events import Epoch, Event, Notice, Resumed
from ecgdesk.services.training.progress import RunProgress
from tests.fakes.run_events import epoch, fold, started, whole_run


def progress(*events: Event) -> RunProgress:
    made = RunProgress()
    for event in events:
        made.add(event)
    return made


def test_nothing_is_known_before_the_first_event() -> None:
    made = progress()
    assert (made.share_done, made.seconds_left, made.names) == (0.0, None, ())


def test_share_and_time_left_follow_the_epochs() -> None:
    made = progress(started(), *epoch("fold 1", 1))
    assert made.share_done == 1 / 6
    assert made.seconds_left == 10.0  # five epochs ahead of two seconds each
    assert (made.views_per_second, made.device_memory_mb) == (55.0, 812.0)


def test_a_whole_run_is_done() -> None:
    made = progress(*whole_run())
    assert made.share_done == 1.0
    assert set(made.scores) == {"fold 1", "fold 2"}
    assert made.end is not None
    assert made.end.kind == "finished"


def test_the_epoch_that_is_kept_is_the_last_one_said_to_be_best() -> None:
    second = Epoch("fold 1", 2, 2, 0.5, 0.9, 0.5, 2.0, False)
    made = progress(started(), *epoch("fold 1", 1), second)
    best = made.fits["fold 1"].best
    assert best is not None
    assert best.epoch == 1


def test_resuming_takes_back_what_no_longer_counts() -> None:
    made = progress(started(), *epoch("fold 1", 1), *epoch("fold 1", 2), Resumed("fold 1", 2, 0))
    assert made.fits["fold 1"].curve("train_loss") == ([1], [1.0])
    assert made.end is None


def test_a_fold_that_ended_early_counts_as_whole() -> None:
    made = progress(started(), *epoch("fold 1", 1), fold("fold 1"))
    assert made.share_of("fold 1") == 1.0


def test_notices_are_kept() -> None:
    assert progress(Notice("fold 1", "The batch was halved.")).notices == ["The batch was halved."]
