"""Everyone can use the site: axe on every page and state, and what axe cannot see.

axe comes with axe-playwright-python. pytest-playwright-axe has a newer one, but needs Python 3.12,
and we support 3.11.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, expect

from .conftest import CAPACITY, Open, built_pages, reader, stored
from .test_design import SMALL_TEXT

VIEWS = ((360, "light"), (360, "dark"), (1280, "dark"), (1280, "light"))
COLOUR = ("color-contrast", "link-in-text-block")
"""The rules that can tell a dark page from a light one of the same width: nothing but colours
differs."""
KINDS = (
    "", "strategi/", "sporsmal/", "sporsmal/kapasitet/", "grep/04-kontraktskjede/", "sjekklister/",
    "regelverk/",
    "nedlasting/", "nedlasting/strategi/", "nedlasting/arbeidsbok/", "eksempel/", "ordliste/",
    "kjelder/", "bidra/",
    "om/", "data/", "tilgjenge/", "404.html",
)  # fmt: skip
"""A page of each kind, as addresses in the nynorsk edition."""
SHARES = 6
"""All pages are axed in so many tests, so that they can run side by side."""


def click(selector: str) -> Callable[[Page], None]:
    """What brings a page into a state: a click on the first `selector`."""
    return lambda page: page.locator(selector).first.click()


def search(page: Page) -> None:
    """Ask the search for what gives many answers."""
    if page.locator("[data-open-search]").is_visible():
        page.click("[data-open-search]")
    page.fill("[data-search-input]", "kontroll")
    page.wait_for_selector(".search__item")


def no_link(page: Page) -> None:
    """Answer with what is no link where the form asks for one, and go on."""
    page.fill("form.contribute [name=url]", "ikkje ei lenkje")
    page.keyboard.press("Tab")
    page.wait_for_selector(".contribute__fault")


PAIR = "?d=oslo-kommune-oslomodellen&d=asker-kommune-verktoykasse-sosialt-ansvar"
STATES: dict[str, tuple[str, int, Callable[[Page], None]]] = {
    "the menu is open": ("grep/04-kontraktskjede/", 360, click(".site-menu > summary")),
    "a point is ticked": ("sporsmal/kapasitet/", 1280, click(".checkpoint label")),
    "the ticks are remembered": ("sporsmal/kapasitet/", 360, click("[data-do=remember]")),
    "a heading is pointed to": ("ordliste/#sosial-dumping", 360, lambda page: None),
    "the search has answers, narrow": ("grep/04-kontraktskjede/", 360, search),
    "the search has answers, wide": ("grep/04-kontraktskjede/", 1280, search),
    "filters are used, narrow": (
        "eksempel/?q=kontroll&sporsmal=kapasitet",
        360,
        click(".filters summary"),
    ),
    "filters are used, wide": (
        "eksempel/?q=kontroll&sporsmal=kapasitet",
        1280,
        click(".filters summary"),
    ),
    "filters leave nothing": ("eksempel/?q=xyzzy", 360, lambda page: None),
    "a comparison is shown, narrow": (
        "eksempel/samanlikn/" + PAIR,
        360,
        click(".comparison__one label"),
    ),
    "a comparison is shown, wide": (
        "eksempel/samanlikn/" + PAIR,
        1280,
        click(".comparison thead th"),
    ),
    "the form is not right": ("bidra/", 360, no_link),
    "the skip link is shown": (
        "grep/04-kontraktskjede/",
        1280,
        lambda page: page.keyboard.press("Tab"),
    ),
}
"""What a reader can bring a page into, and the page and width to see it at. A new state is a
line here."""


def axe(page: Page, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong on the page as it stands, WCAG 2.2 included, one line for each rule."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(f"() => {{ {AXE_SCRIPT} }}")
    options: dict[str, object] = {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}} | {rule: {"enabled": False} for rule in but},
    }
    if only:
        options["runOnly"] = only
    found = page.evaluate(
        "options => axe.run(document, options).then(results => results.violations)", options
    )
    return [
        f"{v['id']}: " + "; ".join(node["html"][:120] for node in v["nodes"][:2]) for v in found
    ]


def look(page: Page, width: int, scheme: str) -> None:
    """See the page at this width and in this colour scheme. Without motion: axe must not measure
    a colour halfway."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]


