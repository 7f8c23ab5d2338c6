"""What the configuration of a project says, in the form in which the extension uses it."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from sphinx.errors import ConfigError
from sphinx.util import logging
from sphinx.util.i18n import format_date

from .front_matter import Rules
from .messages import _, __
from .runs import Style
from .tags import parse_vocabulary

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from .articles import Article
    from .domain import ArticleDomain
    from .tags import Vocabulary

    Location = str | tuple[str | None, int | None] | Node | None

logger = logging.getLogger(__name__)


def domain_of(env: BuildEnvironment) -> ArticleDomain:
    """Return our domain."""
    return cast("ArticleDomain", env.domains["latest_updates"])


def paginates(builder: Builder) -> bool:
    """Tell whether *builder* makes a page of its own for each part of a listing."""
    return builder.name in {"html", "dirhtml"}


def publishes(builder: Builder) -> bool:
    """Tell whether what *builder* makes is a site, with feeds and a sitemap."""
    return paginates(builder) or builder.name == "singlehtml"


def language_tag(config: Config) -> str:
    """Return the project's language as BCP 47 writes it: ``zh-CN``, not ``zh_CN``."""
    return str(config.language).replace("_", "-")


def category_name(app: Sphinx, folder: str) -> str:
    """Return the name of a category."""
    return domain_of(app.env).rules.categories[folder]


def authors_of(config: Config, article: Article) -> tuple[str, ...]:
    """Return who wrote *article*; the project's author unless it says otherwise."""
    return article.authors or tuple(filter(None, [config.latest_updates_author]))


def warn(subtype: str, message: str, *arguments: object, location: Location = None) -> None:
    """Log a warning of type ``latest_updates``; *message* is looked up in the catalogue."""
    logger.warning(__(message), *arguments, type="latest_updates", subtype=subtype, location=location)


def style_of(config: Config) -> Style:
    """Return how excerpts are made in this project."""
    words = {
        "code": _("[code]"),
        "formula": _("[formula]"),
        "figure": _("[figure]"),
        "table": _("[table]"),
        "math": _("[Math]"),
    }
    return Style(config.latest_updates_excerpt_length, **{**words, **config.latest_updates_placeholders})


def format_day(config: Config, day: str) -> str:
    """Return an ISO date as this project shows dates."""
    wanted = config.latest_updates_date_format
    if wanted == "%Y-%m-%d":
        return day
    return format_date(wanted, date=datetime.fromisoformat(day), language=config.language, local_time=True)


def today(config: Config) -> str:
    """Return the date of the build: set, else that of ``SOURCE_DATE_EPOCH``, else the clock's."""
    if config.latest_updates_today:
        try:
            return date.fromisoformat(config.latest_updates_today).isoformat()
        except (TypeError, ValueError) as error:
            raise ConfigError(__("latest_updates_today must be a date as YYYY-MM-DD")) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo(config.latest_updates_timezone)).date().isoformat()


def check_config(_app: Sphinx, config: Config) -> None:
    """Refuse a configuration that can't be meant."""
    known = {field.name for field in fields(Style)} - {"length"}
    for name in set(config.latest_updates_placeholders) - known:
        accepted = ", ".join(sorted(known))
        raise ConfigError(__("latest_updates_placeholders has no %r; known are %s") % (name, accepted))
    for folder in config.latest_updates_categories:
        if "/" in folder:
            raise ConfigError(__("latest_updates_categories: %r is not a folder at the root") % folder)
    for name in ("per_page", "excerpt_length", "related", "feed_limit"):
        if config[f"latest_updates_{name}"] < 0:
            raise ConfigError(__("%s must not be negative") % f"latest_updates_{name}")
    zone = config.latest_updates_timezone
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise ConfigError(__("latest_updates_timezone: there is no time zone %r") % zone) from error


def on_builder_inited(app: Sphinx) -> None:
    """Find out what this build accepts and publishes."""
    domain = domain_of(app.env)
    domain.today = today(app.config)
    domain.style = style_of(app.config)
    domain.show_drafts = app.tags.has("drafts")
    domain.rules = Rules(
        dict(app.config.latest_updates_categories),
        _vocabulary(app),
        frozenset(app.config.latest_updates_extra_keys) | _keys_of_myst(app.config),
    )


def _keys_of_myst(config: Config) -> frozenset[str]:
    """Return the key that MyST-Parser takes the heading from, if it has been told to."""
    return frozenset({"title"} if getattr(config, "myst_title_to_header", False) else ())


def _vocabulary(app: Sphinx) -> Vocabulary | None:
    name = app.config.latest_updates_tags
    if not name:
        return None
    path = Path(app.confdir, name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ConfigError(__("latest_updates_tags: %s can't be read: %s") % (path, error)) from error
    vocabulary, problems = parse_vocabulary(text, name)
    for problem in problems:
        warn("vocabulary", problem.message, *problem.arguments, location=f"{path}:{problem.line}")
    return vocabulary
