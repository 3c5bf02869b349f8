"""Fields that the database holds in code: a copy of it tells nobody a birthday (section 3 of the duties).

The keys come from VF_FIELD_KEY or VF_FIELD_KEY_FILE; without either, from a file in the folder of data that is made once.
Of several keys, one a line or between commas, the first encodes and all decode: `manage.py rotate_field_key` puts a new one
first and writes every row anew. Whoever loses the keys loses the fields.
"""

from __future__ import annotations

import functools
import os
import secrets
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.db import models

MASK = "••••"


class Unreadable(Exception):
    """No key that we have opens this: the keys are those of another installation, or the row was altered."""


class Secret:
    """A text that shows a mask, whatever prints, logs or renders it; `plain` is asked for by name."""

    __slots__ = ("_plain", "_token")

    def __init__(self, plain: str | None = None, *, token: str = "") -> None:
        self._plain, self._token = plain, token

    def plain(self) -> str:
        """The text itself. Raises Unreadable."""
        if self._plain is not None:
            return self._plain
        try:
            return cipher().decrypt(self._token.encode()).decode()
        except (InvalidToken, ValueError):
            raise Unreadable from None

    def token(self) -> str:
        """The text in code, as the database keeps it."""
        return self._token or cipher().encrypt((self._plain or "").encode()).decode()

    def anew(self) -> Secret:
        """The same text in the code of the first key. Raises Unreadable."""
        return Secret(self.plain())

    def __str__(self) -> str:
        return MASK

    __repr__ = __str__


class SecretField(models.TextField[Any, Any]):
    """A column in code; the attribute is a Secret. It cannot be searched or sorted by."""

    def from_db_value(self, value: str | None, *_context: Any) -> Secret | None:
        """What stands in the database, still in code."""
        return None if value is None else Secret(token=value)

    def to_python(self, value: Any) -> Any:
        return Secret(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        return value.token() if isinstance(value, Secret) else None if value is None else Secret(str(value)).token()

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.get_prep_value(self.value_from_object(obj)))


def cipher() -> MultiFernet:
    """What encodes with the first key and decodes with any."""
    return _cipher(settings.FIELD_KEY or _file().read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=4)
def _cipher(keys: str) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys.replace(",", "\n").split()])


def _file() -> Path:
    """The file of keys; made whole or not at all, so that of two processes that start one makes it."""
    file = Path(settings.DATA) / "field_key"
    if not file.exists():
        _write(file, Fernet.generate_key().decode(), new=True)
    return file


def _write(file: Path, text: str, *, new: bool) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    beside.touch(mode=0o600)
    beside.write_text(text + "\n", encoding="utf-8")
    if not new:
        beside.replace(file)
        return
    try:
        os.link(beside, file)
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def put_new_key_first() -> None:
    """A new key before those of the file. Refused where the keys come from the environment: change them there."""
    if settings.FIELD_KEY:
        raise ValueError("the keys come from VF_FIELD_KEY: put the new one first there")
    file = _file()
    _write(file, f"{Fernet.generate_key().decode()}\n{file.read_text(encoding='utf-8').strip()}", new=False)


def secret_fields() -> list[tuple[type[models.Model], SecretField]]:
    """All columns in code, of all apps."""
    found = [(model, field) for model in apps.get_models() for field in model._meta.local_fields]
    return [(model, field) for model, field in found if isinstance(field, SecretField)]
