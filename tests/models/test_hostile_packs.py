"""Files that are no good model packs: each is refused with one sentence, and nothing in them is run."""

import io
import json
import pickle
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save as save_arrays

from ecgdesk.core.errors import ModelPackError
from ecgdesk.models import pack
from ecgdesk.models.container import SIZE_LIMITS
from ecgdesk.models.loaded import load_network
from tests.models.packs import (
    changed_card,
    changed_weights,
    members_of,
    small_cloud,
    small_network,
    small_pack,
    wary_pack,
    with_sums,
    zipped,
)

Members = Mapping[str, bytes]
Spoil = Callable[[Path, Members], Path]


class Bomb:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.mark,)


def _bytes(data: bytes) -> Spoil:
    def spoil(folder: Path, _: Members) -> Path:
        path = folder / "bad.ecgmodel"
        path.write_bytes(data)
        return path

    return spoil


def _members(change: Callable[[Members], Members], compression: int = zipfile.ZIP_STORED) -> Spoil:
    return lambda folder, members: zipped(folder / "bad.ecgmodel", change(members), compression)


def _card(**changes: object) -> Spoil:
    return _members(lambda members: changed_card(members, **changes))


def _card_bytes(data: bytes) -> Spoil:
    return _members(lambda members: with_sums({**members, "card.json": data}))


def _weights(change: Callable[[dict[str, torch.Tensor]], object]) -> Spoil:
    def spoil(members: Members) -> Members:
        weights = dict(small_network().state_dict())
        change(weights)
        return changed_weights(members, weights)

    return _members(spoil)


def _raw_weights(data: bytes) -> Spoil:
    return _members(lambda members: with_sums({**members, "model.safetensors": data}))


def _rewritten(change: Callable[[bytes], bytes]) -> Spoil:
    """Spoil the bytes of a good pack."""

    def spoil(folder: Path, members: Members) -> Path:
        path = zipped(folder / "bad.ecgmodel", members)
        path.write_bytes(change(path.read_bytes()))
        return path

    return spoil


def _twice(folder: Path, members: Members) -> Path:
    path = folder / "bad.ecgmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in [*members.items(), ("card.json", b"{}")]:
            if name in archive.namelist():
                with pytest.warns(UserWarning, match="Duplicate"):
                    archive.writestr(name, data)
            else:
                archive.writestr(name, data)
    return path


def _torch_file(folder: Path, _: Members) -> Path:
    torch.save(small_network().state_dict(), folder / "bad.ecgmodel")
    return folder / "bad.ecgmodel"


def _claims_more(raw: bytes) -> bytes:
    """Let the directory claim a card of 3 GiB."""
    at = raw.index(b"PK\x01\x02")
    while raw[at + 46 : at + 55] != b"card.json":
        at = raw.index(b"PK\x01\x02", at + 4)
    return raw[: at + 20] + struct.pack("<II", 3 << 30, 3 << 30) + raw[at + 28 :]


def _encrypted(raw: bytes) -> bytes:
    at = raw.index(b"PK\x01\x02")
    return raw[: at + 8] + b"\x01\x00" + raw[at + 10 :]


def _header(tensors: object, payload: bytes = b"") -> bytes:
    header = json.dumps(tensors).encode()
    return struct.pack("<Q", len(header)) + header + payload


def _nested_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("model.safetensors", b"")
    return buffer.getvalue()


