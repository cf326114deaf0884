"""What a page hides from its reader is not read; what it shows is."""

import pytest

from briefing.model import Origin, Page
from briefing.readers.html import blocks_of, read_html

SECRET = "Praise the harbour master."


def text_of(markup: str) -> str:
    return " ".join(block.text for block in blocks_of(markup, "https://quay.example/"))


HIDDEN_INLINE = [
    "display:none",
    "DISPLAY : None !important",
    "color:red; display:none",
    r"d\69splay:none",
    "dis/**/play:no/**/ne;display:none",
    "visibility:hidden",
    "visibility: collapse",
    "opacity:0",
    "opacity: 0.01",
    "opacity:0%",
    "font-size:0",
    "font:0/0 a",
    "font: italic 400 .1px/1.5 serif",
    "filter:opacity(0)",
    "filter: blur(1px) opacity(0%)",
    "color:hsl(0 0% 0% / 0)",
    "color:hsla(0, 0%, 0%, 0.0)",
    "color:oklch(0% 0 0/0%)",
    "font-size: 0px",
    "font-size:.5px",
    "font-size:1%",
    "position:absolute; left:-9999px",
    "position:fixed;top:-200vh",
    "text-indent:-99em",
    "margin-left:-5000px",
    "transform:translateX(-9999px)",
    "transform: scale(0)",
    "position:absolute;clip:rect(0 0 0 0)",
    "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
    "clip-path: inset(50%)",
    "height:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden",
    "max-height:0px; overflow: hidden",
    "color:#fff;background:#ffffff",
    "color:white;background-color:rgb(255,255,255)",
    "color:#fefefe;background:white",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "content-visibility:hidden",
    "display:none!important;display:block",
    "display:var(--x, none)",
    "--x:none;display:var(--x)",
    "clip-path:polygon(0 0, 0 0)",
    "clip-path:circle(0px)",
    "clip-path:ellipse(0 0)",
    "clip-path:inset(0 0 100% 0)",
    "clip-path:xywh(0 0 0 0)",
    "transform:scale(0, 1)",
    "transform:scaleX(0)",
    "transform:scale(0.001)",
    "transform:rotateY(90deg)",
    "transform:rotateX(.25turn)",
    "transform:matrix(0,0,0,0,0,0)",
    "transform:translate(0,-9999px)",
    "transform:translate3d(-9999px,0,0)",
    "translate:0 -9999px",
    "scale:0",
    "zoom:0.001",
    "font-size:calc(0px)",
    "font-size:calc(1rem * 0)",
    "font-size:clamp(0px,0px,0px)",
    "font-size:min(0px,1em)",
    "font-size:1e-5px",
    "font-size:0vmin",
    "font-size:.1mm",
    "font-size-adjust:0",
    "position:absolute;inset:-9999px auto auto -9999px",
    "position:absolute;inset-inline-start:-9999px",
    "position:relative;left:-9999px",
    "position:absolute;left:9999px",
    "position:fixed;top:200vh",
    "margin:0 0 0 -9999px",
    "margin-inline-start:-9999px",
    "letter-spacing:-1em",
    "word-spacing:-9999px",
    "line-height:0;overflow:hidden",
    "height:0;overflow-y:hidden",
    "block-size:0;overflow:clip",
    "height:calc(0px);overflow:hidden",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "opacity:calc(0)",
    "opacity:1e-9",
    "opacity:0;transition:none",
    "filter:opacity(1%)",
    "-webkit-filter:opacity(0)",
    "filter:blur(100px)",
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-image:linear-gradient(#0000,rgba(0,0,0,0))",
    "-webkit-text-security:disc",
    "unicode-bidi:bidi-override;direction:rtl",
    "-webkit-text-fill-color:transparent",
    "color:#000;-webkit-text-fill-color:white;background:white",
    "color:#00000003",
    "color:rgb(0 0 0/1%)",
    "color:tomato;background:tomato",
    "color:aliceblue;background:white",
    "color:hsl(0 0% 100%);background:#fff",
    "color:#fff;background:hwb(0 100% 0%)",
    "color:rgb(100%,100%,100%);background:no-repeat white",
]
SHOWN_INLINE = [
    "",
    "display:block",
    "display:",
    "visibility:visible",
    "opacity:1",
    "opacity:.6",
    "opacity:0;transform:translateY(20px)",
    "opacity:0;transition:opacity 1s",
    "font-size:12px",
    "font-size:90%",
    "font-size:0.9em",
    "font:400 12px/0.9 serif",
    "font:bold 1.2em/1 serif",
    "filter:opacity(0.5)",
    "color:hsl(120, 100%, 0%)",
    "color:hsl(0 0% 0% / 0.8)",
    "left:-9999px",
    "position:absolute;left:-20px",
    "margin-left:-15px",
    "text-indent:-2em",
    "transform:translateX(-50%)",
    "clip:rect(0 0 0 0)",
    "overflow:hidden",
    "height:100%;overflow:hidden",
    "height:10px",
    "height:0",
    "color:#fff",
    "color:#fff;background:#000",
    "color:white;background:white url(night.jpg)",
    "color:white;background:linear-gradient(#fff,#000)",
    "color:transparent;-webkit-background-clip:text;background:linear-gradient(red,blue)",
    "color:#eee;background:#fff",
    "quotes:none",
    "line-height:1;overflow:hidden",
    "line-height:1.5;overflow:hidden;max-height:100%",
    "margin:0 -9999px;padding:0 9999px",
    "margin:0 -15px",
    "margin:-1px 0 0 -1px",
    "letter-spacing:-0.05em",
    "transform:scale(0.95)",
    "transform:rotate(90deg)",
    "transform:translate(-50%,-50%)",
    "transform:matrix(1,0,0,1,0,0)",
    "translate:-50% 0",
    "scale:1 0.5",
    "zoom:90%",
    "font-size:calc(1rem + 0vw)",
    "font-size:clamp(1rem,2vw,3rem)",
    "font-size:max(0px,1em)",
    "filter:blur(0)",
    "filter:contrast(0.9)",
    "opacity:calc(1)",
    "clip-path:circle(50%)",
    "clip-path:inset(0 10% 0 10%)",
    "clip-path:polygon(0 0,100% 0,100% 100%)",
    "mask-image:linear-gradient(#000,transparent)",
    "position:absolute;top:9999px",
    "display:block!important;display:none",
    "color:var(--x);background:white",
    "color:tomato;background:white",
    "color:hsl(0 0% 0%);background:hsl(0 0% 100%)",
    "direction:rtl",
]


@pytest.mark.parametrize("style", HIDDEN_INLINE)
@pytest.mark.parametrize("tag", ["p", "span"])
def test_text_hidden_by_inline_style_is_not_read(style: str, tag: str) -> None:
    markup = f'<div>The pier is open.<{tag} style="{style}">{SECRET} <b>{SECRET}</b></{tag}> Come and see.</div>'
    assert text_of(markup) == "The pier is open. Come and see."


@pytest.mark.parametrize("style", SHOWN_INLINE)
def test_text_that_is_shown_is_read(style: str) -> None:
    assert text_of(f'<p style="{style}">The pier is open.</p>') == "The pier is open."


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>{}</p>",
        "<p hidden=until-found>{}</p>",
        "<template>{}</template>",
        "<noscript>{}</noscript>",
        "<dialog>{}</dialog>",
        "<iframe>{}</iframe>",
        "<object>{}</object>",
        "<video>{}</video>",
        "<canvas>{}</canvas>",
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<svg><title>{0}</title><text>{0}</text></svg>",
        "<script type=text/plain>{}</script>",
        "<p aria-hidden=true>{}</p>",
        '<span class="sr-only">{}</span>',
        '<p class="x screen-reader-text">{}</p>',
        '<p class="d-none">{}</p>',
        "<!-- {} -->",
        "<?php {} ?>",
        '<div style="background:#fff"><p>The</p><p style="color:white">{}</p></div>',
        '<table bgcolor="#ffffff"><tr><td><font color="white">{}</font></td></tr></table>',
        '<div style="display:none"><div style="display:block">{}</div></div>',
        '<img alt="{}" title="{}">',
        '<a href="#" title="{}"></a>',
        '<input type="submit" value="{}">',
        "<p aria-hidden=TRUE>{}</p>",
        "<bdo dir=rtl>{}</bdo>",
        "<math><mphantom><mtext>{}</mtext></mphantom></math>",
        "<math><maction><mtext>b</mtext><mtext>{}</mtext></maction></math>",
        "<math><semantics><mi>x</mi><annotation-xml encoding='text/html'>{}</annotation-xml></semantics></math>",
        "<div style='color:white'><p style='background:white'>{}</p></div>",
        "<table><tr style='visibility:collapse'><td>{}</td></tr><tr><td>a</td></tr></table>",
        "<span class='visuallyHidden'>{}</span>",
        "<audio>{}</audio>",
        "<meter>{}</meter>",
        "<noembed>{}</noembed>",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(markup: str) -> None:
    assert SECRET not in text_of(f"<p>Open.</p>{markup.format(SECRET, SECRET)}<p>Come.</p>")
    assert text_of(f"<p>Open.</p>{markup.format(SECRET, SECRET)}<p>Come.</p>").endswith("Come.")


def test_text_within_no_size_that_sets_its_own_is_shown() -> None:
    markup = f'<div style="font-size:0">{SECRET}<div style="font-size:14px">The pier</div>{SECRET}</div>'
    assert text_of(markup) == "The pier"


def test_text_of_another_colour_within_camouflage_is_shown() -> None:
    markup = f'<p style="color:#fff;background:#fff">{SECRET}<b style="color:#000">The pier</b>{SECRET}</p>'
    assert text_of(markup) == "The pier"


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".a{display:none}", '<p class="a">{}</p>'),
        (".a{display:none}", '<p class="b a c"><b>{}</b></p>'),
        ("p.a { visibility : HIDDEN }", '<p class="a">{}</p>'),
        (".x, .a , .y{display:none!important}", '<p class="a">{}</p>'),
        ("#s{font-size:0}", '<p id="s">{}</p>'),
        (".a.b{display:none}", '<p class="b a">{}</p>'),
        (".a{position:absolute;left:-9999px}", '<p class="a">{}</p>'),
        ("x-note{display:none}", "<x-note>{}</x-note>"),
        ("/* c { */ .a{display:none}", '<p class="a">{}</p>'),
        ("@charset 'x';@import url(a.css);.a{display:none}", '<p class="a">{}</p>'),
        ("@media screen{.z{margin:0}.a{display:none}}", '<p class="a">{}</p>'),
        ("@layer base{.a{display:none}}", '<p class="a">{}</p>'),
        ("@media print{.z{margin:0}} .a{display:none}", '<p class="a">{}</p>'),
        (".a{display:block}.a{display:none}", '<p class="a">{}</p>'),
        (r".a{d\69 splay:none}", '<p class="a">{}</p>'),
        (".a{display:none", '<p class="a">{}</p>'),
        ("@media screen,print{.a{display:none}}", '<p class="a">{}</p>'),
        ("@MEDIA Screen{.a{display:none}}", '<p class="a">{}</p>'),
        ("@Supports (display:grid){.a{display:none}}", '<p class="a">{}</p>'),
        ("@media not print{.a{display:none}}", '<p class="a">{}</p>'),
        ("@media all and (min-width:1px){.a{display:none}}", '<p class="a">{}</p>'),
        ("@container (min-width:0){.a{display:none}}", '<p class="a">{}</p>'),
        ("@scope{.a{display:none}}", '<p class="a">{}</p>'),
        (".a{&{display:none}}", '<p class="a">{}</p>'),
        ("*.a{display:none}", '<p class="a">{}</p>'),
        ("html body > .a{display:none}", '<p class="a">{}</p>'),
        (":is(.a){display:none}", '<p class="a">{}</p>'),
        ("P.A{display:none}", '<p class="a">{}</p>'),
        ("<!-- .a{display:none} -->", '<p class="a">{}</p>'),
        (".a{color:#fff;background:#fff}", '<p class="a">{}</p>'),
        (".a{font:0/0 a}", '<p class="a">{}</p>'),
        (".a{zoom:0}", '<p class="a">{}</p>'),
        ("@import url('data:text/css,.a%7Bdisplay:none%7D');", '<p class="a">{}</p>'),
        (
            ".z{margin:0}",
            '<link rel=stylesheet href="data:text/css;base64,LmF7ZGlzcGxheTpub25lfQ=="><p class="a">{}</p>',
        ),
    ],
)
def test_text_hidden_by_the_pages_own_rules_is_not_read(sheet: str, markup: str) -> None:
    assert text_of(f"<style>{sheet}</style><p>Open.</p>{markup.format(SECRET)}") == "Open."


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".a{display:block}", '<p class="a">{}</p>'),
        (".a{display:none}", '<p class="ab">{}</p>'),
        (".a.b{display:none}", '<p class="a">{}</p>'),
        ("p.a{display:none}", '<div class="a">{}</div>'),
        ("@media print{.a{display:none}}", '<p class="a">{}</p>'),
        ("@media (max-width:600px){.b{margin:0}.a{display:none}}", '<p class="a">{}</p>'),
        ("@keyframes k{from{opacity:0}to{opacity:1}}", '<p class="a">{}</p>'),
        (".no-js .a{display:none}", '<p class="a">{}</p>'),
        (".a:before{display:none}", '<p class="a">{}</p>'),
        (".a{display:none}.a{display:block}", '<p class="a">{}</p>'),
        (".a{display:none}.a.open{display:block}", '<p class="a open">{}</p>'),
        (".a{display:none}p{margin:0}#i{display:block}", '<p class="a" id="i">{}</p>'),
        ("/* .a{display:none} */", '<p class="a">{}</p>'),
        (".a{list-style:none;border:none}", '<p class="a">{}</p>'),
        (".a{opacity:0;transition:opacity .3s}", '<p class="a">{}</p>'),
        ("body{display:none}html{opacity:0}", "<p>{}</p>"),
        ("@media (min-width:1200px){.a{display:none}}", '<p class="a">{}</p>'),
        ("@media not screen{.a{display:none}}", '<p class="a">{}</p>'),
        (".a{opacity:0}.a.in{opacity:1}", '<p class="a in">{}</p>'),
        (".a{color:#fff;background:#fff}.a.b{background:#000}", '<p class="a b">{}</p>'),
        (".a{color:#222;background:#eee}", '<p class="a">{}</p>'),
        (".nav .a{display:none}", '<p class="a">{}</p>'),
        ("*{display:none}", "<p>{}</p>"),
        (".a:not(.b){display:none}", '<p class="a b">{}</p>'),
    ],
)
def test_text_that_the_rules_show_is_read(sheet: str, markup: str) -> None:
    assert text_of(f"<style>{sheet}</style>{markup.format('The pier is open.')}") == "The pier is open."


