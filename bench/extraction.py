"""Speed of the extraction, warm, on one core: characters a second, share of each step, growth with length, memory."""

from __future__ import annotations

import resource
import time
from collections import defaultdict
from dataclasses import replace

from bench.material import documents
from corpus import Block, BlockKind, Document, Span
from extract import analyse

LENGTHS = (125_000, 250_000, 500_000, 1_000_000)


def main() -> None:
    """Prints the figures."""
    corpus = documents()
    for document in corpus:
        analyse(document)
    shares: defaultdict[str, float] = defaultdict(float)

    def note(step: str, seconds: float) -> None:
        shares[step] += seconds

    start = time.process_time()
    for document in corpus:
        analyse(document, timer=note)
    seconds = time.process_time() - start
    characters = sum(len(document.text) for document in corpus)
    print(f"extraction: {len(corpus)} documents, {characters} characters, {characters / seconds:,.0f} characters/s")
    for step, taken in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"  {step:15s} {taken / sum(shares.values()):6.1%}  {characters / taken:12,.0f} characters/s")
    for length in LENGTHS:
        document = lengthened(corpus, length)
        start = time.process_time()
        analyse(document)
        print(f"  one document of {length:9,} characters: {time.process_time() - start:6.2f} s")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def lengthened(corpus: list[Document], length: int) -> Document:
    """One plain document of the corpus' texts, one after the other, until it has so many characters."""
    texts = [document.text for document in corpus]
    text = ""
    while len(text) < length:
        text += "".join(texts)
    lines = text[:length].splitlines(keepends=True)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line)
    return replace(corpus[0], text=text[:length], blocks=tuple(blocks), problems=())


if __name__ == "__main__":
    main()
