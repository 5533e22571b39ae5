from hypothesis import given
from hypothesis import strategies as st

from newsdesk.rendering.page import GROUPS, BlockKind, key_of, splice

KEYS = st.lists(st.sampled_from("abc"), max_size=8)


@given(KEYS, KEYS)
def test_a_splice_makes_the_new_list_of_the_old(old: list[str], new: list[str]) -> None:
    start, gone, come = splice(old, new)
    assert old[:start] + new[start : start + come] + old[start + gone :] == new
    assert min(gone, come) == 0 or old[start] != new[start]


def test_a_key_belongs_to_its_html() -> None:
    assert key_of("<p>One</p>") == key_of("<p>One</p>") != key_of("<p>One</p> ")


def test_every_kind_of_block_has_its_place_in_the_page() -> None:
    kinds = [kind for group in GROUPS.values() for kind in group]
    assert sorted(kinds) == sorted(BlockKind)
