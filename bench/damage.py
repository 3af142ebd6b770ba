"""What damage costs: the facts of real texts against those of the same texts, written as pages often print them.

Half-width marks, lost quotation marks, lines of 36 characters, blanks around numbers and the like change no fact, and
lost line ends few; the share of facts that stay (F1, a mean over the texts) is printed for each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import ingest
from bench.material import documents
from corpus import Achievement, Commitment, Document, Indicator, QuotedDuty
from extract import analyse

_LINE = 36
_PAGE = 12
_HALF = str.maketrans("，：；（）！？", ",:;()!?")
_FULL = str.maketrans("0123456789%", "０１２３４５６７８９％")
_SAME = str.maketrans("０１２３４５６７８９％", "0123456789%")


def wrapped(text: str) -> str:
    """The text with lines of at most 36 characters."""
    lines = text.split("\n")
    return "\n".join(line[at : at + _LINE] for line in lines for at in range(0, max(1, len(line)), _LINE))


def paged(text: str) -> str:
    """The text with the number of a page behind each twelve lines."""
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(line + (f"\n- {at // _PAGE} -" if at % _PAGE == 0 else "") for at, line in lines)


DAMAGES: dict[str, Callable[[str], str]] = {
    "half-width marks": lambda text: text.translate(_HALF),
    "half-width marks and stops": lambda text: text.translate(_HALF).replace("。", "."),
    "no quotation marks": lambda text: re.sub('[“”"]', "", text),
    "lines of 36 characters": wrapped,
    "blank lines between paragraphs": lambda text: re.sub(r"\n+", "\n\n", text),
    "indented paragraphs": lambda text: re.sub(r"(?m)^(?=\S)", "　　", text),
    "full-width digits": lambda text: text.translate(_FULL),
    "blanks around numbers": lambda text: re.sub(r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[一-鿿])", " ", text),
    "numbers of pages": paged,
    "lost line ends": lambda text: re.sub(r"\n+", "", text),
}
"""Ways in which pages print a text that leave its facts as they are."""


def main() -> None:
    """Prints the figures."""
    texts = [one.text for one in documents() if not any(block.table for block in one.blocks)]
    whole = [facts(text) for text in texts]
    names = list(whole[0])
    print(f"{len(texts)} texts without tables")
    print(f"{'':32}" + " ".join(f"{name:>12}" for name in names))
    for damage, change in DAMAGES.items():
        damaged = [facts(change(text)) for text in texts]
        pairs = list(zip(whole, damaged, strict=True))
        means = [sum(agreement(one[name], other[name]) for one, other in pairs) / len(pairs) for name in names]
        print(f"{damage:32}" + " ".join(f"{mean:12.3f}" for mean in means))


def facts(text: str) -> dict[str, Counter[tuple[str, ...]]]:
    """The facts of a text by kind, in words that white space, marks and the width of digits do not change."""
    found: dict[str, Counter[tuple[str, ...]]] = {
        name: Counter() for name in ("statements", "deadlines", "actors", "indicators", "headings")
    }
    document = as_file(text)
    analysis = analyse(document)
    for fact in analysis.facts:
        if isinstance(fact, Commitment | Achievement | QuotedDuty):
            words = bare(fact.span.of(document.text))
            found["statements"][(type(fact).__name__, words)] += 1
            if isinstance(fact, Commitment):
                found["deadlines"].update([(words, str(fact.deadline))] if fact.deadline else [])
                found["actors"].update((words, bare(actor.name)) for actor in fact.actors)
        elif isinstance(fact, Indicator):
            found["indicators"][(bare(fact.name), str(fact.value), str(fact.when), str(fact.kind))] += 1
    found["headings"].update((bare(section.title),) for section in analysis.outline.sections)
    return found


def as_file(text: str) -> Document:
    """A document of a text as it is read from a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8")
        return ingest.read_file(path)


def bare(words: str) -> str:
    """Words without white space and marks."""
    return re.sub(r"[^一-鿿A-Za-z0-9%]", "", words.translate(_SAME))


def agreement(one: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> float:
    """F1 of two lists of facts; 1 where both are empty."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


if __name__ == "__main__":
    main()
