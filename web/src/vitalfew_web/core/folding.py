"""Texts as the tokens they are found by, and what a person typed as the tokens it asks for.

Tokens are made when a record is written and kept in one text column in which every token begins after a space. A record
is found where `" " + asked` stands in that column: `LIKE '% asked%'`, alike on every database and without extension. A
part of a word is found because what is left of the word from each place on is a token as well.

Both sides fold alike and character by character: full width and case are one, accents fall away, Traditional is
Simplified. Nothing hangs on the neighbours of a character, so that a part of a name folds as the whole name does.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from operator import itemgetter

from opencc import OpenCC

LONGEST_COLUMN = 2_000  # of one record; also what is read of each of its texts
LONGEST_TOKEN = 24  # on both sides: what is typed beyond it in one word narrows no further
LONGEST_INPUT = 200

# Han, kana, Bopomofo and Hangul: any part of a word may be asked for. The middle dot of kana is no letter.
SCRIPTS = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af"
)
HAN = re.compile(f"[{SCRIPTS}]+")
# Signs and spaces inside a Chinese name part nothing: 万达（上海）商贸, 张　三.
RUN = re.compile(rf"[{SCRIPTS}]+(?:[\W_]+[{SCRIPTS}]+)*")
WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"[\s,;:、|]+")
NUMBER = re.compile(r"[0-9](?:[ ()./+-]{0,3}[0-9])+")
# What is typed is one number across spaces only where it begins as a telephone number does: 1010 2024 are two.
PHONE = re.compile(
    r"(?<![^\W_])(?=\+[0-9]|\([0-9]|0086|0[1-9][0-9]{1,2}\b|1[3-9][0-9](?:\b|[0-9]{8}\b)|[48]00\b)"
    r"[+(]{0,2}[0-9](?:[ ()./-]{0,3}[0-9]){6,14}(?![ ()./-]{0,3}[0-9]|[^\W_])"
)
# Country codes: none begins with another, so that the pattern takes the right length.
COUNTRY = "1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3}"
TRUNK = re.compile(rf"^(?:\+(?:{COUNTRY})|0086)?0*(?:86(?=1[3-9][0-9]{{9}}$))?(?=[0-9]{{4}})")

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
DIGRAPH = re.compile("([aou])e|(?<=a)a")
UNACCENTED = {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "þ": "th"}
# OpenCC decides these by the words around (看著 but 著名, 計畫 but 圖畫); here all writings are one.
AS_ONE = dict(zip("著锺馀藉瞭麽覆划链钜苧", "着钟余借了么复画炼巨苎", strict=True))
# Read otherwise as a family name than as a word.
FAMILY = (
    {"单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "曾": "zeng", "区": "ou", "朴": "piao", "盖": "ge"}
    | {"翟": "zhai", "冼": "xian", "覃": "qin", "种": "chong", "召": "shao", "员": "yun", "乐": "yue", "缪": "miao"}
    | {"秘": "bi", "折": "she", "尉": "yu", "繁": "po", "黑": "he", "褚": "chu", "洗": "xian", "牟": "mu"}
)

# What is kept first where the column has an end; the parts of a form stand PARTS below the form itself.
WRITTEN, SPOKEN, PARTS = 0, 1, 2


class Letters(dict[int, str]):
    """A table for `str.translate` that works out a character when it first meets it."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self.fold = fold

    def __missing__(self, code: int) -> str:
        self[code] = self.fold(chr(code))
        return self[code]


def tokens_of(*texts: str) -> str:
    """The column of a record with these texts: names, numbers, telephones, in the order of their worth.

    Where 2,000 characters do not hold them all, parts of pinyin are left out first, then parts of what is written, then
    pinyin, and names and numbers as they are written last. A text without letter or digit gives nothing.
    """
    ranked = [form for text in texts for form in forms(text[:LONGEST_COLUMN])]
    return fitted(form for _, form in sorted(ranked, key=itemgetter(0)))


