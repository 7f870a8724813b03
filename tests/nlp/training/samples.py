"""A treebank and names of a few sentences, written for the tests."""

from pathlib import Path

TREES = """# sent_id = made-news-1-1
# text = The envoy met Ada Quill in Torvel.
1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_
2\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_
3\tmet\tmeet\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_
4\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t3\tobj\t_\t_
5\tQuill\tQuill\tPROPN\tNNP\tNumber=Sing\t4\tflat\t_\t_
6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_
7\tTorvel\tTorvel\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = made-news-1-2
# text = They didn't sign.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""

NAMES = """# newdoc id = made-news-1
The\tO\t_
envoy\tO\t_
met\tO\t_
Ada\tB-PERSON\t_
Quill\tI-PERSON\t_
in\tO\t_
Torvel\tB-GPE\tSpaceAfter=No
.\tO\t_
"""

OTHERS = """# newdoc id = a
The\tO\t_
Harbour\tB-ORG\t_
League\tI-ORG\t_
left\tO\t_
Osk\tB-GPE\tSpaceAfter=No
.\tO\t_

# newdoc id = b
Ben\tB-PERSON\t_
Orr\tI-PERSON\t_
spoke\tO\tSpaceAfter=No
.\tO\t_
"""


def write(folder: Path) -> Path:
    """Write training and development files into ``folder`` as ``kg.nlp.training`` reads them."""
    for name in ("parser", "ner"):
        (folder / name).mkdir(parents=True)
    for part in ("train", "dev"):
        (folder / "parser" / f"made_{part}.conllu").write_text(TREES, encoding="utf-8")
        (folder / "ner" / f"other_{part}.iob2").write_text(OTHERS, encoding="utf-8")
    (folder / "ner" / "made_train.iob2").write_text(NAMES, encoding="utf-8")
    for name, text in (("parser/made_train_court.conllu", TREES), ("ner/made_train_court.iob2", NAMES)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
