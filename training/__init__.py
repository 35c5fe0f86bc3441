"""The trainer: data, splits, objectives, calibration, cards. Runs headless and from the wizard alike."""
