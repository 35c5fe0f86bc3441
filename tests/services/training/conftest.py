from tests.fakes.training import fake_trainer

__all__ = ["fake_trainer"]