def style(page: Page, rules: str) -> None:
    """Style the page as the reader's own style sheet would; a style element is refused by the
    policy."""
    page.evaluate(
        "rules => { const s = new CSSStyleSheet(); s.replaceSync(rules);"
        " document.adoptedStyleSheets = [s]; }",
        rules,
    )


def overflow(page: Page) -> str:
    """How wide the page is and what makes it so; empty when nothing has to be scrolled sideways.

    The width is compared with the screen's own. A phone zooms out from a page that is too wide, and
    its innerWidth is then that of the page.
    """
    assert page.viewport_size
    return str(
        page.evaluate(
            """screen => {
                const width = document.scrollingElement.scrollWidth;
                if (width <= screen) return '';
                const wide = [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > screen + 1);
                // What is in a frame that scrolls is to blame only where nothing outside one is
                const bare = wide.filter(e => !e.parentElement.closest('.table-frame'));
                const names = (bare.length ? bare : wide).map(e => e.outerHTML.slice(0, 100));
                return `${width} px: ` + names.slice(0, 3).join();
            }""",
            page.viewport_size["width"],
        )
    )


# --- axe ---


@functools.cache
def _seen_from_all_sides(site: Path) -> list[str]:
    """The pages of the built `site` that are looked at in any width and colour."""
    return _with_every_part(built_pages(site))


def _seen_once(site: Path) -> list[str]:
    """All other pages; of the examples, which are made alike, every fourth."""
    paths = list(built_pages(site))
    examples = [path for path in paths if re.search(r"eksempel/.", path)]
    left_out = {path for number, path in enumerate(examples) if number % 4}
    return [path for path in paths if path not in left_out.union(_seen_from_all_sides(site))]


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page(
    browser: Browser, address: str, site: Path, share: int
) -> None:
    """By all rules but those on colours. The pages that the next test sees are left to it: it has
    all rules and both widths. The pages of the editions differ in their words only, so the nynorsk
    ones are looked at on a narrow screen, and the bokmål ones on a wide one."""
    faults = []
    paths = _seen_once(site)
    assert len(paths) > 100
    with reader(browser, address) as page:
        for path in paths[share::SHARES]:
            page.goto(address + path.removeprefix("/"))
            look(page, 1280 if path.startswith("nb/") else 360, "light")
            faults += [f"{path}: {fault}" for fault in axe(page, but=COLOUR)]
        assert stored(page) == 0
    assert faults == []


def _parts(page: BeautifulSoup) -> set[tuple[str, str]]:
    """Each kind of element on the page, together with the kind of element that it stands in.

    A kind is all that our styles go by: the name, the classes, and which attributes there are."""

    def kind(tag: Tag) -> str:
        classes = sorted(tag.get("class") or [])
        return " ".join([tag.name, *classes, *sorted(tag.attrs.keys() - _OF_ONE)])

    assert page.body
    return {(kind(tag.parent), kind(tag)) for tag in page.body.find_all(True) if tag.parent}


_OF_ONE = {"class", "id", "for", "name", "value", "href", "src", "alt", "title"}
"""Attributes that hold what one element has for itself, and that no style goes by."""


def _with_every_part(pages: dict[str, BeautifulSoup]) -> list[str]:
    """Pages that together have every part that any page has, the page with most new ones first."""
    parts = {path: _parts(page) for path, page in pages.items()}
    missing, chosen = set().union(*parts.values()), []
    while missing:
        chosen.append(max(parts, key=lambda path: len(parts[path] & missing)))
        missing -= parts[chosen[-1]]
    return chosen


