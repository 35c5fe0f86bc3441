"""The parts of `ecgdesk evaluate`: answers, figures, subgroups, drift, recalibration, report."""
