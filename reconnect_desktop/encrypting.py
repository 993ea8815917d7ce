"""Setting a passphrase and a recovery key on the open journal, changing them, and taking them away."""