def test_a_page_with_a_part_of_its_own_is_looked_at() -> None:
    """A new class, a new attribute, and what stands where it never stood."""
    texts = {
        "plain": "<p>a</p><p id=b title=c>d</p>",
        "linked": "<p>a <a href=b>c</a></p>",
        "class": "<p class=lead>a</p>",
        "attribute": "<p hidden>a</p>",
        "place": "<div><a href=b>c</a></div>",
    }
    pages = {path: BeautifulSoup(f"<body>{text}", "html.parser") for path, text in texts.items()}
    assert sorted(_with_every_part(pages)) == sorted(texts.keys() - {"plain"})


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_in_any_width_and_colour(
    browser: Browser, address: str, site: Path, share: int
) -> None:
    """Wide and narrow, light and dark, by all rules. Colours and places follow from the parts that
    a page is put together of, so the pages that have every part will do."""
    chosen = _seen_from_all_sides(site)
    assert len(chosen) > SHARES
    faults = []
    with reader(browser, address) as page:
        for path in chosen[share::SHARES]:
            page.goto(address + path.removeprefix("/"))
            for width, scheme in VIEWS:
                look(page, width, scheme)
                found = axe(page, only=COLOUR if scheme == "dark" else ())
                faults += [f"{path} {width} {scheme}: {fault}" for fault in found]
    assert faults == []


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_axe_finds_nothing_on_the_page_for_unknown_addresses(open_page: Open, edition: str) -> None:
    """It is not in the list of pages, and is looked at by whoever is lost."""
    page = open_page(f"{edition}404.html")
    for width, scheme in VIEWS:
        look(page, width, scheme)
        assert axe(page, only=COLOUR if scheme == "dark" else ()) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("edition", ["", "nb/"])
def test_axe_finds_nothing_when(open_page: Open, state: str, edition: str) -> None:
    """…the page is in a state that a reader has brought it into, light and dark."""
    path, width, act = STATES[state]
    page = open_page(edition + path, width=width)
    act(page)
    for scheme in ("light", "dark"):
        look(page, width, scheme)
        assert axe(page, only=COLOUR if scheme == "dark" else ()) == []
    look(page, 320, "light")
    assert overflow(page) == ""


def test_axe_would_see_a_fault(open_page: Open) -> None:
    """A box without a name, a faint word and a small target are found, so that silence means
    something."""
    page = open_page("om/")
    page.evaluate(
        """document.querySelector('article').insertAdjacentHTML('afterbegin',
           '<input type="checkbox"><p id="faint">Bleik</p>'
           + '<button id="a">x</button><button id="b">y</button>')"""
    )
    style(
        page,
        "#faint { color: #bbb } #a, #b { width: 10px; height: 10px; padding: 0; border: 0; display:"
        " block }",
    )
    assert {fault.split(":")[0] for fault in axe(page)} >= {
        "label",
        "color-contrast",
        "target-size",
    }


# --- The narrowest screen ---


PHONE = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}


def _forwards(page: Path) -> bool:
    """Whether this page only sends the reader on to another: it is gone before it is measured."""
    return 'http-equiv="refresh"' in page.read_text("utf-8")


