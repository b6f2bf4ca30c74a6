"""Reading a lexicon: what it finds, and what it refuses with file and family."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from annotations import ontology
from annotations.errors import OntologyError
from annotations.extraction import identity
from annotations.extraction.component import EventRules
from annotations.extraction.rulebook import grammar, lexicon
from annotations.extraction.rulebook.english import noun_forms, spelling, verb_forms
from annotations.extraction.rules import RulesExtractor
from annotations.ontology import DEFAULT, Ontology
from tests.annotations.extraction.conftest import article, read

Write = Callable[[str], Ontology]

CLASSES = """
[class]
arms = "rifle, machine gun, @bombs"
bombs = "bomb, mine, GPE"
"""
FAMILY = """
[[family]]
verb = "shell, open fire"
noun = "shelling"
type = "Attack.Shelling"
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """The shipped ontology with a lexicon of one's own."""

    def of(text: str) -> Ontology:
        shutil.copy(DEFAULT / "ontology.toml", tmp_path)
        (tmp_path / "lexicon.toml").write_text(text, "utf-8")
        return ontology.load(tmp_path)

    return of


def test_the_shipped_lexicon_has_a_family_for_every_type(conflict: Ontology) -> None:
    found = lexicon.load(conflict)
    assert {rule.type for family in found.families for rule in family.rules} == set(conflict.types)


def test_words_are_found_by_every_form(write: Write) -> None:
    found = lexicon.load(write(FAMILY)).by_form
    for form in ("shell", "shells", "shelled", "opened", "shellings"):
        assert spelling(form) in found


def test_a_class_may_name_classes_phrases_and_labels(write: Write) -> None:
    arms = lexicon.load(write(CLASSES + FAMILY)).classes["arms"]
    assert {"rifle", "rifles", "bomb", "mines"} <= arms.words
    assert arms.phrases == {("machine", "gun")}
    assert arms.labels == {"GPE"}


def test_a_case_adds_to_its_family(write: Write) -> None:
    text = """
[[family]]
noun = "raid"
not = "mod police"
roles = { on = "target" }
cases = [
  { needs = "mod air", type = "Attack.Airstrike" },
  { type = "Attack.Assault", roles = { on = "place" } },
]
"""
    air, ground = lexicon.load(write(text)).families[0].rules
    assert (air.id, air.type, len(air.needs), len(air.vetoes)) == ("lexicon/raid#1", "Attack.Airstrike", 1, 1)
    assert ground.roles["on"].alternatives == (("place", None),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FAMILY.replace("Attack.Shelling", "Attack.Sneeze"), "family shell: unknown type 'Attack.Sneeze'"),
        (FAMILY + 'needs = "object @towns"', "family shell: condition 'object @towns': unknown class @towns"),
        (FAMILY + 'needs = "objekt any"', "family shell: condition 'objekt any': unknown relation 'objekt'"),
        (FAMILY + 'needs = "object"', "condition 'object': 'object' is not `relation test`"),
        (FAMILY + 'needs = "form asleep"', "form is one of active, attributive"),
        (FAMILY + "needs = 3", "3 is not a condition or a list of them"),
        (FAMILY + 'roles = { object = "victim" }', "names the unknown role 'victim'"),
        (FAMILY + 'roles = { object = "mediator" }', "names 'mediator', which Attack.Shelling does not have"),
        (FAMILY + 'roles = { objekt = "target" }', "roles: unknown relation 'objekt'"),
        (FAMILY + 'roles = { object = "target of @arms" }', "is not `role` or `role @class`"),
        (FAMILY + 'status = "rumoured"', "unknown status 'rumoured'"),
        (FAMILY + 'verbs = "bomb"', "unknown key 'verbs'; there are adjective, also"),
        (FAMILY + FAMILY, "the name is taken; give it another with `name`"),
        ('[[family]]\ntype = "Harm.Kill"', "family 1: has no word; write one of verb, noun, adjective"),
        ('[[family]]\nverb = "shell"', "family shell: case 1 has no type"),
        (FAMILY + "cases = []", "cases is not a list of tables"),
        ('[class]\na = "@b"\nb = "@a"\n' + FAMILY, "class 'a' contains itself: a → b → a"),
        ('[class]\nGPE = "town"\n' + FAMILY, "class 'GPE': a name is lower-case letters and _"),
        ('[class]\na = "two;three"\n' + FAMILY, "'two;three' is no word, class or label"),
        ("[class]\na = 3\n" + FAMILY, "3 is not a comma-separated list"),
        ("[words]\na = 1\n" + FAMILY, "unknown table 'words'; a lexicon has [class] and [[family]]"),
        ("[class]\n", "a lexicon needs at least one [[family]]"),
        ("family = 3", "families are written [[family]]"),
        ("[[family]\n", "lexicon.toml: Expected"),
    ],
)
def test_what_a_lexicon_may_not_say_is_refused(write: Write, text: str, said: str) -> None:
    with pytest.raises(OntologyError) as refusal:
        lexicon.load(write(text))
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert str(write(text).folder) in str(refusal.value)


