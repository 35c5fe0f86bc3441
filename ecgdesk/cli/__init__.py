"""The command line: analyze, models, doctor, train."""
