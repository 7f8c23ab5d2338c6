"""The files that a build makes, and the removal of those that it no longer makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

_ALWAYS = ("searchindex.js", "objects.inv", ".buildinfo")
# Suffixes of static templates, which are rendered into a file without them; as in sphinx.util.fileutil.
_TEMPLATES = (".jinja", "_t")


def expected_outputs(builder: StandaloneHTMLBuilder) -> set[str]:
    """Return what Sphinx makes of the documents, their images and downloads, and the static files.

    Paths are relative to the output folder, with slashes. Files that extensions write by themselves
    are not among them.
    """
    paths = {relative(builder, builder.get_output_path(docname)) for docname in builder.env.all_docs}
    paths.update(f"_sources/{name}" for name in _source_names(builder))
    paths.update(f"_images/{name}" for _, name in builder.env.images.values())
    paths.update(f"_downloads/{path.as_posix()}" for _, path in builder.env.dlfiles.values())
    paths.update(f"_static/{name}" for folder in static_folders(builder) for name in _files(folder))
    extra = (Path(builder.confdir, entry) for entry in builder.config.html_extra_path)
    paths.update(name for folder in extra for name in _files(folder, templates=False))
    return paths.union(_ALWAYS)


def late_outputs(builder: StandaloneHTMLBuilder) -> set[str]:
    """Return the static files that depend on language and highlighting, once they have been written."""
    names = ["pygments.css"]
    if builder.dark_highlighter:
        names.append("pygments_dark.css")
    if builder._get_translations_js():
        names.append("translations.js")
    if builder.indexer is not None:
        names += [Path(file).name for file in builder.indexer.get_js_stemmer_rawcodes()]
    return {f"_static/{name}" for name in names}


def relative(builder: StandaloneHTMLBuilder, path: Path) -> str:
    """Return *path* relative to the output folder, with slashes."""
    return path.relative_to(builder.outdir).as_posix()


def static_folders(builder: StandaloneHTMLBuilder) -> list[Path]:
    """Return the folders and files that Sphinx copies to ``_static``."""
    folders = [Path(folder, "static") for folder in builder.theme.get_theme_dirs()]
    folders += [Path(builder.confdir, entry) for entry in builder.config.html_static_path]
    # Sphinx 9.1 and later let extensions register folders.
    folders += map(Path, getattr(builder._registry, "static_dirs", ()))
    images = (builder.config.html_logo, builder.config.html_favicon)
    return folders + [Path(builder.confdir, image) for image in images if image and "://" not in image]


def _source_names(builder: StandaloneHTMLBuilder) -> Iterator[str]:
    if not (builder.copysource and builder.config.html_copy_source):
        return
    added = builder.config.html_sourcelink_suffix
    for docname in builder.env.all_docs:
        name = str(builder.env.doc2path(docname, False))
        yield name if name[len(docname) :] == added else name + added


def _files(path: Path, *, templates: bool = True) -> Iterator[str]:
    """Yield the names under which the files below a folder, or a single file, are copied."""
    if path.is_file():
        yield path.name
    for file in path.rglob("*"):
        if file.is_file():
            name = file.relative_to(path).as_posix()
            suffix = next((suffix for suffix in _TEMPLATES if templates and name.endswith(suffix)), "")
            yield name.removesuffix(suffix)


def remove_outputs(outdir: Path, paths: Iterable[str]) -> None:
    """Delete files below *outdir*, and the folders that this leaves empty."""
    root = outdir.resolve()
    for name in paths:
        path = root / name
        # A link may lead out of the folder; and what is a folder by now was not made by us.
        if root not in path.parent.resolve().parents and path.parent.resolve() != root:
            continue
        if path.is_symlink() or path.is_file():
            path.unlink()
            _remove_empty_folders(path.parent, root)


def _remove_empty_folders(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
