"""The speed of the extractor beside the bare pipeline under it, in one run on the same text and model.

``python -m benchmarks.speed [--text FOLDER] [--workers N]`` prints

- words a second of bare ``nlp.pipe`` as spaCy loads it, of the same pipeline as goldwire loads it (other BLAS, batches
  that suit a processor's cache), of the extractor, and of the whole of ``goldwire extract`` with its saving, each
  measured next to the others again and again, and their ratios, of which the median counts;
- how the words a second grow with ``--workers``, the start of the processes left out;
- the memory that an extraction needs at most, for some articles and for four times as many.

The text is repeated; a repeated article differs from the first behind its last zone, where nothing is parsed.
"""

import os
import resource
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import click
import spacy
from spacy.language import Language

from annotations import ontology
from annotations.articles.sources import find, read_source
from annotations.errors import SourceError
from annotations.extraction import running
from annotations.extraction.builtin import MakeRules
from annotations.extraction.extractor import Extractor, Make
from annotations.extraction.identity import DEFAULT_MODEL, pipeline_folder
from annotations.extraction.parsing.pipeline import load_pipeline, model_name
from annotations.extraction.parsing.segments import segments
from annotations.extraction.rulebook.lexicon import load as load_lexicon
from annotations.extraction.rules import SEGMENTS_AHEAD, RulesExtractor
from annotations.model import Article, Occurrence, Source, SourceText
from annotations.store import reading, sources
from annotations.store.connection import open_database

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PARTS = ("bare nlp.pipe", "as goldwire does", "the extractor", "goldwire extract")
"""The pipeline as spaCy loads it and in its batches, then as goldwire loads it and in its batches, then the rules."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """What one measurement took: on the clock, and of this process's processor."""

    wall: float
    processor: float


@dataclass(frozen=True, eq=False)
class Given:
    """Gives an extractor that is there, so that all are measured over one pipeline."""

    extractor: Extractor

    def __call__(self) -> Extractor:
        """It."""
        return self.extractor

    def identity(self) -> Extractor:
        """It: it knows best."""
        return self.extractor


def articles_of(folder: Path, copies: int) -> Iterator[Article]:
    """The articles below a folder, ``copies`` times, no two with one text.

    Raises:
        SourceError: a file cannot be read.
    """
    found: dict[str, Article] = {}
    for file in find([folder]):
        if isinstance(file, SourceError):
            raise file
        found |= {article.id: article for article, _ in read_source(file).articles}
    for number in range(copies):
        yield from (replace(article, text=f"{article.text}\n{number}") for article in found.values())


def parsed_text(articles: Sequence[Article]) -> list[str]:
    """The headlines and bodies that are parsed, as the extractor cuts them."""
    known = load_lexicon(ontology.load()).by_form
    return [segment.text for article in articles for segment in segments(article, known)]


def words(texts: Sequence[str]) -> int:
    """Words between white space."""
    return sum(len(text.split()) for text in texts)


def measured(action: Callable[[], object]) -> Seconds:
    """How long an action takes."""
    wall, processor = time.perf_counter(), time.process_time()
    action()
    return Seconds(time.perf_counter() - wall, time.process_time() - processor)


def as_spacy_loads_it(model: str) -> Language:
    """The pipeline with nothing of goldwire's about it.

    Raises:
        click.UsageError: the model is no folder and no package with one.
    """
    folder = pipeline_folder(model)
    if folder is None:
        raise click.UsageError(f"no folder of the pipeline {model!r} that spaCy could load")
    return spacy.load(folder)


def beside_the_pipeline(
    bare: Language, nlp: Language, articles: Sequence[Article], repeats: int
) -> dict[str, list[Seconds]]:
    """Each part measured ``repeats`` times, in turns, after one turn that only warms up."""
    texts = parsed_text(articles)
    extractor = RulesExtractor(ontology.load(), nlp)
    parts: dict[str, Callable[[], Seconds]] = {
        PARTS[0]: lambda: measured(lambda: deque(bare.pipe(texts), maxlen=0)),
        PARTS[1]: lambda: measured(lambda: deque(nlp.pipe(texts, batch_size=SEGMENTS_AHEAD), maxlen=0)),
        PARTS[2]: lambda: measured(lambda: deque(extractor.propose(articles, running.BATCH), maxlen=0)),
        PARTS[3]: lambda: extraction(Given(extractor), articles),
    }
    taken: dict[str, list[Seconds]] = {part: [] for part in parts}
    for turn in range(repeats + 1):
        # What runs first in a turn is another part each time.
        for part in [*PARTS[turn % len(PARTS) :], *PARTS[: turn % len(PARTS)]]:
            seconds = parts[part]()
            if turn:
                taken[part].append(seconds)
    return taken


