import shutil
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.gazetteer import load_gazetteer

DATA = Path(__file__).parents[2] / "data" / "gazetteer"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "gazetteer"))


@pytest.mark.parametrize(
    ("table", "row", "complaint"),
    [
        ("metonyms.tsv", "the Folly", "2 columns, got 1"),
        ("metonyms.tsv", "the Folly\tstate_ZZ", "an entity of the gazetteer"),
        ("metonyms.tsv", "the Folly\tnowhere", "an id such as state_RU"),
        ("places.tsv", "place_x\t\tX\t\tcity\t\t\t95\t10", "degrees"),
        ("places.tsv", "place_x\t\tX\t\tvillage\t\t\t5\t10", "one of city"),
        ("places.tsv", "place_x\t58217\tX\t\tcity\t\t\t5\t10", "a Q-id"),
        ("places.tsv", "place_Q649\t\tMoscow\t\tcity\t\t\t5\t10", "a new id"),
        ("holders.tsv", "person_Q58217\tForeign Minister\tstate_RU\tMay 2004\t", "a date such as"),
        ("memberships.tsv", "state_RU\torganization_Q1065\t\t\tfriend", "one of"),
        ("persons.tsv", "person_x\t\t\t\t", "a value in column 'name'"),
    ],
)
def test_a_malformed_row_is_told_with_file_and_line(folder: Path, table: str, row: str, complaint: str) -> None:
    path = folder / table
    lines = path.read_text(encoding="utf-8").count("\n")
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=complaint) as raised:
        load_gazetteer(folder)
    assert str(raised.value).startswith(f"{table}:{lines + 1}: ")


def test_a_missing_table_or_column_is_told(folder: Path) -> None:
    (folder / "bodies.tsv").write_text("name\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"bodies\.tsv:1"):
        load_gazetteer(folder)
    (folder / "bodies.tsv").unlink()
    with pytest.raises(DataError, match="expected a table"):
        load_gazetteer(folder)


def test_the_version_depends_on_every_table(folder: Path) -> None:
    with (folder / "ambiguous.tsv").open("a", encoding="utf-8") as file:
        file.write("Zzz\tordinary word\n")
    assert load_gazetteer(folder).version != load_gazetteer().version