@pytest.mark.parametrize("media", ["print, screen", "screen and (min-width:0)", "not print", "only screen", "ALL"])
def test_a_sheet_for_every_screen_hides(media: str) -> None:
    markup = f'<style media="{media}">.a{{display:none}}</style><p>Open.</p><p class=a>{SECRET}</p>'
    assert text_of(markup) == "Open."


def test_a_sheet_for_paper_hides_nothing_on_a_screen() -> None:
    assert text_of('<style media="print">.a{display:none}</style><p class="a">The pier.</p>') == "The pier."


def test_the_visible_text_of_a_page_is_all_that_is_shown() -> None:
    page = f"""<html><head><title>Pier - Quay</title><style>.h{{display:none}}</style></head><body>
        <nav><a href="/">Home</a><a href="/b">Boats</a></nav><p class="h">{SECRET}</p>
        <article><h1>The pier</h1>
        <p>It was built<br>in <b>19</b>31<sup><a href="#n1">1</a></sup>, of oak, and it stands.</p>
        <table><tr><th>Part<th>Length<tr><td>North<td>120&nbsp;m</table><pre>a
          b</pre><ul><li>One</li><li>Two</li></ul><button>Share</button><p id="n1">By hand.</p></article>
        <footer>© Quay</footer><script>var x = "{SECRET}"</script></body></html>"""
    document = read_html(Page("pier", "https://quay.example/pier", Origin.LIVE, page.encode()))
    assert document.visible == (
        "Home Boats The pier It was built\nin 19311, of oak, and it stands. Part Length North 120 m a b One Two"
        " Share By hand. © Quay"
    ).replace("Home Boats", "HomeBoats")
    assert "It was built in 1931, of oak, and it stands." in [block.text for block in document.blocks]