CONTAINER: dict[str, tuple[Spoil, str]] = {
    "an empty file": (_bytes(b""), "is empty"),
    "text": (_bytes(b"not a pack"), "is not a model pack"),
    "a picture": (_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40)), "is not a model pack"),
    "a pickle": (_bytes(pickle.dumps({"weights": 1})), "never opened as a model"),
    "a .pt file": (_torch_file, "never opened as a model"),
    "bare weights": (_bytes(_header({"a": 1}) + bytes(9)), "without a model card"),
    "a zip of something else": (_members(lambda _: {"readme.txt": b"hello"}), "does not belong there"),
    "a cut-off pack": (_rewritten(lambda raw: raw[: len(raw) * 2 // 3]), "cut off or damaged"),
    "no card": (_members(lambda m: {k: v for k, v in m.items() if k != "card.json"}), "card.json is missing"),
    "no weights": (
        _members(lambda m: {k: v for k, v in m.items() if "model" not in k}),
        "model.safetensors is missing",
    ),
    "no sums": (_members(lambda m: {k: v for k, v in m.items() if "SUMS" not in k}), "SHA256SUMS is missing"),
    "a pickle beside the weights": (_members(lambda m: {**m, "data.pkl": b"x"}), "never opened as a model"),
    "something extra": (_members(lambda m: {**m, "run.py": b"x"}), "'run.py'"),
    "a name that climbs out": (_members(lambda m: {**m, "../../evil.py": b"x"}), "'../../evil.py'"),
    "an absolute name": (_members(lambda m: {**m, "/etc/passwd": b"x"}), "'/etc/passwd'"),
    "a member twice": (_twice, "twice"),
    "a compressed zip bomb": (
        _members(lambda m: with_sums({**m, "card.json": b" " * 3_000_000}), zipfile.ZIP_DEFLATED),
        "is compressed",
    ),
    "a member that claims gigabytes": (_rewritten(_claims_more), "impossible size"),
    "a card over the limit": (_card_bytes(b" " * (SIZE_LIMITS["card.json"] + 1)), "impossible size"),
    "a password": (_rewritten(_encrypted), "password"),
    "sums of another pack": (
        _members(lambda m: {**m, "card.json": m["card.json"] + b" "}),
        "damaged or was changed",
    ),
    "sums that are no sums": (
        _members(lambda m: {**m, "SHA256SUMS": b"\xff\x00"}),
        "no valid list of checksums",
    ),
    "sums of more files": (
        _members(lambda m: {**m, "SHA256SUMS": m["SHA256SUMS"] + b"0" * 64 + b"  /etc/passwd\n"}),
        "no valid list",
    ),
    "a card that is not JSON": (_card_bytes(b"{"), "not readable JSON"),
    "a card of endless brackets": (_card_bytes(b"[" * 200_000), "not readable JSON"),
    "a card that is a list": (_card_bytes(b"[]"), "which schema"),
    "no schema": (_card(schema=None), "which schema"),
    "a newer schema": (_card(schema=2), "follows schema 2"),
    "an unknown field": (_card(surprise=1), "surprise"),
    "a missing field": (_card(classes=None), "classes"),
    "one class": (_card(classes=[{"id": "a", "name": "a", "short": "a"}]), "classes"),
    "an id that is a path": (_card(id="../up"), "id"),
    "an unknown architecture": (_card(architecture="wonder-net"), "'wonder-net'"),
    "an option without end": (
        _card(options={"width": 4, "depths": [1, 10**9]}),
        "sets an option to 1000000000",
    ),
}  # fmt: skip
"""What is wrong on the outside or on the card: found without reading a weight."""

WEIGHTS: dict[str, tuple[Spoil, str]] = {
    "damaged weights": (_rewritten(lambda raw: raw[:-600] + b"!" + raw[-599:]), "damaged"),
    "a pickle in place of the weights": (_raw_weights(pickle.dumps([1, 2])), "not valid safetensors"),
    "a zip in place of the weights": (_raw_weights(_nested_zip()), "not valid safetensors"),
    "empty weights": (_raw_weights(b""), "not valid safetensors"),
    "no tensor at all": (_raw_weights(_header({})), "not valid safetensors"),
    "a header longer than the file": (
        _raw_weights(struct.pack("<Q", 1 << 62) + b"{}"),
        "not valid safetensors",
    ),
    "tensors that overlap": (
        _raw_weights(
            _header({n: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]} for n in "ab"}, bytes(4))
        ),
        "not valid safetensors",
    ),
    "a tensor past the end": (
        _raw_weights(_header({"a": {"dtype": "F32", "shape": [9], "data_offsets": [0, 36]}}, bytes(4))),
        "not valid safetensors",
    ),
    "a tensor of unknown kind": (
        _raw_weights(_header({"a": {"dtype": "PICKLE", "shape": [1], "data_offsets": [0, 4]}}, bytes(4))),
        "not valid safetensors",
    ),
}  # fmt: skip
"""What is wrong with the weights' bytes: found by `verify`, without torch."""

