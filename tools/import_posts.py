"""Bring posts of a Hexo or Hugo site into this one: ``python -m tools.import_posts FOLDER``.

Everything is planned before anything is written, and nothing is overwritten. What has no counterpart here
(HTML, templates, unknown tags, dead links) is listed with file and line.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tools.posts import body, links
from tools.posts.front_matter import (
    Post,
    UnreadableError,
    known_categories,
    known_tags,
    read_post,
    write_front_matter,
)
from tools.site import ROOT, find_category, rules
from tools.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass
class Plan:
    """What becomes of one post: the page, its text, its images, and what its author should look at."""

    source: Path
    docname: str = ""
    text: str = ""
    copies: dict[Path, str] = field(default_factory=dict)
    notes: list[tuple[int, str]] = field(default_factory=list)
    refused: str = ""


@dataclass(frozen=True)
class Site:
    """A folder of posts: their files, and the folders that ``/images/…`` may mean."""

    posts: tuple[Path, ...]
    roots: tuple[Path, ...]


def find_posts(folder: Path) -> Site:
    """Find the posts of a Hexo site, a Hugo site, or a plain folder of Markdown files."""
    hexo = [folder / "source" / name for name in ("_posts", "_drafts")]
    tops = [top for top in (*hexo, folder / "content") if top.is_dir()] or [folder]
    roots = tuple(root for root in (folder / "source", folder / "static", folder) if root.is_dir())
    files = {path for top in tops for path in top.rglob("*.md") if path.name != "_index.md"}
    return Site(tuple(sorted(files)), roots)


def stem_of(path: Path) -> str:
    """Return the name under which other posts link to the post in *path* (a bundle's is its folder's)."""
    return path.parent.name if path.name == "index.md" else path.stem


def plan_all(site: Site, default: str | None, root: Path) -> list[Plan]:
    """Plan all posts; their places are settled first, because they link to each other."""
    plans = [Plan(path) for path in site.posts]
    posts: dict[Path, Post] = {}
    pages: dict[str, str] = {}
    taken: set[str] = set()
    for plan in plans:
        try:
            post = posts[plan.source] = read_post(plan.source.read_text(encoding="utf-8"))
        except (UnreadableError, UnicodeDecodeError) as error:
            plan.refused = f"读不懂 front matter：{error}"
            continue
        place(plan, post, default, root, taken)
        if not plan.refused:
            taken.add(plan.docname)
            if not is_draft(plan.source, post):
                pages[stem_of(plan.source)] = plan.docname
                pages.setdefault(post.slug or plan.docname.rpartition("/")[2], plan.docname)
    for plan in plans:
        if not plan.refused:
            convert(plan, posts[plan.source], site, pages)
    return plans


def place(plan: Plan, post: Post, default: str | None, root: Path, taken: set[str]) -> None:
    """Decide where the article goes, or why it can't go anywhere."""
    folders = known_categories(post, lambda _line, _said: None) or [default or ""]
    name = slug_of(post.slug or body_name(plan.source)) or slug_of(post.title)
    if not folders[0]:
        plan.refused = f"类别 {post.categories} 都不在本站；用 --category 指定放进哪个"
    elif not name:
        plan.refused = "起不出文件名：请在 front matter 里写 slug"
    elif f"{folders[0]}/{name}" in taken:
        plan.refused = f"另一篇也要叫 {folders[0]}/{name}.md；请在 front matter 里写不同的 slug"
    elif (root / folders[0] / f"{name}.md").exists():
        plan.refused = f"{folders[0]}/{name}.md 已经存在，不覆盖"
    else:
        plan.docname = f"{folders[0]}/{name}"


def is_draft(source: Path, post: Post) -> bool:
    """Tell whether a post is not to be seen yet; other pages can't link to it then."""
    return post.draft or post.date is None or "_drafts" in source.parts


def body_name(path: Path) -> str:
    """Return the name of a post's file without the date that Hexo and Jekyll put before it."""
    parts = stem_of(path).split("-", 3)
    dated = len(parts) == 4 and all(part.isdigit() for part in parts[:3]) and len(parts[0]) == 4
    return parts[3] if dated else stem_of(path)


