"""ecgdesk: an offline desktop application that reads an ECG page and says, honestly, what it sees."""

__version__ = "0.1.0"
