"""The passphrase and the recovery key on the screen: set, changed, taken away."""
