"""What kind of place an address leads to. In: an address. Out: one name for all its forms, and its kind."""

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

Kind = Literal["work", "release", "page", "reference", "profile", "social", "shop", "action", "picture", "placeholder"]

# Hosts, with everything below them. A name that ends with a point stands for that label under any ending.
_HOUSES: dict[Kind, str] = {
    "work": """arxiv.org doi.org openreview.net aclanthology.org aclweb.org biorxiv.org medrxiv.org chemrxiv.org
        papers.nips.cc proceedings. jmlr.org nature.com science.org sciencemag.org sciencedirect.com
        cell.com pnas.org springer.com wiley.com tandfonline.com academic.oup.com mdpi.com frontiersin.org
        plos.org dl.acm.org ieee.org usenix.org eprint.iacr.org ncbi.nlm.nih.gov semanticscholar.org
        ssrn.com zenodo.org hal.science jstor.org osf.io psyarxiv.com rfc-editor.org w3.org nber.org
        thelancet.com nejm.org bmj.com""",
    "reference": """wikipedia.org wiktionary.org wikidata.org wikimedia.org investopedia.com britannica.com
        merriam-webster.com namu.wiki baike.baidu.com kotobank.jp imdb.com maps. goo.gl""",
    "social": """twitter.com x.com t.co facebook.com fb.com instagram.com linkedin.com threads.net bsky.app
        reddit.com tiktok.com pinterest.com t.me weibo.com zhihu.com mastodon. toot. fosstodon.org
        hachyderm.io discord.gg discord.com news.ycombinator.com line.me vk.com b.hatena.ne.jp getpocket.com""",
    "shop": """amazon. amzn.to amzn.com a.co leanpub.com gumroad.com patreon.com ko-fi.com etsy.com paypal.com
        paypal.me buymeacoffee.com opencollective.com liberapay.com manning.com udemy.com teespring.com
        ebay. yes24.com aladin.co.kr kyobobook.co.kr bookshop.org barnesandnoble.com shop. store.""",
    "picture": "imgur.com flickr.com substackcdn.com unsplash.com gravatar.com img. images. cdn.",
}
_HOSTS: dict[Kind, frozenset[str]] = {found: frozenset(names.split()) for found, names in _HOUSES.items()}
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|mp4|webm)$", re.IGNORECASE)
_RELEASE = re.compile(r"/(?:releases?|tags?|changelog|release-notes)(?:/|$)|/v?\d+(?:[.-]\d+)+/?$", re.IGNORECASE)
_FORGE = re.compile(r"(?:github|gitlab|bitbucket|codeberg|sr\.ht|huggingface|gitee)\b")
_WITHIN_FORGE = re.compile(r"/(?:issues|pulls?|commits?|compare|discussions|wiki|labels|merge_requests|actions)(?:/|$)")
_REGISTRY = re.compile(r"(?:pypi\.org|crates\.io|npmjs\.com|rubygems\.org|hackage\.haskell\.org|packagist\.org)$")
_ACTION = re.compile(
    r"^/(?:subscribe|sign-?up|log-?in|register|donate|sponsors?|sharer?|intent|comments?|account|cart|contact)\b"
    r"|/(?:edit|new|donate\.\w+|subscribe)/?$|/edit/|/sponsors/|\b(?:action=edit|replytocom=|share=|intent=)",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"^/(?:@[\w.-]+|(?:users?|u|authors?|people|profile|in|team|about)(?:/[\w.@-]+)?)/?$", re.IGNORECASE
)
_ARXIV = re.compile(r"/(?:abs|pdf|html|format)/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$")
# "arxiv.org/abs/2406.xxxxx", "example.org/{id}": an address that nobody has filled in leads nowhere.
_PLACEHOLDER = re.compile(
    r"(?<![a-z])x{4,}(?![a-z])|[<>{}]|%7[bd]|%3[ce]|/(?:todo|tbd|placeholder)(?:/|$)", re.IGNORECASE
)
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|ref$|ref_src$|mc_|spm$)")


def host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def arxiv(url: str) -> str:
    """The identifier of an arXiv paper, whose first four digits are its year and month, or ""."""
    found = _ARXIV.search(urlsplit(url).path) if host(url).endswith("arxiv.org") else None
    return found.group(1) if found else ""


@lru_cache(maxsize=8192)
def same(url: str) -> str:
    """One name for all forms of an address: with or without www, slash, tracking; a paper's abs, pdf, versions."""
    if identifier := arxiv(url):
        return f"arxiv:{identifier}"
    parts = urlsplit(url)
    asked = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])])
    return f"{host(url)}{parts.path.rstrip('/')}{'?' + asked if asked else ''}"


@lru_cache(maxsize=8192)
def kind(url: str) -> Kind:
    parts, name = urlsplit(url), host(url)
    if parts.scheme not in {"http", "https"} or _ACTION.search(f"{parts.path}?{parts.query}"):
        return "action"
    if _PLACEHOLDER.search(parts.path):
        return "placeholder"
    for found, hosts in _HOSTS.items():
        if _is_below(name, hosts):
            return found
    if _PICTURE.search(parts.path):
        return "picture"
    return _on_site(parts.path, name)


def _is_below(name: str, hosts: frozenset[str]) -> bool:
    labels = name.split(".")
    return any(".".join(labels[i:]) in hosts or f"{label}." in hosts for i, label in enumerate(labels[:-1]))


def _on_site(path: str, name: str) -> Kind:
    depth = len(path.strip("/").split("/")) if path.strip("/") else 0
    if _FORGE.match(name):
        return "profile" if depth <= 1 else "page" if _WITHIN_FORGE.search(path) else "release"
    if _PROFILE.match(path):
        return "profile"
    return "release" if _REGISTRY.search(name) or _RELEASE.search(path) else "page"