def test_an_ontology_without_a_lexicon_is_told_so(tmp_path: Path) -> None:
    shutil.copy(DEFAULT / "ontology.toml", tmp_path)
    with pytest.raises(OntologyError, match=r"no lexicon.toml and no lexicon/\*.toml"):
        lexicon.load(ontology.load(tmp_path))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('where = "place"', 'where = "spot"', "[fills] where = 'spot' is no role of conflict/1"),
        ('types = "Attack.Clash"', 'types = "Attack.Dance"', "frame: 'Attack.Dance' is no type of conflict/1"),
        ('is = "denied"', 'is = "doubted"', "status: 'doubted' is no status of conflict/1"),
        ("[when]\n", "[wenn]\n", "unknown table 'wenn'"),
        ("hull =", "hulls =", "[light] lacks 'hull'"),
        ('class = "@place"', 'class = "@plaice"', "unknown class @plaice"),
        ('purpose = "own"', 'purpos = "own"', "unknown cue 'purpos'"),
    ],
)
def test_what_a_grammar_may_not_say_is_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    folder = tmp_path / "conflict"
    shutil.copytree(DEFAULT, folder)
    text = (folder / "grammar.toml").read_text("utf-8")
    assert before in text
    (folder / "grammar.toml").write_text(text.replace(before, after, 1), "utf-8")
    copied = ontology.load(folder)
    with pytest.raises(OntologyError) as refusal:
        grammar.load(copied, lexicon.load(copied).classes)
    assert said in str(refusal.value)
    assert "grammar.toml" in str(refusal.value)


FOOTBALL = Path(__file__).parents[4] / "examples" / "football"


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Riverton will sign the striker Ben Okoro for $12 million on Monday.",
            ("Transfer.Sign", "sign", "planned", {"player striker Ben Okoro", "fee $12 million", "time Monday"}),
        ),
        (
            "The winger failed to score against Northport in Lisbon on Sunday.",
            ("Match.Score", "score", "denied", {"player winger", "club Northport", "place Lisbon", "time Sunday"}),
        ),
        ("The striker signed a petition in Lisbon.", None),
    ],
)
def test_an_ontology_of_another_field_needs_only_its_types_and_its_words(
    sentence: str, event: tuple[str, str, str, set[str]] | None, pipeline: Language
) -> None:
    """Nothing in the program knows war; what its folder leaves out is English, which the shipped grammar knows."""
    rules = RulesExtractor(ontology.load(FOOTBALL), pipeline)
    ((_, _, proposals),) = rules.propose([article(sentence)])
    found = [
        (one.type, one.trigger, one.status, {f"{role} {text}" for role, text in one.arguments})
        for one in read(proposals)
    ]
    assert found == ([event] if event else [])


def test_readme_shows_that_ontology_as_it_is() -> None:
    readme = (FOOTBALL.parents[1] / "README.md").read_text("utf-8")
    assert (FOOTBALL / "lexicon.toml").read_text("utf-8") in readme
    assert (FOOTBALL / "ontology.toml").read_text("utf-8") in readme


def test_what_it_leaves_out_counts_among_what_decides_its_proposals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = shutil.copytree(DEFAULT, tmp_path / "shipped")
    monkeypatch.setattr(identity, "DEFAULT", shipped)
    before = identity.rules_hash(ontology.load(FOOTBALL))
    (shipped / "grammar.toml").write_text("# other\n", "utf-8")
    assert identity.rules_hash(ontology.load(FOOTBALL)) != before


def test_an_own_grammar_speaks_of_the_own_ontology_alone(tmp_path: Path) -> None:
    folder = shutil.copytree(FOOTBALL, tmp_path / "football")
    (folder / "grammar.toml").write_text('[fills]\nwhere = "actor"\n', "utf-8")
    own = ontology.load(folder)
    with pytest.raises(OntologyError, match=r"\[fills\] where = 'actor' is no role of football/1"):
        grammar.load(own, lexicon.load(own).classes)


def test_the_component_reads_every_file_of_the_folder(conflict: Ontology, pipeline: object) -> None:
    rules = EventRules(pipeline, conflict.folder)  # type: ignore[arg-type]
    assert {file.name for file in rules.lexicon.files} >= {"classes.toml", "attack.toml", "aid.toml"}


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("shell", {"shells", "shelled", "shelling"}),
        ("bomb", {"bombed", "bombing"}),
        ("withdraw", {"withdrew", "withdrawn", "withdrawing"}),
        ("retake", {"retook", "retaken"}),
        ("shoot", {"shot", "shooting"}),
        ("flee", {"fled", "fleeing"}),
        ("carry", {"carries", "carried"}),
        ("die", {"died", "dying"}),
        ("kidnap", {"kidnapped", "kidnapping"}),
        ("test-fire", {"test-fired", "test-firing"}),
        ("cancel", {"canceled", "cancelled"}),
    ],
)
def test_verbs_are_inflected(base: str, forms: set[str]) -> None:
    assert forms <= set(verb_forms(base))


@pytest.mark.parametrize(
    ("base", "plural"), [("raid", "raids"), ("city", "cities"), ("gunman", "gunmen"), ("blitz", "blitzes")]
)
def test_nouns_are_inflected(base: str, plural: str) -> None:
    assert noun_forms(base) == (base, plural)


@pytest.mark.parametrize(
    ("british", "american"),
    [("mobilised", "mobilized"), ("defence", "defense"), ("cancelled", "canceled"), ("harbour", "harbor")],
)
def test_two_spellings_are_one_key(british: str, american: str) -> None:
    assert spelling(british) == spelling(american)