def extraction(make: Make, articles: Sequence[Article], workers: int = 1) -> Seconds:
    """What ``goldwire extract`` takes over a database of these articles, the extractor being loaded where it is one."""
    with TemporaryDirectory() as folder, closing(open_database(Path(folder) / "goldwire.db", create=True)) as database:
        occurrences = tuple((article, Occurrence("speed", 0, len(article.text))) for article in articles)
        sources.add(database, SourceText(Source("speed", "speed", "utf-8", 0), occurrences))
        left = list(reading.article_ids(database))
        return measured(
            lambda: deque(running.extract(database, ontology.load(), make, left, workers=workers), maxlen=0)
        )


def peak(text: Path, copies: int, model: str) -> float:
    """The most memory, in MiB, that this process needed once it has extracted the articles."""
    extraction(MakeRules(ontology.DEFAULT, model), list(articles_of(text, copies)))
    # Linux counts KiB, macOS bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def compared(taken: dict[str, list[Seconds]], amount: int) -> Iterator[str]:
    """A line for each part: words a second, and its speed as a share of the bare pipeline's in the same turn."""
    bare = taken[PARTS[0]]
    for part, own in taken.items():
        rate = median(amount / each.wall for each in own)
        shares = (
            spread([theirs.wall / mine.wall for mine, theirs in zip(own, bare, strict=True)]),
            spread([theirs.processor / mine.processor for mine, theirs in zip(own, bare, strict=True)]),
        )
        yield f"{part:18}{rate:10,.0f} words/s   {shares[0]} of bare by the clock, {shares[1]} by the processor"


def spread(ratios: Sequence[float]) -> str:
    """Median and quartiles."""
    if len(ratios) < 2:
        return f"{ratios[0]:.3f}"
    low, middle, high = quantiles(ratios, n=4, method="inclusive")
    return f"{middle:.3f} ({low:.3f}–{high:.3f})"


def by_workers(text: Path, copies: int, most: int, model: str) -> Iterator[str]:
    """A line for each number of processes. The start is left out as what a third of the articles takes too."""
    few, many = list(articles_of(text, copies)), list(articles_of(text, 3 * copies))
    amount = words(parsed_text(many)) - words(parsed_text(few))
    alone = 0.0
    for workers in range(1, most + 1):
        make = MakeRules(ontology.DEFAULT, model)
        took = extraction(make, many, workers).wall - extraction(make, few, workers).wall
        alone = alone or amount / took
        yield f"--workers {workers}{amount / took:12,.0f} words/s   {amount / took / alone:.2f} of one"


def memory(text: Path, copies: int, model: str) -> Iterator[str]:
    """A line for some articles and for four times as many, each in a process of its own."""
    for times in (copies, 4 * copies):
        with get_context("spawn").Pool(1) as pool:
            most = pool.apply(peak, (text, times, model))
        yield f"{len(list(articles_of(text, times))):6,} articles  {most:8,.0f} MiB at most"


def load() -> str:
    """The machine's load, where it tells."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else "load unknown"


@click.command()
@click.option("--text", type=click.Path(path_type=Path, exists=True, file_okay=False), default=SEEDS)
@click.option("--copies", type=click.IntRange(1), default=2, show_default=True, help="How often the text is repeated.")
@click.option("--repeats", type=click.IntRange(1), default=9, show_default=True, help="Turns that are measured.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Up to how many processes.")
@click.option("--model", default=DEFAULT_MODEL)
def main(text: Path, copies: int, repeats: int, workers: int, model: str) -> None:
    """Measure the extractor beside the bare pipeline, by processes, and in memory."""
    nlp = load_pipeline(model)
    articles = list(articles_of(text, copies))
    amount = words(parsed_text(articles))
    click.echo(f"{model_name(nlp)}: {', '.join(nlp.pipe_names)}")
    click.echo(f"{len(articles)} articles, {amount:,} words of headline and body, {repeats} turns; {load()}")
    taken = beside_the_pipeline(as_spacy_loads_it(model), nlp, articles, repeats)
    for lines in (compared(taken, amount), by_workers(text, copies, workers, model), memory(text, copies, model)):
        for line in lines:
            click.echo(line)
    click.echo(load())


if __name__ == "__main__":
    main()
