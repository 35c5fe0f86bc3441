"""Networks, their catalog, the one preprocessing path and model packs."""