SMALL_TARGETS = """() => {
  const seen = (box) => box.width > 2 && box.height > 2;  // the rest is only for the ear
  const low = (what, least) => [...document.querySelectorAll(what)].filter((e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility() && seen(box) && getComputedStyle(e).display !== 'inline'
      && (box.height < least - 0.5 || box.width < 23.5);
  });
  const field = 'input:not([type=checkbox], [type=radio], [type=hidden]), select';
  return [...low(`button, .button, ${field}`, 44), ...low('a[href], summary, label', 24)]
    .map((e) => e.outerHTML.slice(0, 120));
}"""
"""What is pressed to do something and is under 44 px high, and other targets under 24 px. A link in
the middle of a text is as high as its line (WCAG 2.5.8)."""


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_every_page_fits_a_small_phone(
    browser: Browser, address: str, site: Path, edition: str
) -> None:
    """At 320 px and as a phone lays it out (WCAG 1.4.10), nothing has to be scrolled sideways, no
    text is under 15 px, what is pressed to do something is 44 px high, and no target under 24."""
    pages = [path for path in sorted(site.rglob("*.html")) if not _forwards(path)]
    paths = [path.relative_to(site).as_posix() for path in pages]
    mine = [path for path in paths if path.startswith("nb/") == bool(edition)]
    assert len(mine) > 70
    faults = []
    with reader(browser, address, width=320, **PHONE) as page:
        for path in mine:
            page.goto(address + path)
            # Sizes are those of the styles, which know of no edition
            small = [] if edition else [*page.evaluate(SMALL_TEXT), *page.evaluate(SMALL_TARGETS)]
            faults += [f"{path}: {fault}" for fault in (overflow(page), *small) if fault]
    assert faults == []


def test_a_page_that_is_too_wide_would_be_seen(browser: Browser, address: str) -> None:
    """Also where what is too wide is hidden, and in a frame that does not hold it."""
    with reader(browser, address, width=320, **PHONE) as page:
        page.goto(f"{address}eksempel/")
        assert overflow(page) == ""
        style(page, ".md-typeset .table-frame { position: static }")
        assert int(overflow(page).split()[0]) > 2 * 320


def test_what_is_too_small_would_be_seen(browser: Browser, address: str) -> None:
    """Text, and what is pressed."""
    with reader(browser, address, width=320, **PHONE) as page:
        page.goto(f"{address}nedlasting/kapittel/")
        style(page, ".md-typeset .button { min-height: 0; padding: 0 } .lead { font-size: 14px }")
        assert 'class="button' in page.evaluate(SMALL_TARGETS)[0]
        assert 'class="lead"' in page.evaluate(SMALL_TEXT)[0]


# --- Keyboard ---

