"""The state file, the removal of outputs, and the times of files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from site_navigation.file_times import FileTimes, replace_if_different
from site_navigation.outputs import remove_outputs
from site_navigation.state import References, State, load_state, note_new_output, save_state, state_path

if TYPE_CHECKING:
    from pathlib import Path

STATE = State(
    {"a": "1", "b": "2"}, {"a/page/2": "3"}, {"a": References("4", {"b": "5"}, None)}, {"a.html", "b.html"}
)


def test_a_state_is_read_as_it_was_saved(tmp_path: Path) -> None:
    """Folders are made as needed."""
    save_state(tmp_path / "new" / "state.json", STATE)

    assert load_state(tmp_path / "new" / "state.json") == STATE


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version": 0}', '{"version": 1}', "\udc80"])
def test_a_file_that_is_no_state_counts_as_none(tmp_path: Path, content: str) -> None:
    """Then all pages are written."""
    path = tmp_path / "state.json"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")

    assert State() == load_state(path)


def test_outputs_noted_before_an_interruption_are_known_afterwards(tmp_path: Path) -> None:
    """So the next build can remove them; a state that is saved knows them all itself."""
    path = tmp_path / "state.json"
    save_state(path, STATE)
    note_new_output(path, "a/page/3.html")

    assert STATE.outputs | {"a/page/3.html"} == load_state(path).outputs
    save_state(path, STATE)
    assert STATE.outputs == load_state(path).outputs


def test_pages_being_written_are_in_doubt() -> None:
    """And all generated pages; the outputs of both builds are known."""
    doubtful = STATE.in_doubt(["a"], ["c.html"])

    assert State({"b": "2"}, {}, STATE.references, {"a.html", "b.html", "c.html"}) == doubtful


def test_each_output_folder_and_builder_has_its_own_state(tmp_path: Path) -> None:
    """They may share a folder of doctrees."""
    paths = {
        state_path(tmp_path, tmp_path / out, builder) for out in ("a", "b") for builder in ("html", "dirhtml")
    }

    assert len(paths) == 4


def test_files_are_removed_with_the_folders_they_leave_empty(tmp_path: Path) -> None:
    """Other files and their folders stay."""
    for name in ("a/b/c.html", "a/keep/mine.txt", "d.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    remove_outputs(tmp_path, ["a/b/c.html", "d.html", "never/made.html", "a/keep"])

    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "a",
        "a/keep",
        "a/keep/mine.txt",
    ]


def test_nothing_outside_the_folder_is_removed(tmp_path: Path) -> None:
    """Neither by ``..`` nor through a link to another folder."""
    out, other = tmp_path / "out", tmp_path / "other"
    for folder in (out, other):
        folder.mkdir()
    (other / "mine.html").touch()
    (out / "link").symlink_to(other)
    remove_outputs(out, ["../other/mine.html", "link/mine.html", str(other / "mine.html")])

    assert (other / "mine.html").is_file()


def test_a_file_written_again_with_the_same_content_keeps_its_time(tmp_path: Path) -> None:
    """A file with another content gets a new time."""
    for name in ("same", "other", "gone"):
        (tmp_path / name).write_text("old")
        os.utime(tmp_path / name, (1000, 1000))
    times = FileTimes()
    times.note(tmp_path, ["same", "other", "gone", "missing"])
    (tmp_path / "same").write_text("old")
    (tmp_path / "other").write_text("new")
    (tmp_path / "gone").unlink()
    times.restore()

    assert (tmp_path / "same").stat().st_mtime == 1000
    assert (tmp_path / "other").stat().st_mtime > 1000


def test_a_page_is_replaced_only_by_a_different_one(tmp_path: Path) -> None:
    """An equal one leaves it, and its time, alone."""
    old, new = tmp_path / "page.html", tmp_path / "page.html.new"
    for content, time_is_kept in (("same", True), ("different", False)):
        old.write_text("same")
        os.utime(old, (1000, 1000))
        new.write_text(content)
        replace_if_different(new, old)
        assert (content, time_is_kept, False) == (old.read_text(), old.stat().st_mtime == 1000, new.exists())
