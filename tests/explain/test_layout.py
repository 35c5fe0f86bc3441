"""From tokens to a grid."""

import pytest
import torch

from ecgdesk.core.errors import ExplanationError
from ecgdesk.explain.layout import as_grid, token_grid


@pytest.mark.parametrize(
    ("tokens", "size", "grid"),
    [
        (197, (224, 224), (14, 14)),  # a class token, patches of 16
        (196, (224, 224), (14, 14)),  # none
        (198, (224, 224), (14, 14)),  # class and distillation token
        (201, (224, 224), (14, 14)),  # class and four register tokens
        (50, (224, 224), (7, 7)),  # patches of 32
        (287, (208, 352), (13, 22)),  # a wide page
        (1370, (518, 518), (37, 37)),  # patches of 14
    ],
)
def test_patches_are_found_among_the_tokens(
    tokens: int, size: tuple[int, int], grid: tuple[int, int]
) -> None:
    assert token_grid(tokens, size) == grid


def test_tokens_that_are_no_grid_are_refused() -> None:
    with pytest.raises(ExplanationError, match="no grid"):
        token_grid(150, (224, 224))


def test_the_first_tokens_are_left_out_and_rows_come_first() -> None:
    patches = torch.arange(8.0).reshape(1, 8, 1)
    tokens = torch.cat([torch.full((1, 1, 1), -1.0), patches], dim=1)
    assert as_grid(tokens, "tokens", (32, 64)).tolist() == [[[[0, 1, 2, 3], [4, 5, 6, 7]]]]


def test_channels_are_put_first() -> None:
    assert as_grid(torch.zeros(2, 3, 4, 5), "nhwc", (32, 32)).shape == (2, 5, 3, 4)
