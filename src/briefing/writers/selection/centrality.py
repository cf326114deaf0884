"""How central each sentence is among its neighbours. In: their terms. Out: a figure from 0 to 1 for each.

LexRank in its continuous form (Erkan and Radev, LexRank: Graph-based Lexical Centrality as Salience in Text
Summarization, JAIR 22, 2004): sentences are nodes, cosines of their TF-IDF vectors are edges, PageRank weighs them.
Its cost grows with the square of their number. So above LIMIT sentences the similarity to their centroid stands in for
it (Radev, Jing and Budzikowska, Centroid-based summarization of multiple documents, 2000), whose cost is linear.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

LIMIT = 300  # sentences
_EDGE = 0.1  # a weaker likeness is no edge: the threshold that did best in the paper
_DAMPING = 0.85
_ROUNDS = 30

Vector = Mapping[str, float]


def vectors(sentences: Sequence[Sequence[str]]) -> list[Vector]:
    """TF-IDF vectors of length 1. A term counts the less, the more sentences have it."""
    having = Counter(term for sentence in sentences for term in set(sentence))
    weight = {term: math.log(1 + len(sentences) / count) for term, count in having.items()}
    return [_unit({term: n * weight[term] for term, n in Counter(sentence).items()}) for sentence in sentences]


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other.get(term, 0.0) for term, value in one.items())


def centrality(found: Sequence[Vector]) -> list[float]:
    """1 for the most central sentence."""
    raw = _lexrank(found) if len(found) <= LIMIT else _centroid(found)
    top = max(raw, default=0.0)
    return [value / top if top else 0.0 for value in raw]


def _unit(vector: Vector) -> Vector:
    norm = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / norm for term, value in vector.items()} if norm else {}


def _centroid(found: Sequence[Vector]) -> list[float]:
    total: defaultdict[str, float] = defaultdict(float)
    for vector in found:
        for term, value in vector.items():
            total[term] += value
    middle = _unit(total)
    return [likeness(vector, middle) for vector in found]


def _edges(found: Sequence[Vector]) -> list[dict[int, float]]:
    edges: list[dict[int, float]] = [{} for _ in found]
    for i, vector in enumerate(found):
        for j in range(i):
            if (near := likeness(vector, found[j])) > _EDGE:
                edges[i][j] = edges[j][i] = near
    return edges


def _lexrank(found: Sequence[Vector]) -> list[float]:
    count = len(found)
    edges = _edges(found)
    degree = [sum(row.values()) for row in edges]
    rank = [1 / count] * count if count else []
    for _ in range(_ROUNDS):
        rank = [
            (1 - _DAMPING) / count + _DAMPING * sum(rank[j] * near / degree[j] for j, near in row.items())
            for row in edges
        ]
    return rank
