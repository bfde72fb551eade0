"""The forms in which names are written: read articles in, each form with its facts, and how alike two words are, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.domain.facts import Fact, Kind, Name, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.name_words import is_generation, is_role_noun
from summarizer.language.standalone import is_notice
from summarizer.language.words import fold

Key = tuple[str, ...]


@dataclass(slots=True)
class Form:
    """One way to write a name, with its facts."""

    key: Key
    facts: list[Fact] = field(default_factory=list)
    articles: Counter[str] = field(default_factory=Counter)
    statements: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)  # what the person is: role, title, age
    context: set[str] = field(default_factory=set)  # words near it

    @property
    def sort(self) -> str:
        """What most of its facts take it for."""
        sorts = Counter(f.value.sort for f in self.facts if isinstance(f.value, Name) and f.value.sort)
        return min(sorts, key=lambda s: (-sorts[s], s)) if sorts else ""

    @property
    def words(self) -> Key:
        """How it is written most often."""
        written = Counter(f.value.words for f in self.facts if isinstance(f.value, Name))
        return min(written, key=lambda w: (-written[w], len(w), w))


def forms_of(articles: Sequence[ReadArticle]) -> dict[Key, Form]:
    """Every form in which the articles write a name, by its folded words."""
    forms: dict[Key, Form] = {}
    for article in articles:
        for statement in article.statements:
            if is_notice(statement.statement.text):
                continue
            for fact in statement.facts:
                if not isinstance(fact.value, Name) or fact.kind not in (Kind.NAME, Kind.PLACE):
                    continue
                if key := key_of(fact.value):
                    _add(forms.setdefault(key, Form(key)), fact, statement)
    return forms


def key_of(name: Name) -> Key:
    """The words of a name folded, without hyphens, apostrophes, "Jr." and initials in the middle."""
    words = [plain(w) for w in name.words if not is_generation(w)]
    inner = [w for w in words[1:-1] if len(w) > 1]
    return tuple(w for w in (*words[:1], *inner, *words[1:][-1:]) if w)


def plain(word: str) -> str:
    """A word folded, without hyphens, apostrophes and its full stop."""
    return fold(word).replace("-", "").replace("'", "").rstrip(".")


def _add(form: Form, fact: Fact, read: ReadStatement) -> None:
    assert isinstance(fact.value, Name)
    form.facts.append(fact)
    form.articles[fact.evidence.article] += 1
    form.statements.add(read.statement.id)
    form.roles.update(fold(w).rstrip(".") for w in f"{fact.value.role} {fact.value.title}".split())
    form.roles.update(w for w in (*fact.context, *fact.qualifiers, fact.head or "") if is_role_noun(w))
    form.context.update(fact.context)
    for other in read.facts:
        age = other.value
        beside = 0 <= other.place.start - fact.place.end <= 3 or 0 <= fact.place.start - other.place.end <= 1
        if other.kind is Kind.AGE and isinstance(age, Quantity) and beside:
            form.roles.add(f"{age.number} years")


def is_told_apart_by_article(a: Form, b: Form) -> bool:
    """An article that writes both ways means two names, unless one of them is a slip that it makes once."""
    both = [article for article in a.articles if article in b.articles]
    return not both or (
        len(both) == 1 and 1 in (a.articles[both[0]], b.articles[both[0]]) and len(a.articles) + len(b.articles) > 1
    )
