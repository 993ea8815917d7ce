"""The documents stay true: commands, targets, links, and the examples, which are run."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from reconnect_desktop import __version__
from reconnect_desktop.cli.parser import make_parser
from reconnect_desktop.cli.start import start
from reconnect_desktop.output.trend_words import QUESTIONS, TITLES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEXT = {path: path.read_text(encoding="utf-8") for path in DOCUMENTS}
EXAMPLES = re.findall(r"^(?: {4})?(reconnect-desktop .+)$", "\n".join(TEXT.values()), re.MULTILINE)


def commands() -> list[str]:
    parser = make_parser()
    choices = next(a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return list(choices)


def options() -> list[str]:
    return [
        option for action in make_parser()._actions for option in action.option_strings if option[:2] == "--"
    ]


@pytest.mark.parametrize("word", [*commands(), *options()])
def test_every_command_and_option_is_documented(word: str) -> None:
    if word in ("--help", "--version"):
        return
    told = README + TEXT[ROOT / "docs/guide/first-steps.md"]
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", told)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_command(example: str) -> None:
    make_parser().parse_args(shlex.split(example)[1:])


def test_the_examples_of_the_readme_run_one_after_the_other(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    block = next(block for block in re.findall(r"```sh\n(.+?)```", README, re.DOTALL) if "add call" in block)
    monkeypatch.chdir(tmp_path)
    for line in block.strip().splitlines():
        code = start(shlex.split(line)[1:])
        assert (code, capsys.readouterr().err) == (0, ""), line
    assert (tmp_path / "journal.json").exists()
    assert list(home.rglob("journal.db")) == [home / ".local/share/reconnect-desktop/journal.db"]


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        name for text in TEXT.values() for name in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)
    }
    assert {"run", "test", "check"} <= named <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", TEXT[path]):
        if not link.startswith(("http://", "https://")):
            target, _, heading = link.partition("#")
            goal = (path.parent / target) if target else path
            assert goal.exists(), link
            assert not heading or heading in headings(goal), link


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_folders_and_files_of_the_project_that_are_named_exist(path: Path) -> None:
    rooms = r"`((?:tests|benchmarks|packaging|reconnect_desktop|ui|resources)/[^`\s*<{]*)`"
    for name in re.findall(rooms, TEXT[path]):
        assert (ROOT / name.partition("::")[0]).exists(), name


def headings(path: Path) -> set[str]:
    """The anchors that a Markdown file's headings make."""
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_decisions_are_numbered_without_a_gap() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        assert TEXT[record].startswith(f"# {int(record.name[:4])}. ")
        assert re.findall(r"^## (.+)$", TEXT[record], re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_every_ignored_rule_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ignored = tomllib.loads(text)["tool"]["ruff"]["lint"]["ignore"]
    for rule in ignored:
        assert re.search(rf'^  "{rule}", +# .{{10,}}', text, re.MULTILINE), rule


def test_each_proof_is_told_and_each_that_is_told_exists() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    tests = {
        found[1]: re.search(r"\b(report|tell)\(\s*capsys", found[0])
        for source in sources
        for found in re.finditer(r"^def (test_\w+)\(.*?(?=^def |\Z)", source, re.MULTILINE | re.DOTALL)
    }
    named = set(re.findall(r"-k (\w+)", TEXT[ROOT / "docs/reliability.md"]))
    assert not [name for name in named if not any(name in test for test in tests)]
    reporting = [test for test, reports in tests.items() if reports]
    assert len(reporting) > 10
    assert not [test for test in reporting if not any(name in test for name in named)]


def test_the_changelog_knows_this_version() -> None:
    changelog = TEXT[ROOT / "CHANGELOG.md"]
    assert "## [Unreleased]" in changelog or f"## [{__version__}]" in changelog


PICTURES = ("import", "log", "quick-add", "today")


@pytest.mark.parametrize("name", PICTURES)
def test_the_guides_pictures_are_there_shown_and_light(name: str) -> None:
    picture = ROOT / "docs" / "guide" / f"{name}.png"
    assert 1_000 < picture.stat().st_size < 150_000
    assert any(f"]({name}.png)" in text for page, text in TEXT.items() if page.parent.name == "guide")


def test_each_chart_is_explained_under_its_title_and_question() -> None:
    text = TEXT[ROOT / "docs/charts.md"]
    for key, title in TITLES.items():
        assert f"\n## {title}\n*{QUESTIONS[key]}*" in text
