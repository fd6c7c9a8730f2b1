"""What pages look like, held against small pictures in `tests/looks/`.

A picture has a page as far down as a reader sees on three screens, in few colours and scaled down:
enough to see that a part has moved, lost its colour or fallen over another, and too little to be
disturbed by a word. Our own font is put in, so that the machine's fonts do not matter."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page

from .conftest import ROOT

FOLDER = Path(__file__).parent / "looks"
RENEW = "pytest tests/test_looks.py --renew-looks"
PAGES = {
    "home": "",
    "strategy": "nb/strategi/",
    "question": "sporsmal/kapasitet/",
    "measure": "nb/grep/04-kontraktskjede/",
    "checklists": "sjekklister/",
    "checklist": "nb/sjekklister/lovkrav/",
    "downloads": "nedlasting/",
    "catalogue": "nb/eksempel/",
    "example": "eksempel/fredrikstad-kommune-fredrikstadmodellen/",
    "law": "nb/regelverk/",
    "builder": "lag/",
    "contribute": "nb/bidra/",
}
"""The pages by the names of their pictures, every other one in bokmål."""
SCREENS = {1280: (4, 1800), 360: (3, 1500)}
"""The widths in pixels, each with how many times smaller the picture is, and how far down it
goes."""
FAINT, MUCH = 40, 0.02
"""How much a colour of a point may change, of 255, and how great a part of the points may change
more than that."""
_FONT = ROOT / "macros/documents/fonts"


def _faces() -> str:
    """Style rules that put our font in the place of the machine's."""
    faces = "".join(
        f"@font-face {{ font-family: Own; font-weight: {weight}; src: url(data:font/ttf;base64,"
        f"{base64.b64encode((_FONT / f'LiberationSans-{name}.ttf').read_bytes()).decode()}) }}"
        for weight, name in ((400, "Regular"), (700, "Bold"))
    )
    return f"{faces} * {{ font-family: Own !important }}"


@pytest.fixture(scope="session", params=[(w, s) for w in SCREENS for s in ("light", "dark")])
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[int, str, Page]]:
    """A screen of each width and scheme: its width, its scheme, and a page to open on it."""
    width, scheme = request.param
    # The policy of our pages refuses the font that is put in
    page = browser.new_page(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    yield width, scheme, page
    page.close()


def look(page: Page, width: int) -> Image.Image:
    """The page that is open, as a small picture of few colours."""
    times, height = SCREENS[width]
    page.set_viewport_size({"width": width, "height": height})
    page.add_style_tag(content=_faces())
    page.evaluate("document.fonts.ready")
    drawn = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return drawn.reduce(times).quantize(24, dither=Image.Dither.NONE)


def changed(before: Image.Image, now: Image.Image) -> float:
    """The part of the points that differ by more than a faint shade; 1 for pictures of different
    sizes."""
    if before.size != now.size:
        return 1.0
    soft = [image.convert("RGB").filter(ImageFilter.BoxBlur(1)) for image in (before, now)]
    bands = ImageChops.difference(*soft).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(most.histogram()[FAINT:]) / (now.width * now.height)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(
    name: str,
    screen: tuple[int, str, Page],
    address: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    """At both widths, light and dark. What a word changes is let pass."""
    width, scheme, page = screen
    file = FOLDER / f"{name}-{width}-{scheme}.png"
    page.goto(address + PAGES[name])
    now = look(page, width)
    if request.config.getoption("--renew-looks"):
        FOLDER.mkdir(exist_ok=True)
        now.save(file, "PNG", optimize=True)
    with Image.open(file) as before:
        part = changed(before, now)
    if part > MUCH:
        now.save(tmp_path / file.name)
        pytest.fail(
            f"{part:.0%} of {address}{PAGES[name]} looks otherwise than tests/looks/{file.name}."
            f" Look at {tmp_path / file.name}.\nIf this change is meant:  {RENEW}",
            pytrace=False,
        )


def test_a_change_would_be_seen(browser: Browser, address: str) -> None:
    """A button without its colour, and a heading that has moved; a word more is let pass."""
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    before = look(page, 360)
    assert changed(before, look(page, 360)) == 0
    page.evaluate("document.querySelector('.lead').append(' og')")
    assert changed(before, look(page, 360)) <= MUCH
    page.add_style_tag(content=".button--primary { background: none !important }")
    assert changed(before, look(page, 360)) > MUCH
    page.close()


def test_no_picture_is_kept_that_is_not_compared() -> None:
    """And all of them together are small."""
    kept = list(FOLDER.iterdir())
    wanted = {f"{n}-{w}-{s}.png" for n in PAGES for w in SCREENS for s in ("light", "dark")}
    assert {file.name for file in kept} == wanted
    assert sum(file.stat().st_size for file in kept) < 1_000_000