def fitted(tokens: Iterable[str]) -> str:
    """As many tokens as have room. One that begins an earlier token is found by that already."""
    column = ""
    for token in tokens:
        if f" {token}" in column:
            continue
        if len(column) + 1 + len(token) > LONGEST_COLUMN:
            break
        column += f" {token}"
    return column


def forms(text: str) -> Iterator[tuple[int, str]]:
    """Every token of one text with its rank, 0 being kept longest."""
    first, *others = spellings(text)
    for run in RUN.findall(first):
        yield from forms_of_run("".join(WORD.findall(run)))
    yield from forms_of_words(HAN.sub(" ", first), WRITTEN)
    for other in others:
        yield from forms_of_words(HAN.sub(" ", other), SPOKEN)


def forms_of_run(run: str) -> Iterator[tuple[int, str]]:
    """A Chinese name: as written, spelled in pinyin, by its initials, each from every character on."""
    simple = simplified(run)
    yield from stepped(suffixes(simple, 1), WRITTEN)
    syllables = readings(run)
    if not syllables:
        return
    yield from forms_of_sound(syllables)
    if simple[0] in FAMILY:
        as_name = [FAMILY[simple[0]], *syllables[1:]]
        yield from ((SPOKEN, form) for form in ("".join(as_name)[:LONGEST_TOKEN], initials(as_name)[:LONGEST_TOKEN]))


