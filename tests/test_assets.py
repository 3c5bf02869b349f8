"""What is carried of others: built from the locks, or a clear word and nothing spoilt."""

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import build_assets
from build_assets import CHARTS, PAGES, PARTS, Part, Tools

BUNDLE = CHARTS.built / "echarts.min.js"
each_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.folder.parent.name)


def test_where_nothing_can_build_them_it_is_said_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(build_assets, "WORK", tmp_path / "work")
    before = BUNDLE.read_bytes()
    no_python = tmp_path / "python"
    no_python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    no_python.chmod(0o755)
    assert not build_assets.build({}, no_python)
    said = capsys.readouterr().err
    assert all(part.lost in said for part in PARTS)
    assert said.endswith("make assets\n")
    assert BUNDLE.read_bytes() == before


@each_part
def test_the_lock_holds_digests_and_no_address(part: Part) -> None:
    lock = json.loads(part.sources[1].read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_the_bundle_cannot_end_its_own_script() -> None:
    text = BUNDLE.read_text(encoding="utf-8").lower()
    assert [mark for mark in ("</script", "<!--") if mark in text] == []


def packages_of_pages(work: Path) -> Path:
    """Made-up packages with the names that the real ones have."""
    packages = work / "node_modules"
    types = [build_assets.TYPE.format(name=name) for name in build_assets.TYPES]
    for source in (*build_assets.COPIES.values(), *types):
        (packages / source).parent.mkdir(parents=True, exist_ok=True)
        (packages / source).write_bytes(b"content\n//# sourceMappingURL=content.map\n")
    icon = packages / "@tabler" / "icons" / "icons" / "outline" / "plus.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text(
        '<svg\n  width="24"\n>\n  <path stroke="none" d="M0 0h24v24H0z" fill="none" />\n  <path d="M12 5v14" />\n</svg>'
    )
    (work / "icons.txt").write_text("plus\n", encoding="utf-8")
    return packages


def tools_in(place: Path) -> Tools:
    """Stand in for Node, npm and Python: a script stays as it is, and so does the typeface."""
    node, python = place / "node", place / "python"
    node.write_text("#!/bin/sh\n", encoding="utf-8")
    last = 'for last; do :; done; cp "$4" "${last#--output-file=}"'
    python.write_text(f'#!/bin/sh\ncase "$3" in subset) {last} ;; *) cp "$4" "$7" ;; esac\n', encoding="utf-8")
    for program in (node, python):
        program.chmod(0o755)
    return Tools(node, ["true"], python)


def a_part(built: Path) -> Part:
    built.mkdir()
    return Part(PAGES.folder, PAGES.files, built, PAGES.make, PAGES.lost)


def test_pages_get_scripts_without_maps_and_icons_without_frames(tmp_path: Path) -> None:
    packages_of_pages(tmp_path)
    part = a_part(tmp_path / "built")
    assert part.make(part, tmp_path, tools_in(tmp_path), {"PATH": "/usr/bin:/bin"})
    assert {path.name for path in part.built.iterdir()} == {
        *build_assets.COPIES,
        *("icons.json", "echarts.min.js", "figures.js", *(f"{name}.woff2" for name in build_assets.TYPES)),
    }
    assert (part.built / "htmx.min.js").read_bytes() == b"content"
    assert json.loads((part.built / "icons.json").read_text(encoding="utf-8")) == {"plus": '<path d="M12 5v14" />'}


def test_a_package_without_a_named_icon_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_assets, "WORK", tmp_path)
    work = tmp_path / PAGES.folder.parent.name
    work.mkdir()
    (packages_of_pages(work) / "@tabler" / "icons" / "icons" / "outline" / "plus.svg").unlink()
    part = a_part(tmp_path / "built")
    assert not build_assets.build_part(part, tools_in(tmp_path), {"PATH": "/usr/bin:/bin"})
    assert ".svg" in capsys.readouterr().err
    assert list(part.built.iterdir()) == []


def test_every_named_icon_is_built_once_and_in_order() -> None:
    names = (PAGES.folder / "icons.txt").read_text(encoding="utf-8").split()
    assert names == sorted(set(names))
    assert list(json.loads((PAGES.built / "icons.json").read_text(encoding="utf-8"))) == names


@pytest.mark.parametrize(("name", "signs"), [("inter-latin", "Aß−€…é"), ("inter-latin-ext", "ŁőşǎẞĐ₫")])
def test_the_typeface_is_cut_to_signs_weights_and_features(name: str, signs: str) -> None:
    face = TTFont(PAGES.built / f"{name}.woff2")
    assert "calt" not in {each.FeatureTag for each in face["GSUB"].table.FeatureList.FeatureRecord}
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in face["fvar"].axes] == [("wght", 400, 700)]
    assert {ord(sign) for sign in signs} <= set(face.getBestCmap())


def test_tabular_figures_are_left() -> None:
    face = TTFont(PAGES.built / "inter-latin.woff2")
    assert "tnum" in {each.FeatureTag for each in face["GSUB"].table.FeatureList.FeatureRecord}