def convert(plan: Plan, post: Post, site: Site, pages: dict[str, str]) -> None:
    """Write the article of *post* into *plan*."""

    def note(line: int, message: str) -> None:
        plan.notes.append((post.line + line, message))

    def note_key(_line: int, message: str) -> None:
        plan.notes.append((1, message))

    folder, slug = plan.docname.split("/")
    title = post.title or stem_of(plan.source)
    beside = (plan.source.parent, plan.source.with_suffix(""))
    around = links.Surroundings(slug, beside, site.roots, pages)
    text, description = body.take_description(post.text, note)
    text = body.rewrite_comments(body.escape_signs(text), note)
    text = body.rewrite_headings(body.rewrite_fences(text, note), title, note)
    text = links.rewrite_images(links.resolve_references(text), around, note)
    text = body.report_foreign(links.rewrite_links(text, around, note), note)
    text = body.drop_blank_lines(text.replace(links.BREAK, "\n"))
    if post.unused:
        note_key(1, f"这些键在这里没有意义，略去：{'、'.join(post.unused)}")
    if post.date is None:
        note_key(1, "没有日期，先作草稿；补上 date 再去掉 draft")
    head = replace(post, description=post.description or description, draft=is_draft(plan.source, post))
    further = [other for other in known_categories(post, note_key) if other != folder]
    front = write_front_matter(head, known_tags(post, note_key), further)
    plan.text = f"{front}\n# {title}\n\n{text.strip()}\n"
    plan.copies = around.copies
    plan.notes.sort()


def write(plan: Plan, root: Path) -> None:
    """Write the article and its images; never over a file that is there."""
    page = root / f"{plan.docname}.md"
    for file, name in plan.copies.items():
        target = page.parent / "figures" / name
        target.parent.mkdir(exist_ok=True)
        if target.exists():
            plan.notes.append((1, f"figures/{name} 已经存在，没有覆盖"))
        else:
            shutil.copyfile(file, target)
    with page.open("x", encoding="utf-8", newline="\n") as out:
        out.write(plan.text)


def report(plans: Iterable[Plan], base: Path, *, dry: bool) -> None:
    """Say what was done, or would be."""
    verb = "将写入" if dry else "写入"
    for plan in plans:
        name = plan.source.relative_to(base)
        if plan.refused:
            print(f"✗ {name}：{plan.refused}")
            continue
        images = f"，图 {len(plan.copies)} 张" if plan.copies else ""
        print(f"✓ {name} → {verb} {plan.docname}.md{images}")
        for line, message in plan.notes:
            print(f"    {name}:{line}: {message}")


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Import; return 1 if a post could not be."""
    parser = argparse.ArgumentParser(description="把 Hexo 或 Hugo 的文章搬进本站", prog="make import")
    parser.add_argument("folder", type=Path, help="Hexo 或 Hugo 站点的文件夹，或一个装 Markdown 的文件夹")
    parser.add_argument("--category", help=f"文章没有本站类别时放进哪个：{'、'.join(rules().categories)}")
    parser.add_argument("--dry-run", action="store_true", help="只列出会发生什么")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"没有文件夹 {options.folder}")
    default = find_category(options.category) if options.category else None
    if options.category and default is None:
        parser.error(f"没有类别「{options.category}」；可用：{'、'.join(rules().categories)}")
    site = find_posts(options.folder)
    if not site.posts:
        parser.error(f"{options.folder} 里没有 Markdown 文章")
    plans = plan_all(site, default, root)
    done = [plan for plan in plans if not plan.refused]
    if not options.dry_run:
        for plan in done:
            write(plan, root)
    report(plans, options.folder, dry=options.dry_run)
    print(f"{len(done)} 篇{'可以导入' if options.dry_run else '已导入'}，{len(plans) - len(done)} 篇不能")
    return int(len(done) < len(plans))


if __name__ == "__main__":
    sys.exit(main())
