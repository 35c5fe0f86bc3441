"""Commands that print speed and accuracy as ratios against a named peer."""
