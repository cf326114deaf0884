"""Every charset that old pages are written in: declared rightly, wrongly, by the page itself, or not at all."""

import codecs

import pytest

from briefing.readers.charset import decode

JAPANESE = "これは日本語の文章です。機械学習の論文を読みました。カタカナも書きます。"
CHINESE = "这是一个中文句子,我们今天讨论人工智能研究的最新进展。"
TAIWANESE = "這是一個中文句子,我們今天討論人工智慧研究的最新進展。"
KOREAN = "이것은 한국어 문장입니다. 올해의 논문을 읽었습니다."
FRENCH = "L’été dernier, les élèves étaient à l’école – déjà très « fatigués »."
GERMAN = "Die größten Änderungen wären über Nacht möglich gewesen."
RUSSIAN = "Это русский текст о машинном обучении и языковых моделях."
GREEK = "Αυτό είναι ένα ελληνικό κείμενο για τη μάθηση."
POLISH = "Zażółć gęślą jaźń, to jest polskie zdanie o uczeniu maszynowym."
HEBREW = "זהו משפט בעברית על למידת מכונה"
TURKISH = "Bu yıl yayımlanan makaleler çok önemli; öğrenme değişiyor."

WRITTEN = [
    (JAPANESE, "euc_jp", "EUC-JP"),
    (JAPANESE, "cp932", "Shift_JIS"),
    (JAPANESE, "cp932", "x-sjis"),
    (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
    (JAPANESE, "utf-16-le", "utf-16"),
    (CHINESE, "gb18030", "GB18030"),
    (CHINESE, "gb18030", "gb2312"),
    (TAIWANESE, "big5", "Big5"),
    (KOREAN, "euc_kr", "EUC-KR"),
    (KOREAN, "cp949", "ks_c_5601-1987"),
    (FRENCH, "cp1252", "windows-1252"),
    (FRENCH, "cp1252", "iso-8859-1"),
    (FRENCH, "cp1252", "us-ascii"),
    (POLISH, "iso8859-2", "ISO-8859-2"),
    (POLISH, "cp1250", "windows-1250"),
    (RUSSIAN, "cp1251", "x-cp1251"),
    (RUSSIAN, "koi8-r", "KOI8-R"),
    (GREEK, "cp1253", "windows-1253"),
    (HEBREW, "cp1255", "windows-1255"),
    (TURKISH, "cp1254", "iso-8859-9"),
    (FRENCH, "utf-8", "'UTF-8'"),
]


@pytest.mark.parametrize(("text", "codec", "label"), WRITTEN)
def test_a_declared_charset_is_believed(text: str, codec: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize(("text", "codec", "label"), [row for row in WRITTEN if not row[1].startswith("utf")])
def test_a_page_says_itself_what_it_is_written_in(text: str, codec: str, label: str) -> None:
    for head in (f'<html><head><meta charset="{label}">', f'<meta http-equiv=x content="text/html; charset={label}">'):
        page = head + text
        assert decode(page.encode(codec), html=True) == page
    feed = f"<?xml version='1.0' encoding='{label}'?><rss>{text}"
    assert decode(feed.encode(codec), html=True) == feed


def test_http_comes_before_the_page_itself_and_a_comment_says_nothing() -> None:
    page = f'<!-- <meta charset="cp1251"> --><meta charset="windows-1252">{GERMAN}'
    assert decode(page.encode("cp1252"), html=True) == page
    page = f'<meta charset="windows-1252">{RUSSIAN}'
    assert decode(page.encode("cp1251"), "windows-1251", html=True) == page


def test_a_meta_is_looked_for_in_pages_only() -> None:
    text = f'A page may say <meta charset="windows-1251">. {FRENCH}'
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("label", ["utf-8", "bogus", "rot13", "utf-7", "hex", "zip", "", "x-", "cp1252\0", "a" * 500])
@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (JAPANESE, "euc_jp"),
        (JAPANESE, "cp932"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc_kr"),
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (FRENCH, "utf-8"),
    ],
)
def test_a_wrong_or_unknown_declaration_is_survived(text: str, codec: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text
    assert decode((text + "\n").encode(codec) * 200, label) == (text + "\n") * 200


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "koi8-r", "ascii", "gb18030", "shift_jis", "big5"])
def test_utf8_is_known_by_its_form_under_any_label(label: str) -> None:
    text = "Naïve “quotes” – été, 日本語です。" * 20
    assert decode(text.encode(), label) == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_wins_over_all_and_is_no_text(mark: bytes, codec: str) -> None:
    assert decode(mark + JAPANESE.encode(codec), "windows-1252", html=True) == JAPANESE


def test_a_page_cannot_be_utf16_and_say_so_in_ascii() -> None:
    page = f'<meta charset="utf-16">{FRENCH}'
    assert decode(page.encode(), html=True) == page


def test_a_few_broken_bytes_do_not_change_the_charset() -> None:
    assert decode("naïve été".encode()[:-1], "utf-8") == "naïve ét\ufffd"
    broken = (JAPANESE * 20).encode() + b"\xff\xfe."
    assert decode(broken) == JAPANESE * 20 + "\ufffd\ufffd."
    broken = (JAPANESE * 20).encode("cp932") + b"\x81 ."
    assert decode(broken, "shift_jis") == JAPANESE * 20 + "\ufffd ."


def test_every_byte_string_is_some_text() -> None:
    assert decode(b"") == ""
    assert decode(b"nul\0 is no character") == "nul is no character"
    assert decode(bytes(range(1, 256))).startswith("\x01\x02")
    assert decode(b"\x81\x8d\x8f\x90\x9d" * 3)
