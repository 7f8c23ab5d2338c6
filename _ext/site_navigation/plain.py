"""Plain values and their digests; no Sphinx."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import PurePath
from typing import TypeAlias

Plain: TypeAlias = "str | bytes | int | float | tuple[Plain, ...] | list[Plain] | None"

_ATOMS = (str, bytes, int, float, type(None))


def digest(value: object) -> str:
    """Return 24 hexadecimal digits that name a plain value, the same in every process.

    ``repr`` of strings, numbers, tuples and lists is unambiguous and has no memory addresses in it.
    """
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def require_plain(value: object) -> Plain:
    """Return *value* if it is made of strings, numbers, None, tuples and lists; else raise TypeError."""
    if isinstance(value, (tuple, list)):
        for item in value:
            require_plain(item)
    elif not isinstance(value, _ATOMS):
        raise TypeError(f"{type(value).__qualname__} is not a plain value")
    return value


def stable(value: object) -> Plain:
    """Turn a configuration value into a plain one that does not depend on order or memory addresses.

    Functions and other objects become their qualified name: a change within them is not seen.
    """
    if isinstance(value, _ATOMS):
        return value
    if isinstance(value, dict):
        return tuple(sorted(((stable(key), stable(item)) for key, item in value.items()), key=repr))
    if isinstance(value, (set, frozenset)):
        return tuple(sorted((stable(item) for item in value), key=repr))
    if isinstance(value, (tuple, list)):
        return tuple(stable(item) for item in value)
    if isinstance(value, PurePath):
        return str(value)
    named = value if hasattr(value, "__qualname__") else type(value)
    return f"{named.__module__}.{named.__qualname__}"