MISFITS: dict[str, tuple[Spoil, str]] = {
    "a weight missing": (_weights(lambda w: w.pop("head.bias")), "head.bias is missing"),
    "a weight too many": (_weights(lambda w: w.update(extra=torch.zeros(1))), "extra is unknown"),
    "another number of classes": (
        _weights(lambda w: w.update({"head.weight": torch.zeros(9, 8)})),
        "head.weight is 9×8 float32, not 3×8 float32",
    ),
    "another kind of number": (_weights(lambda w: w.update({"head.bias": torch.zeros(3).half()})), "float16"),
    "a NaN": (_weights(lambda w: w["head.bias"].fill_(float("nan"))), "not numbers (head.bias)"),
    "an infinity": (_weights(lambda w: w["head.bias"].fill_(float("inf"))), "not numbers (head.bias)"),
    "fewer classes on the card": (
        _card(classes=[{"id": i, "name": i, "short": i} for i in "ab"]),
        "head.weight is 3×8 float32, not 2×8 float32",
    ),
    "an option that is unknown": (_card(options={"wdth": 4}), "cannot be built with these options"),
    "options of another size": (_card(options={"width": 8, "depths": [1, 1]}), "do not fit its card"),
    "a network from a hub": (
        _card(architecture="resnet50", options={"model": "hf-hub:someone/model"}), "no network called 'hf-hub"
    ),
    "a checkpoint to unpickle": (
        _card(architecture="resnet50", options={"checkpoint_path": "weights.pt"}),
        "'checkpoint_path' is not allowed",
    ),
    "weights to download": (
        _card(architecture="resnet50", options={"pretrained": True}),
        "'pretrained' is not allowed",
    ),
    "a network timm does not have": (_card(architecture="timm:wonder_net"), "'wonder_net'"),
    "a member network from a hub": (
        _card(
            architecture="inception-mobilenet-nasnet",
            options={"members": [{"model": "hf-hub:someone/model", "size": 64}]},
        ),
        "no network called 'hf-hub",
    ),
}  # fmt: skip
"""What only the network itself can tell."""


@pytest.fixture
def good(tmp_path: Path) -> dict[str, bytes]:
    return members_of(small_pack(tmp_path))


def _table(*tables: Mapping[str, tuple[Spoil, str]]) -> list[object]:
    return [pytest.param(*row, id=name) for table in tables for name, row in table.items()]


def _is_a_sentence(error: ModelPackError) -> bool:
    return error.problem.endswith(".") and error.advice.endswith(".") and "\n" not in str(error)


@pytest.mark.parametrize(("spoil", "said"), _table(CONTAINER))
def test_a_card_is_read_only_from_a_pack(
    spoil: Spoil, said: str, tmp_path: Path, good: dict[str, bytes]
) -> None:
    with pytest.raises(ModelPackError) as caught:
        pack.read_card(spoil(tmp_path, good))
    assert said in caught.value.problem
    assert _is_a_sentence(caught.value)


@pytest.mark.parametrize(("spoil", "said"), _table(CONTAINER, WEIGHTS))
def test_a_pack_that_does_not_verify_is_refused(
    spoil: Spoil, said: str, tmp_path: Path, good: dict[str, bytes]
) -> None:
    with pytest.raises(ModelPackError) as caught:
        pack.verify(spoil(tmp_path, good))
    assert said in caught.value.problem


@pytest.mark.parametrize(("spoil", "said"), _table(CONTAINER, WEIGHTS, MISFITS))
def test_a_network_is_loaded_only_from_a_good_pack(
    spoil: Spoil, said: str, tmp_path: Path, good: dict[str, bytes]
) -> None:
    with pytest.raises(ModelPackError) as caught:
        load_network(spoil(tmp_path, good))
    assert said in caught.value.problem
    assert _is_a_sentence(caught.value)


def _cloud(change: Callable[[dict[str, np.ndarray]], object]) -> bytes:
    arrays = small_cloud().arrays()
    change(arrays)
    return save_arrays(arrays)


UNFIT_CLOUDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "no tensors": (lambda: b"", "not valid safetensors"),
    "a pickle": (lambda: pickle.dumps([1]), "not valid safetensors"),
    "an array missing": (lambda: _cloud(lambda a: a.pop("rest")), "not usable"),
    "an array too many": (lambda: _cloud(lambda a: a.update(more=np.zeros(1, np.float32))), "not usable"),
    "axes of another size": (
        lambda: _cloud(lambda a: a.update(axes=np.zeros((2, 7), np.float32))), "not usable"
    ),
    "a centre that is a table": (
        lambda: _cloud(lambda a: a.update(centre=np.zeros((8, 8), np.float32))), "not usable"
    ),
    "a variance of nought": (lambda: _cloud(lambda a: a["variances"].fill(0)), "not usable"),
    "a NaN": (lambda: _cloud(lambda a: a["centre"].fill(np.nan)), "not usable"),
    "another kind of number": (lambda: _cloud(lambda a: a.update(rest=np.ones(1))), "not usable"),
}  # fmt: skip


