"""Qt widgets: small, wiring only."""
