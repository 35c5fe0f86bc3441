"""Classes that recipes name have names that a translation knows."""

from ecgdesk.core.class_lists import CLASS_LISTS
from ecgdesk.core.class_words import USUAL_CLASSES


def test_every_class_of_a_named_list_can_be_translated() -> None:
    names = {one.name for classes in CLASS_LISTS.values() for one in classes}
    assert names <= set(USUAL_CLASSES)


def test_no_name_is_there_twice() -> None:
    assert len(set(USUAL_CLASSES)) == len(USUAL_CLASSES)
