"""Elements are found by their attributes, in the order of the page."""

from lxml import html

from briefing.readers.html_bylines import authors, dates
from briefing.readers.html_index import Index

PAGE = html.document_fromstring(
    "<html class=top><body class='a publish'><p class=a id=x>1</p><p class='a b'>2</p><p class=A>3</p><p style=''>4</p>"
    "<i itemprop=author>5</i><a rel=author>6</a><b rel=author>7</b><b class=p-author-x>8</b><b class='author '>9</b>"
    "<time>10</time><header><p><time>11</time></p></header><time pubdate>12</time><b class=pub>13</b>"
    "<b class=entry-date>14</b></body></html>"
)
INDEX = Index(list(PAGE.iter()))


def texts(numbers: set[int]) -> list[str]:
    return [element.text for element in INDEX.pick(numbers) if element.text]


def test_elements_by_attribute() -> None:
    assert texts(INDEX.having("class", lambda value: "a" in value.split())) == ["1", "2"]
    assert texts(INDEX.having("style")) == ["4"]
    assert texts(INDEX.having("hidden")) == []
    assert texts(INDEX.having("id", lambda value: value == "y")) == []
    assert INDEX.values("id") == {"x"}


def test_the_root_is_never_picked() -> None:
    assert INDEX.values("class") >= {"top", "a", "A"}
    assert INDEX.pick(INDEX.having("class", lambda value: value == "top")) == []


def test_a_value_is_asked_once_however_often_it_stands_there() -> None:
    asked: list[str] = []
    INDEX.having("rel", lambda value: asked.append(value) is None)
    assert asked == ["author"]


def test_who_and_when_by_hand() -> None:
    assert [element.text for element in authors(INDEX)] == ["5", "6", "8"]
    assert [element.text for element in dates(INDEX)] == ["11", "12", "14"]
