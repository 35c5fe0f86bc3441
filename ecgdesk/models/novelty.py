"""How far a page lies from the pages a network was trained on, in the network's own features.

The training pages are taken as one Gaussian with a shrunk covariance; the distance is Mahalanobis' (Lee et
al. 2018, arXiv 1807.03888, there from the network's own layers too). Only numpy here; `models.watch` gets
the features out of a network.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from ecgdesk.core.errors import ModelPackError
from ecgdesk.core.sentence import say

Floats = NDArray[np.float64]
_ASK_MAKER = say("Ask whoever made the model pack to write it again.")


@dataclass(frozen=True, slots=True, eq=False)
class Cloud:
    """Training pages as a Gaussian: `centre` (D), orthonormal `axes` (R, D) with `variances` (R).

    `rest` (1) is the variance along every direction that no axis spans; R may be as small as 1.
    """

    centre: Floats
    axes: Floats
    variances: Floats
    rest: Floats

    def distance(self, features: NDArray[np.floating]) -> Floats:
        """Return the Mahalanobis distance of each row of features (N, D)."""
        off = np.asarray(features, dtype=np.float64) - self.centre
        along = np.square(off @ self.axes.T)
        beside = np.maximum(np.square(off).sum(1) - along.sum(1), 0.0)
        distance: Floats = np.sqrt((along / self.variances).sum(1) + beside / self.rest[0])
        return distance

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """Return the arrays as they are stored, by name."""
        return {item.name: getattr(self, item.name).astype(np.float32) for item in fields(self)}


def cloud_of(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Cloud:
    """Return the cloud stored in a pack; raises ModelPackError when the arrays do not make one."""
    wanted = [item.name for item in fields(Cloud)]
    if sorted(arrays) != sorted(wanted) or any(arrays[key].dtype != np.float32 for key in wanted):
        raise _unusable(name)
    cloud = Cloud(**{key: arrays[key].astype(np.float64) for key in wanted})
    rank, size = len(cloud.variances), len(cloud.centre)
    shapes = [cloud.centre.shape, cloud.axes.shape, cloud.variances.shape, cloud.rest.shape]
    finite = all(bool(np.isfinite(arrays[key]).all()) for key in wanted)
    if shapes != [(size,), (rank, size), (rank,), (1,)] or not finite:
        raise _unusable(name)
    if min(cloud.variances.min(initial=np.inf), cloud.rest[0]) <= 0:
        raise _unusable(name)
    return cloud


def _unusable(name: str) -> ModelPackError:
    return ModelPackError(
        say("The description of the training pages in {file} is not usable.", file=name), _ASK_MAKER
    )
