"""Whether a text may have what a pattern finds in either case. In: text. Out: the same, small: to look for a few
letters in it takes a hundredth of what the pattern takes."""

# A pattern with IGNORECASE takes these for letters of ASCII too: no change to small letters makes them these.
_ALIKE = (("İ", "i"), ("ı", "i"), ("ſ", "s"))


def caseless(text: str) -> str:
    """Each letter that such a pattern takes for a small one of ASCII is this one here."""
    if not text.isascii():
        for letter, small in _ALIKE:
            text = text.replace(letter, small)
    return text.lower()
