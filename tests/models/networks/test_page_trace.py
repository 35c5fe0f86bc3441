"""The network of page and traces: what its lines measure, and that its two halves make one answer."""

import pytest
import torch
from torch import Tensor

from ecgdesk.core.errors import ModelPackError
from ecgdesk.explain.gradcam import GradCam
from ecgdesk.models.architectures import architecture
from ecgdesk.models.networks.build import build
from ecgdesk.models.networks.ink_traces import InkTraces
from ecgdesk.models.networks.page_trace import PageTrace

WIDTH, HEIGHT = 704, 208
BASELINES = (28, 80, 132, 184)


def _page(shift: int = 0) -> Tensor:
    """Four flat rows, and a stroke of 20 pixels up at column 300 of the second."""
    page = torch.zeros(1, 1, HEIGHT, WIDTH)
    for row in BASELINES:
        page[0, 0, row + shift, 27:687] = 1.0
    page[0, 0, BASELINES[1] + shift - 20 : BASELINES[1] + shift, 300] = 1.0
    return page


def _network() -> PageTrace:
    torch.manual_seed(3)
    network = build(architecture("page-trace"), 4)
    assert isinstance(network, PageTrace)
    return network


def test_a_stroke_is_read_in_its_row_and_column_and_nowhere_else() -> None:
    middle, highest, lowest, _ = InkTraces(WIDTH, HEIGHT)(_page())[0]
    assert highest.shape == (4, 660)
    assert (highest > 0.5).nonzero().tolist() == [[1, 300 - 27]]
    assert float(highest[1, 273]) > 1.0
    assert float(lowest.max()) < 0.05  # of the stroke, row 0 sees the tip, faded out
    assert float(middle[1, 273]) > 0.5


@pytest.mark.parametrize("shift", [-4, 4])
def test_a_page_moved_up_or_down_gives_the_same_lines(shift: int) -> None:
    traces = InkTraces(WIDTH, HEIGHT)
    assert torch.allclose(traces(_page(shift)), traces(_page()), atol=0.05)


def test_a_blank_page_gives_lines_of_nothing() -> None:
    assert not InkTraces(WIDTH, HEIGHT)(torch.zeros(2, 1, HEIGHT, WIDTH)).any()


def test_the_answer_is_the_mean_of_both_halves() -> None:
    network, page = _network().eval(), _page()
    with torch.no_grad():
        narrow = (torch.nn.functional.avg_pool2d(page, (1, 2)) - 0.05) / 0.12
        halves = network.page(narrow) + network.trace(page)
        assert torch.allclose(network(page), halves / 2, atol=1e-5)


def test_in_training_a_batch_teaches_one_half_and_in_time_both() -> None:
    network = _network().train()
    taught = set()
    for _ in range(12):
        network.zero_grad()
        network(_page().repeat(2, 1, 1, 1) + torch.rand(2, 1, HEIGHT, WIDTH)).square().sum().backward()
        halves = [network.page, network.trace]
        have = [any(p.grad is not None for p in half.parameters()) for half in halves]
        assert sum(have) == 1
        taught.add(have.index(True))
    assert taught == {0, 1}


def test_what_each_pixel_adds_is_told_of_both_halves() -> None:
    network = _network().eval()
    page = (_page() * 0.4).requires_grad_()  # neither blank nor saturated
    network.trace(page)[0, 1].backward()
    assert page.grad is not None
    on_a_row = page.grad[0, 0, BASELINES[1] - 24 : BASELINES[1] + 24, 27:687]
    assert torch.isfinite(page.grad).all()
    assert on_a_row.abs().max() > 0
    assert page.grad[..., :20].abs().max() == 0  # the margin before the traces
    page.grad = None
    network(page)[0, 1].backward()
    assert page.grad[..., :20].abs().max() > 0  # the page half looks there, too


def test_the_heat_map_explains_both_halves() -> None:
    network, page = _network().eval(), _page()
    whole = GradCam(network, "maps", "nchw").forward(page).map(1)
    with torch.no_grad():
        network.trace.head.weight.zero_()
        alone = GradCam(network, "maps", "nchw").forward(page).map(1)
    assert whole.shape == alone.shape == (1, 13, 22)
    assert not torch.allclose(whole, alone)


def test_the_map_before_it_is_cut_at_zero_holds_the_whole_logit() -> None:
    network, page, kept = _network().eval(), _page(), []
    hook = network.maps.register_forward_hook(lambda _m, _i, out: kept.append(out))
    logit = network(page.requires_grad_())[0, 1]
    hook.remove()
    (slopes,) = torch.autograd.grad(logit, kept[0])
    whole = (slopes.mean((2, 3), keepdim=True) * kept[0]).sum()
    biases = (network.page.head.bias[1] + network.trace.head.bias[1]) / 2
    assert (whole + biases).item() == pytest.approx(logit.item(), abs=1e-4)


def test_what_the_rhythm_adds_lies_on_the_strip() -> None:
    network, page = _network().eval(), _page()
    with torch.no_grad():
        network.page.head.weight.zero_()
        network.trace.head.weight[:, : -network.trace.rhythm.features].zero_()
    heat = GradCam(network, "maps", "nchw").forward(page).map(1)[0]
    assert heat.abs().max() > 0
    assert heat[:10].abs().max() == 0  # three rows of leads fill ten of the thirteen
    assert heat[10:, 1:-1].abs().min() > 0


@pytest.mark.parametrize(
    "change", [{"width": 351}, {"width": 64}, {"colour": "rgb", "mean": (0.0,) * 3, "std": (1.0,) * 3}]
)
def test_pictures_without_such_rows_are_refused(change: dict[str, object]) -> None:
    entry = architecture("page-trace")
    page = entry.preprocessing.model_validate({**entry.preprocessing.model_dump(), **change})
    with pytest.raises(ModelPackError, match="one channel of ink"):
        build(entry, 4, preprocessing=page)
