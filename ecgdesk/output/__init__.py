"""What leaves the program: JSON, CSV, overlay PNG and PDF report. No Qt, no torch."""
