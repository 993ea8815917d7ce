"""The Ideas page: the catalogue, tries and their history, needs."""