@pytest.mark.parametrize(("cloud", "said"), _table(UNFIT_CLOUDS))
def test_training_pages_that_make_no_cloud_are_refused(
    cloud: Callable[[], bytes], said: str, tmp_path: Path
) -> None:
    members = {**members_of(wary_pack(tmp_path)), "novelty.safetensors": cloud()}
    with pytest.raises(ModelPackError) as caught:
        load_network(zipped(tmp_path / "bad.ecgmodel", with_sums(members)))
    assert said in caught.value.problem
    assert _is_a_sentence(caught.value)


def test_training_pages_and_card_belong_together(tmp_path: Path) -> None:
    wary = members_of(wary_pack(tmp_path))
    without = with_sums({name: data for name, data in wary.items() if "novelty" not in name})
    unasked = changed_card(wary, novelty=None)
    for members in (without, unasked):
        with pytest.raises(ModelPackError, match="do not match"):
            pack.read_card(zipped(tmp_path / "bad.ecgmodel", members))


def test_training_pages_without_a_checksum_and_changed_ones_are_refused(tmp_path: Path) -> None:
    wary = members_of(wary_pack(tmp_path))
    unlisted = {**wary, "SHA256SUMS": b"\n".join(wary["SHA256SUMS"].split(b"\n")[:2]) + b"\n"}
    with pytest.raises(ModelPackError, match="no valid list"):
        pack.read_card(zipped(tmp_path / "bad.ecgmodel", unlisted))
    changed = {**wary, "novelty.safetensors": wary["novelty.safetensors"][:-1] + b"!"}
    with pytest.raises(ModelPackError, match="damaged or was changed"):
        pack.verify(zipped(tmp_path / "bad.ecgmodel", changed))


def test_a_layer_to_compare_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelPackError, match="no layer 'nose'"):
        load_network(wary_pack(tmp_path, layer="nose"))


def _pickled_everywhere(mark: Path, members: Members) -> dict[str, bytes | Members]:
    bomb = pickle.dumps(Bomb(mark))
    saved = io.BytesIO()
    torch.save(Bomb(mark), saved)
    return {
        "the file itself": bomb,
        "the file itself, as torch writes it": saved.getvalue(),
        "the weights": with_sums({**members, "model.safetensors": bomb}),
        "the weights, as torch writes them": with_sums({**members, "model.safetensors": saved.getvalue()}),
        "the card": with_sums({**members, "card.json": bomb}),
        "a member more": {**members, "data.pkl": bomb},
    }


@pytest.mark.parametrize("place", [*_pickled_everywhere(Path(), {})])
def test_a_pickle_is_never_executed(place: str, tmp_path: Path, good: dict[str, bytes]) -> None:
    mark = tmp_path / "executed"
    content = _pickled_everywhere(mark, good)[place]
    path = tmp_path / "bad.ecgmodel"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        zipped(path, content)
    for opened in (pack.read_card, pack.verify, load_network):
        if opened is pack.read_card and place.startswith("the weights"):
            continue  # a card is read without looking at the weights
        with pytest.raises(ModelPackError):
            opened(path)
    assert not mark.exists()


def test_the_bomb_would_go_off(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Bomb(tmp_path / "executed")))
    assert (tmp_path / "executed").exists()


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.ecgmodel", tmp_path):
        with pytest.raises(ModelPackError, match="cannot be opened"):
            pack.verify(path)


@pytest.mark.parametrize("keep", [1, 10, 100, 1000, 5000])
def test_a_pack_cut_anywhere_is_refused(keep: int, tmp_path: Path) -> None:
    path = small_pack(tmp_path)
    path.write_bytes(path.read_bytes()[:-keep])
    with pytest.raises(ModelPackError):
        pack.verify(path)


def test_any_changed_byte_of_card_or_weights_is_noticed(tmp_path: Path) -> None:
    path = small_pack(tmp_path)
    raw = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        starts = [member.header_offset + 30 + len(member.filename) for member in archive.infolist()]
    for start in starts:
        for at in (start, start + 40):
            path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
            with pytest.raises(ModelPackError):
                pack.verify(path)