FOCUS = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  // A control that is drawn by its label has nothing to show itself
  const label = e.closest('label') || e.labels?.[0];
  const shown = getComputedStyle(e).opacity === '0' && label ? label : e;
  const box = shown.getClientRects()[0] || shown.getBoundingClientRect();
  const name = e.outerHTML.slice(0, 100);
  const outline = getComputedStyle(shown);
  if (outline.opacity === '0' || outline.outlineStyle === 'none'
      || parseFloat(outline.outlineWidth) < 2)
    return name + ' has no visible focus';
  if (box.width < 2 || box.right <= 0 || box.left >= innerWidth
      || box.bottom <= 0 || box.top >= innerHeight)
    return name + ' is focused outside the screen';
  const cut = cutRing(shown, outline);
  if (cut) return `${name} has its focus ring cut by ${cut}`;
  const [x, y] = [Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2,
  (box.top + box.bottom) / 2];
  const top = document.elementFromPoint(Math.min(x, innerWidth - 1), Math.min(Math.max(y, 0),
  innerHeight - 1));
  return shown.contains(top) || top.contains(shown)
    ? name : name + ' is hidden under ' + top.outerHTML.slice(0, 100);

  // What cuts the ring around `e` or lies on it: a box that hides what is outside it,
  // or one that is drawn later
  function cutRing(e, { outlineWidth, outlineOffset }) {
    // half a pixel for rounding
    const out = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 0.5;
    const [left, right] = [box.left - out, box.right + out];
    const [above, below] = [box.top - out, box.bottom + out];
    const seen = { left: 0, right: innerWidth }; // between these,
    // what frames that scroll sideways show
    for (let a = e.parentElement; a !== document.body; a = a.parentElement) {
      const style = getComputedStyle(a);
      const hides = [style.overflowX,
      style.overflowY].some(o => o !== 'visible') || style.contentVisibility === 'auto';
      if (!hides) continue;
      const edge = a.getBoundingClientRect();
      // What is itself scrolled half out of its frame is scrolled in by the reader, ring and all
      const inside = box.left >= edge.left && box.right <= edge.right && box.top >= edge.top;
      if (inside && (left < edge.left || right > edge.right || above < edge.top))
        return a.outerHTML.slice(0, 60);
      seen.left = Math.max(seen.left, edge.left);
      seen.right = Math.min(seen.right, edge.right);
    }
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (const [px, py] of [[x, above], [x, below], [left, y], [right, y]]) {
      const over = px > seen.left && px < seen.right && document.elementFromPoint(px, py);
      if (!over) continue;
      const layer = layerOf(over);
      if (layer && !layer.contains(e) && depth(layer) >= depth(layerOf(e)))
        return layer.outerHTML.slice(0, 60);
    }
  }

  // The nearest element that is drawn in a layer of its own
  function layerOf(e) {
    while (e && getComputedStyle(e).position === 'static') e = e.parentElement;
    return e;
  }
  function depth(layer) {
    return layer ? parseInt(getComputedStyle(layer).zIndex) || 0 : 0;
  }
}"""


def tabbed_through(page: Page) -> list[str]:
    """What FOCUS says of every stop of the Tab key, until it leaves the page; 700 stops at most.

    The page writes each stop down as the key comes up, so that only the key goes to the browser and
    back, and nothing waits for an answer in between."""
    page.evaluate(
        f"""() => {{
            window.stops = [];
            window.addEventListener('keyup', () => window.stops.push(({FOCUS})()), true);
        }}"""
    )
    for _ in range(35):
        press(page, *["Tab"] * 20)
        stops: list[str | None] = page.evaluate("window.stops")
        if None in stops:
            return stops[: stops.index(None)]
    return stops


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_is_always_seen(open_page: Open, path: str, width: int) -> None:
    """Tab through the whole page: every stop has an outline, is on the screen, under nothing,
    and there is no trap."""
    page = open_page(path, width=width, reduced_motion="reduce")
    stops = tabbed_through(page)
    assert [
        s for s in stops if s.endswith((" has no visible focus", " is focused outside the screen"))
    ] == []
    assert [s for s in stops if " is hidden under " in s] == []
    assert [s for s in stops if " has its focus ring cut " in s] == []
    assert 8 <= len(stops) < 700


MAIN_ACTIONS = {
    "": ".button--primary",
    "lag/": "[data-do=begin]",
    "status/": "[data-do=begin]",
    "sok/": "main [type=search]",
    "eksempel/": "main [type=search]",
    "sjekklister/": "main summary",
    "sjekklister/lovkrav/": "main summary",
    "nedlasting/": "main a[href*=lag]",
    "nedlasting/strategi/": "main a[href$='.docx']",
    "regelverk/": "main a[href='#plikt-reinhald']",
    "bidra/": "main input",
}
"""What most people come to a page for."""


def test_the_main_action_is_at_most_eight_steps_away(open_page: Open) -> None:
    """By Tab, from the link that skips to what the page is about."""
    page = open_page("")
    home = page.url
    for path, action in MAIN_ACTIONS.items():
        page.goto(home + path)
        press(page, "Tab", "Enter")
        steps = 0
        while not page.evaluate("action => document.activeElement.matches(action)", action):
            press(page, "Tab")
            steps += 1
            assert steps <= 8, path


def press(page: Page, *keys: str) -> None:
    """Type on the keyboard, nothing else."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, words: str) -> None:
    """Tab until what has the focus says `words`."""
    for _ in range(200):
        page.keyboard.press("Tab")
        said = (
            "() => { const e = document.activeElement; return (e.labels?.[0] ||"
            " e).innerText.trim() }"
        )
        if words in str(page.evaluate(said)):
            return
    raise AssertionError(f"«{words}» is not reached by Tab")


