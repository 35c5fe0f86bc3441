"""Dataclasses, errors and contracts that every floor shares. No Qt, no torch, no OpenCV."""
