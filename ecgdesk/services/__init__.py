"""Session, background engine, settings. QtCore at most."""
