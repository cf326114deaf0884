"""Where work is done: here, or on a cluster."""
