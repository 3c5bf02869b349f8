"""A folder of files of one kind with the same columns, read in the order of their names like one long file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vitalfew.errors import Refusal
from vitalfew.languages import say
from vitalfew.readers.places import FileKind, check_readable, kind_of, shown
from vitalfew.readers.reading import Block, Note, Records

Opener = Callable[[], Records]


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder by name; hidden ones and the lock files of spreadsheet programs are passed over.

    Refused: an empty folder, folders in it, files of several kinds.
    """
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    paths = tuple(folder / name for name in names)
    if not paths:
        raise Refusal(say("the folder is empty."), where=shown(folder), remedy=say("Name a folder with data files."))
    inner = next((path for path in paths if path.is_dir()), None)
    if inner is not None:
        raise Refusal(
            say("there is a folder in the folder: {name}.", name=shown(inner)),
            where=shown(folder),
            remedy=say("Name the folder in which the files lie."),
        )
    for path in paths:
        check_readable(path)
    _check_one_kind(folder, {path: kind_of(path) for path in paths})
    return paths


def _check_one_kind(folder: Path, kinds: dict[Path, FileKind]) -> None:
    first = next(iter(kinds))
    other = next((path for path, kind in kinds.items() if kind != kinds[first]), None)
    if other is not None:
        raise Refusal(
            say("files of several kinds: {first} and {second}.", first=shown(first), second=shown(other)),
            where=shown(folder),
            remedy=say("Keep files of one kind in a folder."),
        )


def chained(names: Sequence[str], openers: Sequence[Opener]) -> Records:
    """Several files as one: lines are counted on from file to file, and a note says where each begins.

    Each file is opened when its turn comes; one with other headers than the first is refused, other order
    of the same headers is put right.
    """
    first = openers[0]()
    if len(openers) == 1:
        return first
    return replace(first, blocks=_chain(first, names, openers))


def _chain(first: Records, names: Sequence[str], openers: Sequence[Opener]) -> Iterator[Block]:
    passed = 0
    for name, opener in zip(names, openers, strict=True):
        records = first if opener is openers[0] else opener()
        order = _order(first.header, records.header, name)
        rows, last = 0, 0
        for block in records.blocks:
            rows += len(block.lines) + len(block.ragged)
            last = max([last, *block.lines[-1:].tolist(), *block.ragged])
            yield _moved(block, order, passed)
        values: dict[str, str | int] = {"name": name, "count": rows, "line": passed + 1}
        if records is not first:
            first.notes.extend(note for note in records.notes if note not in first.notes)
        first.notes.append(Note("file", "{name}: {count} rows; its first line is counted as line {line}", values))
        passed += last


def _order(wanted: tuple[str, ...], header: tuple[str, ...], name: str) -> list[int]:
    if header == wanted:
        return list(range(len(header)))
    if sorted(header) == sorted(wanted):
        return [header.index(cell) for cell in wanted]
    odd = next(iter((set(header) ^ set(wanted)) - {""}), "")
    raise Refusal(
        say("its columns differ from those of the first file: {column}.", column=odd),
        where=name,
        remedy=say("Keep files with the same columns in a folder."),
    )


def _moved(block: Block, order: list[int], passed: int) -> Block:
    return Block(
        tuple(block.columns[place] for place in order),
        block.lines + passed,
        {line + passed: cells for line, cells in block.ragged.items()},
    )
