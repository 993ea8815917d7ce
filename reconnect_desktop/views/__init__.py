"""The windows, pages and widgets: Qt only here."""
