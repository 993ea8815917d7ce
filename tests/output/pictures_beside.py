"""Pictures compared with those that were found good, with room for what differs between versions of a library."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

GOLDEN = Path(__file__).parent.parent / "golden"
_WIDTH = 200  # pixels: text is a grey texture then, its place and its weight are seen, its hinting is not
_MEAN_MOST = 2.0  # of 255, over the whole page
_SPOT_MOST = 60  # of 255, anywhere, once blurred


def assert_looks_as_before(drawn: Image.Image, name: str, kept: Path) -> None:
    """Fail where the picture differs from tests/golden/<name>; what it looks like now, and where it differs, is kept there."""
    small = _small(drawn)
    path = GOLDEN / name
    found = Image.open(path).convert("L") if path.exists() else Image.new("L", small.size)
    before = found if found.size == small.size else found.resize(small.size)
    difference = ImageChops.difference(_blurred(small), _blurred(before))
    mean, (_, most) = ImageStat.Stat(difference).mean[0], ImageStat.Stat(difference).extrema[0]
    if mean > _MEAN_MOST or most > _SPOT_MOST or not path.exists():
        small.save(kept / name)
        difference.save(kept / f"difference-{name}")
        raise AssertionError(
            f"{name} looks different (mean {mean:.2f}, most {most}): see {kept} (if it is meant to, that is the new one)"
        )


def _small(drawn: Image.Image) -> Image.Image:
    height = round(drawn.height * _WIDTH / drawn.width)
    return drawn.convert("L").resize((_WIDTH, height), Image.Resampling.LANCZOS)


def _blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(1.5))