def test_a_strategy_is_started_without_a_mouse(open_page: Open) -> None:
    """From home to a question, a tick, its answer kept, and on to a Word file."""
    page = open_page("")
    tab_to(page, "Seks spørsmål strategien svarar på")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    tab_to(page, "Kapasitet")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
    tab_to(page, "De har rekna ut kor mange timar")
    press(page, "Space")
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    page.keyboard.press("Shift+Tab")
    page.goto(page.url.replace("sporsmal/kapasitet/", "nedlasting/strategi/"))
    tab_to(page, "Word")
    with page.expect_download() as download:
        press(page, "Enter")
    assert download.value.suggested_filename == "strategi-nn.docx"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_skip_link_passes_the_menus(open_page: Open, width: int) -> None:
    """The first stop; after it, Tab goes on in the text."""
    page = open_page("nb/grep/04-kontraktskjede/", width=width)
    press(page, "Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    press(page, "Enter", "Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_menu_leads_on_without_a_mouse(open_page: Open) -> None:
    """On a narrow screen: open, down to a measure, there; and the other edition from there."""
    page = open_page("", width=360)
    tab_to(page, "Meny")
    press(page, "Enter")
    tab_to(page, "Ti grep i praksis")
    press(page, "Enter")
    tab_to(page, "9. Gjennomfør kontrollar")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("9.")
    tab_to(page, "Bokmål")
    press(page, "Enter")
    expect(page.locator("html")).to_have_attribute("lang", "nb")


def test_feedback_is_given_without_a_mouse_and_said_aloud(
    browser: Browser, published_address: str
) -> None:
    """The answer comes in a status region, so that a screen reader says it. axe finds no fault in
    either answer."""
    with reader(browser, published_address) as page:
        page.goto(f"{published_address}om/")
        page.locator("#feedback-yes").focus()
        press(page, "Space")
        expect(page.get_by_role("status").filter(has_text="Takk!")).to_be_visible()
        assert axe(page) == []
        press(page, "ArrowRight")
        expect(page.locator("[role=status] .feedback__no")).to_be_visible()
        assert axe(page) == []


# --- Sizes, text and colours ---


SMALL = """() => [...document.querySelectorAll(
    'button, summary, .button, nav a, .site-header a, .checkpoint input')]
  .filter(e => e.checkVisibility() && !e.closest('[hidden], .md-search, .site-path'))
  .filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24).map(e => e.outerHTML.slice(0, 120))"""
"""Controls that are less than 24 px either way; links in a sentence may be (WCAG 2.5.8)."""


@pytest.mark.parametrize("path", KINDS)
def test_controls_are_big_enough_to_hit(open_page: Open, path: str) -> None:
    """Wide, and narrow with the menu open."""
    page = open_page(path)
    assert page.evaluate(SMALL) == []
    look(page, 320, "light")
    page.locator(".site-menu > summary").click()
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", KINDS)
def test_text_can_be_twice_as_big(open_page: Open, path: str) -> None:
    """Text alone at 200 % (WCAG 1.4.4): nothing sideways, and the text keeps most of the screen."""
    page = open_page(path)
    style(page, "html { font-size: 250% !important }")  # the theme's own is 125 %
    assert overflow(page) == ""
    assert page.locator("article").evaluate("e => e.offsetWidth / innerWidth") > 0.6


CUT = """() => [...document.querySelectorAll('header *, article *')]
  .filter(e => e.checkVisibility() && /hidden|clip/.test(getComputedStyle(e).overflow))
  .filter(e => !e.matches('.visually-hidden, .visually-hidden *, .md-search *, input'))
  .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  .map(e => e.outerHTML.slice(0, 120))"""
"""Elements that hide a part of what is in them."""


@pytest.mark.parametrize("path", KINDS)
def test_text_can_be_spaced_out(open_page: Open, path: str) -> None:
    """WCAG 1.4.12: line height, letter, word and paragraph spacing of the reader's own choice
    cut nothing off."""
    page = open_page(path)
    spacing = (
        "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
        " !important"
    )
    style(page, f"* {{ {spacing} }} p {{ margin-bottom: 2em !important }}")
    for width in (1280, 320):
        look(page, width, "light")
        assert overflow(page) == ""
        assert page.evaluate(CUT) == []


def test_forced_colours_keep_what_colour_told(browser: Browser, published_address: str) -> None:
    """The answer given, the page one is on, a ticked box and the focus are told in the reader's
    own colours."""
    with reader(browser, published_address, forced_colors="active") as page:
        page.goto(f"{published_address}sporsmal/kapasitet/")
        _forced_colours(page)


def _forced_colours(page: Page) -> None:
    looks = (
        "e => { const s = getComputedStyle(e); return [s.backgroundColor, s.borderColor,"
        " s.fontWeight].join() }"
    )
    page.locator("label[for=feedback-yes]").click()
    page.mouse.move(0, 0)
    chosen, other = (
        page.locator(f"label[for=feedback-{answer}]").evaluate(looks) for answer in ("yes", "no")
    )
    assert chosen.split(",")[:3] != other.split(",")[:3]
    for menu in (".section-nav", ".site-tabs"):
        here = page.locator(f"{menu} [aria-current]").first.evaluate(looks)
        assert here != page.locator(f"{menu} a:not([aria-current])").first.evaluate(looks)
    assert (
        page.locator(".checkpoint input").first.evaluate("e => getComputedStyle(e).appearance")
        == "auto"
    )
    page.locator(".checkpoint input").first.focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("path", ["", "sporsmal/kapasitet/"])
def test_nothing_moves_for_who_wants_it_still(open_page: Open, path: str) -> None:
    """With reduced motion no element is animated, and pages do not glide."""
    page = open_page(path, width=360, reduced_motion="reduce")
    page.locator(".site-menu > summary").click()
    moving = page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll('*')].filter(e => {
             const s = getComputedStyle(e);
             return s.scrollBehavior === 'smooth'
                 || (s.transitionProperty !== 'none' && parseFloat(s.transitionDuration))
                 || (s.animationName !== 'none' && parseFloat(s.animationDuration)) })
             .map(e => e.outerHTML.slice(0, 100))"""
    )
    assert moving == []
    assert page.evaluate("document.getAnimations().length") == 0


# --- Paper ---


@pytest.mark.parametrize("path", [*KINDS, "nb/grep/09-kontroll/"])
def test_paper_holds_the_whole_page_in_black_on_white(open_page: Open, path: str) -> None:
    """A4 with the theme's margins: no column is cut, no menu is printed, whatever scheme the
    reader's system has."""
    page = open_page(path, width=605, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(e => e.checkVisibility()
             && !e.closest('.visually-hidden') && e.getBoundingClientRect().right > innerWidth + 1)
             .map(e => e.outerHTML.slice(0, 120))"""
    )
    assert cut == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for selector in ("nav", ".site-header__tools", ".feedback", ".checklist__tools", "button"):
        for element in page.locator(selector).all():
            expect(element).to_be_hidden()


# --- Without a script ---


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_the_main_tasks_need_no_script(open_page: Open, edition: str, address: str) -> None:
    """Menu, question, tick, measure, a file and the other edition."""
    page = open_page(edition, width=360, java_script_enabled=False)
    page.locator(".site-menu > summary").click()
    page.locator(".site-menu__panel summary", has_text="Lag strategien").click()
    page.locator(".site-menu__panel").get_by_role("link", name="Kapasitet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
    page.locator(".checkpoint input").first.check()
    page.locator("article").get_by_role("link", name="Grep").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{address}{edition}nedlasting/strategi/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").first.click()
    assert Path(download.value.path()).stat().st_size > 10_000
    page.locator(".site-header__tools > a[hreflang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn" if edition else "nb")


@pytest.mark.parametrize("path", KINDS)
def test_no_control_is_dead_without_a_script(open_page: Open, path: str) -> None:
    """What needs a script is not shown without one."""
    page = open_page(path, java_script_enabled=False)
    for element in page.locator(
        "button, input[type=search], input[type=text], input[type=file], select"
    ).all():
        expect(element).to_be_hidden()
