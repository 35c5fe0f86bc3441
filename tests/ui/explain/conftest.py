from tests.fakes.fixtures import make, rig

__all__ = ["make", "rig"]
