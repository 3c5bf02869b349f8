"""Every page stands in the list of pictures."""

from django.urls import URLPattern, URLResolver, get_resolver
from shots import SHOTS, WITHOUT


def names(resolver: URLResolver, space: str = "") -> set[str]:
    found: set[str] = set()
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            found |= names(each, f"{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            found.add(f"{space}{each.name}")
    return found


def test_every_page_is_in_the_list_of_pictures() -> None:
    shown = {shot.route for shot in SHOTS}
    assert names(get_resolver()) - set(WITHOUT) == shown, "a new page needs its rows in web/tests/shots.py"
    assert not shown & set(WITHOUT)


def test_no_two_pictures_have_one_name() -> None:
    assert len({str(shot) for shot in SHOTS}) == len(SHOTS)