def forms_of_sound(syllables: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Spelling and initials. For ü, which pinyin keyboards have on v, both v and u are found."""
    spelled = "".join(syllables)
    starts = list(accumulate(map(len, syllables), initial=0))[:-1]
    for spelling in dict.fromkeys((spelled, spelled.replace("v", "u"))):
        yield from stepped((spelling[start : start + LONGEST_TOKEN] for start in starts), SPOKEN)
    yield from stepped(suffixes(initials(syllables), 1), SPOKEN)


def forms_of_words(text: str, rank: int) -> Iterator[tuple[int, str]]:
    """Words and codes, joined over the signs in them (K-1010 is k1010 and 1010), and numbers joined over spaces."""
    for chunk in text.split():
        words = WORD.findall(chunk)
        joined = "".join(words)
        yield from ((rank, "".join(words[place:])[:LONGEST_TOKEN]) for place in range(len(words)))
        yield from stepped(suffixes(joined, 4 if joined.isdigit() else 3), rank)
    for number in NUMBER.findall(text):
        yield from stepped(suffixes("".join(WORD.findall(number)), 4), rank)


def stepped(tokens: Iterable[str], rank: int) -> Iterator[tuple[int, str]]:
    """The first token at this rank, those after it as its parts."""
    for place, token in enumerate(tokens):
        yield (rank + PARTS if place else rank), token


def suffixes(word: str, least: int) -> list[str]:
    """The word, and what is left of it from every later place on where `least` characters are."""
    if not word:
        return []
    return [word[place : place + LONGEST_TOKEN] for place in range(max(len(word) - least, 0) + 1)]


def folded(text: str) -> str:
    """Letters and digits in one width, case and script, without accents: what two writings of one name have alike."""
    return "".join(WORD.findall(simplified(spellings(text[:LONGEST_COLUMN])[0])))


def asked_for(text: str) -> list[str]:
    """The tokens that a record must have, all of them, each as the beginning of one of its own.

    Of a longer input the first 200 characters count. Signs, wildcards among them, part words and are never asked for;
    an input of nothing else gives an empty list. A telephone number is asked for without the code of its country.
    """
    folded = simplified(spellings(text[:LONGEST_INPUT])[0][:LONGEST_INPUT])
    apart = PHONE.sub(lambda found: f" {national(found[0])} ", HAN.sub(r" \g<0> ", folded))
    tokens = (token for chunk in GAP.split(apart) for token in asked_by(chunk))
    return list(dict.fromkeys(tokens))


def asked_by(chunk: str) -> Iterator[str]:
    """A code is asked for as one, K-10 as k10; the words of Wal-Mart may stand apart."""
    words = WORD.findall(chunk)
    if any(letter.isdigit() for letter in chunk):
        words = [national("".join(words))]
    return (word[:LONGEST_TOKEN] for word in words)


def national(number: str) -> str:
    """A number without +86 or another code with plus, without zeros before it, as long as four digits are left.

    The last four digits and more are always tokens of a record, so that nothing is lost by what falls away here.
    """
    return TRUNK.sub("", re.sub(r"[^\w+]", "", number)).lstrip("+")


def is_found(tokens: str, asked: Sequence[str]) -> bool:
    """Whether the record with this column has all that is asked; who asks for nothing finds every record."""
    return all(f" {token}" in tokens for token in asked)


def marked(text: str, asked: Sequence[str]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is what was asked for: as written, by its sound, or by its initials."""
    hit = [False] * len(text)
    written = [("".join(WORD.findall(simplified(spellings(sign)[0]))), place) for place, sign in enumerate(text)]
    for token in asked:
        if not _mark(token, written, hit, anywhere=True):
            for run in RUN.finditer(text):
                _mark_by_sound(token, run, hit)
    ends = [place for place in range(1, len(text)) if hit[place] != hit[place - 1]]
    bounds = zip([0, *ends], [*ends, len(text)], strict=True)
    return [(text[begin:end], hit[begin]) for begin, end in bounds if begin < end]


def _mark_by_sound(token: str, run: re.Match[str], hit: list[bool]) -> None:
    places = [place for place in range(*run.span()) if HAN.fullmatch(run.string[place])]
    syllables = readings("".join(run.string[place] for place in places))
    if len(syllables) == len(places):
        spelled = list(zip(syllables, places, strict=True))
        if not _mark(token, spelled, hit):
            _mark(token, [(sound[0], place) for sound, place in spelled], hit)


def _mark(token: str, parts: Sequence[tuple[str, int]], hit: list[bool], *, anywhere: bool = False) -> bool:
    """Mark the places whose parts together begin with a token, from the start of a part; gives whether there are any."""
    joined = "".join(part for part, _ in parts)
    owners = [place for part, place in parts for _ in part]
    found = False
    for begin in range(len(joined)):
        starts = anywhere or begin == 0 or owners[begin] != owners[begin - 1]
        if starts and joined.startswith(token, begin):
            found = True
            for place in owners[begin : begin + len(token)]:
                hit[place] = True
    return found


def spellings(text: str) -> list[str]:
    """The text without accents; then, where it differs, with ä as ae; then with ae as a, so that either finds either."""
    normal = normalised(text)
    plain = normal.translate(PLAIN)
    wide = normal.translate(UMLAUTS).translate(PLAIN)
    return list(dict.fromkeys((plain, wide, DIGRAPH.sub(r"\1", wide))))


def normalised(text: str) -> str:
    """One width, one case, accents on their letters."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def without_accents(letter: str) -> str:
    """The letter under its marks, nothing for a mark alone."""
    bare = "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
    return UNACCENTED.get(bare, unicodedata.normalize("NFC", bare))


def simplified(text: str) -> str:
    """Folded text in Simplified characters, each by itself."""
    return text if text.isascii() else text.translate(SIMPLE)


def without_variants(letter: str) -> str:
    """The one writing of a Han character; other letters stay."""
    if not HAN.fullmatch(letter):
        return letter
    simple: str = converter().convert(letter)
    return AS_ONE.get(simple, simple)


PLAIN = Letters(without_accents)
SIMPLE = Letters(without_variants)


@cache
def converter() -> OpenCC:
    """Traditional to Simplified; its dictionaries are opened once."""
    return OpenCC("t2s")


def readings(run: str) -> list[str]:
    """The syllables without tones, as the words of the run are read; what has no reading is left out."""
    from pypinyin import lazy_pinyin  # takes 0.15 s and is wanted only where a Chinese name is written

    return [letters(syllable) for syllable in lazy_pinyin(converter().convert(run), errors="ignore")]


def letters(syllable: str) -> str:
    """A syllable in plain letters: pypinyin writes ê for 诶."""
    return syllable if syllable.isascii() else syllable.translate(PLAIN)


def initials(syllables: Iterable[str]) -> str:
    """The first letter of each."""
    return "".join(syllable[0] for syllable in syllables)
