"""The built-in tags: what got in the way (the article's four causes), and what helped."""

from __future__ import annotations

GOT_IN_THE_WAY = ("life changes", "different styles", "old hurt", "outside stress")
HELPED = ("laughed together", "did something together", "really listened")
BUILT_IN = GOT_IN_THE_WAY + HELPED
