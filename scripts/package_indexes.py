"""Where packages come from: one answer for pip and uv, whichever of the two the machine was set up for.

pip reads PIP_* and its configuration files, uv reads UV_* only. Each is told what the other knows, as long as nobody
told it something itself.
"""

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

# setting of pip → (variable of uv, its separator between several values)
INDEXES = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
}
CONNECTION = {
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
    "default-timeout": ("UV_HTTP_TIMEOUT", " "),
    "timeout": ("UV_HTTP_TIMEOUT", " "),
}
SPOKEN_TO_UV = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX")
PRECEDENCE = ("global", "install", ":env:")


def for_both(env: Mapping[str, str], python: Path) -> dict[str, str]:
    """The variables to add to `env` so that pip and uv ask the same places."""
    pip = pip_settings(env, python)
    added = translate(pip, CONNECTION)
    if not any(env.get(name) for name in SPOKEN_TO_UV):
        added |= translate(pip, INDEXES)
    elif not any(name in pip for name in INDEXES):
        added |= for_pip(env)
    if env.get("UV_INDEX") or env.get("UV_EXTRA_INDEX_URL") or "UV_INDEX" in added:
        # Every package is held to its hash, so the order in which indexes are asked cannot change what is installed.
        added["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return {name: value for name, value in added.items() if not env.get(name)}


def pip_settings(env: Mapping[str, str], python: Path) -> dict[str, list[str]]:
    """What PIP_* and the configuration files of pip say; a variable wins over a file."""
    command = [str(python), "-m", "pip", "config", "list"]
    answer = subprocess.run(command, env=dict(env), capture_output=True, text=True, check=False)
    found: dict[str, dict[str, list[str]]] = {}
    for line in answer.stdout.splitlines():
        key, _, value = line.partition("=")
        place, _, name = key.partition(".")
        found.setdefault(place, {})[name] = str(ast.literal_eval(value)).split()
    return {name: value for place in PRECEDENCE for name, value in found.get(place, {}).items()}


def translate(pip: Mapping[str, list[str]], names: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Settings of pip in the names of uv."""
    return {names[key][0]: names[key][1].join(value) for key, value in pip.items() if key in names}


def for_pip(env: Mapping[str, str]) -> dict[str, str]:
    """Settings of uv in the names of pip; uv may name an index as name=address."""
    extra = (env.get("UV_INDEX") or env.get("UV_EXTRA_INDEX_URL") or "").split()
    values = {
        "PIP_INDEX_URL": env.get("UV_DEFAULT_INDEX") or env.get("UV_INDEX_URL") or "",
        "PIP_EXTRA_INDEX_URL": " ".join(address_of(part) for part in extra),
        "PIP_FIND_LINKS": (env.get("UV_FIND_LINKS") or "").replace(",", " "),
        "PIP_NO_INDEX": env.get("UV_NO_INDEX") or "",
    }
    values["PIP_INDEX_URL"] = address_of(values["PIP_INDEX_URL"])
    return {name: value for name, value in values.items() if value}


def address_of(index: str) -> str:
    """The address in name=address, or the whole where no name stands before it."""
    name, _, address = index.partition("=")
    return address if address and name.replace("-", "").replace("_", "").isalnum() else index
