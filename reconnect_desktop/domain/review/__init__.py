"""One month, looked back on."""
