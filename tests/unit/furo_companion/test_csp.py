"""The text of the policy."""

from __future__ import annotations

from furo_companion.csp import POLICY, inline_sources, policy_text, source_hash


def test_hash_is_that_of_the_standard() -> None:
    """The example of the CSP 3 specification, section "Usage of hash"."""
    expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"

    assert source_hash("alert('Hello, world.');") == expected


def test_every_inline_element_is_hashed_to_the_letter() -> None:
    """White space belongs to the hash; elements with attributes are files or data."""
    html = "<script>\n a </script><script src='x'></script><script>b</script>"

    assert inline_sources(html, "script") == [source_hash("\n a "), source_hash("b")]


def test_policy_names_no_unsafe_source() -> None:
    """Neither inline nor evaluated code is allowed by default."""
    assert "unsafe" not in policy_text({}, {})


def test_additions_extend_a_directive_or_make_a_new_one() -> None:
    """A site may allow further origins."""
    text = policy_text({"script-src": ["'h'"]}, {"script-src": ["https://a.example"], "frame-src": ["x"]})

    assert "script-src 'self' 'h' https://a.example; " in text
    assert text.endswith("; frame-src x")
    assert [rule.split()[0] for rule in text.split("; ")] == [*POLICY, "frame-src"]
