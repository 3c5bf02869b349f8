"""Which databases imports may read: VF_SOURCES, or the file that VF_SOURCES_FILE names, with a line for each."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

LONGEST = 80
"""Letters of a name: imports keep it as their source."""


def sources_of(text: str) -> dict[str, str]:
    """Lines such as `Shop = postgresql+psycopg://reader:password@host/shop` → name → address. Empty ones and # are passed over.

    Raises ImproperlyConfigured; the message never shows an address, for it holds a password.
    """
    lines = [line.strip() for line in text.splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    found = {name.strip(): address.strip() for name, _, address in pairs}
    wrong = [name for name, address in found.items() if not 0 < len(name) <= LONGEST or "://" not in address]
    if wrong or len(found) < len(pairs):
        raise ImproperlyConfigured("VF_SOURCES has lines of the form: Name = dialect://user:password@host/database")
    return found
