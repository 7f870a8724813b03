"""Commands that show what is read in a text: triples, evaluate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli._app import ArticleBar, Json, ModelOption, app, check_choice, complain, out, print_lines


@app.command()
def triples(
    file: Annotated[Path, typer.Argument(help="A file of articles; with --open, a sentence a line.")],
    open_: Annotated[bool, typer.Option("--open", help="Open triples in the text's own words, tab separated.")] = False,
    style: Annotated[str, typer.Option(help="With --open: nary (default), graph or chained.")] = "nary",
    date: Annotated[str | None, typer.Option(help="Date of articles that give none (ISO).")] = None,
    as_json: Json = False,
    model: ModelOption = None,
) -> None:
    """Print what each sentence gave, with the rule."""
    if open_:
        _open_triples(file, style, model)
    else:
        _triples(file, date, model, as_json)


def _open_triples(file: Path, style: str, model: Path | None) -> None:
    from kg.extractors.open import STYLES, open_triples
    from kg.model import Article
    from kg.nlp import pipeline
    from kg.readers import Options
    from kg.readers._article import decode, read_bytes

    check_choice("--style", [style], STYLES)
    lines = [line for line in decode(read_bytes(file, Options()), str(file)).split("\n") if line.strip()]
    articles = [Article(id=str(n), text=line.strip("\r")) for n, line in enumerate(lines)]
    for article, doc in zip(articles, pipeline.read(pipeline.load(model), articles), strict=True):
        for found in open_triples(doc, style=style):  # type: ignore[arg-type]
            cells = (article.text, found.subject, found.predicate, found.object, f"{found.confidence:.2f}")
            print("\t".join(" ".join(cell.split()) if i else cell.replace("\t", " ") for i, cell in enumerate(cells)))


def _triples(file: Path, date: str | None, model: Path | None, as_json: bool) -> None:
    from kg.engine import Tables
    from kg.engine.local import facts_of
    from kg.readers import Options, read_paths

    problems: list[str] = []
    for facts in facts_of(read_paths([file], Options(date=date), problems), Tables(model)):
        names = {e.id: e.label for e in facts.entities} | {e.id: e.label for e in facts.events}
        last = None
        for a in sorted(facts.assertions, key=lambda a: (a.evidence[0].start, a.id)):
            evidence = a.evidence[0]
            record = {
                "article": facts.article.id,
                "sentence": evidence.quote,
                "subject": names.get(a.subject, a.subject),
                "predicate": a.predicate,
                "object": names.get(a.object, a.object),
                "status": a.status,
                "attributed_to": names.get(a.attributed_to) if a.attributed_to else None,
                "date": a.date,
                "rule": evidence.rule,
                "confidence": evidence.confidence,
            }
            if as_json:
                print(json.dumps(record, ensure_ascii=False))
                continue
            if evidence.start != last:
                last = evidence.start
                out.print(f"\n{' '.join(evidence.quote.split())}", markup=False)
            notes = [
                a.status,
                f"says {record['attributed_to']}" if a.attributed_to else "",
                a.date or "",
                evidence.rule,
            ]
            said = f"{record['subject']} | {a.predicate} | {record['object']}"
            out.print(f"    {said}   [{', '.join(note for note in notes if note)}]", markup=False)
    complain(problems)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder or file of annotated articles; .jsonl: annotated sentences.")],
    against: Annotated[Path | None, typer.Option(help="What --json wrote before: show what changed.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write all that was found and missed.")] = None,
    calibrate: Annotated[Path | None, typer.Option(help="Write confidence.tsv: weights fitted to this gold.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="List what is wrong and missed, with its words.")] = False,
    model: ModelOption = None,
) -> None:
    """Hold what is extracted against gold: figures by property, status and rule, and what a change gained and lost."""
    from kg.evaluation import evaluate as run
    from kg.evaluation import figures, read_gold, report, sentences

    if gold.suffix == ".jsonl":
        print_lines(
            report.sentence_lines(sentences.find_events(sentences.read_sentences(gold), model=model), verbose=verbose)
        )
        return
    before = None if against is None else figures.read_json(against)
    with ArticleBar() as advance:
        judgement = run(read_gold(gold), model=model, progress=advance)
    print_lines(report.article_lines(judgement, verbose=verbose))
    if before is not None:
        print_lines(report.change_lines(figures.changes(before, judgement), before, judgement))
    if json_file is not None:
        json_file.write_text(figures.to_json(judgement), "utf-8")
    if calibrate is not None:
        from kg.evaluation import calibration

        seen = calibration.examples(read_gold(gold), model=model)
        calibrate.write_text(calibration.table(calibration.fit(seen), seen), "utf-8")
