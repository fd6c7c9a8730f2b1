"""Each rule of the gate finds the fault it is for, and lets the good sentence through."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup

from macros.content import Content, WordChoice

from .conftest import ROOT, Broken
from .language import rules
from .language.gate import Reading
from .language.limits import Excuse, Limit, Limits
from .language.passages import Passage, page_passages
from .language.rules import Hit, Rule, avoided_words
from .language.sentences import lix, sentences

LONG = "Alle som kjøper inn varer og tenester for kommunen, må kvart år lese strategien på nytt"


def found(rule: Rule, text: str, page: str = "grep/", cites: int = 0) -> Sequence[Hit]:
    """The hits of `rule` in one passage with `text`."""
    edition = "nb" if page.startswith("nb/") else "nn"
    return list(rule([Passage(page, edition, "p", text, cites=cites)]))


CASES: list[tuple[Rule, str, str, str]] = [
    (rules.long_sentences, "", f"{LONG}, og dei må skrive ned kva dei har gjort for å følgje han.",
     f"{LONG}. Dei må skrive ned kva dei har gjort for å følgje han."),
    (rules.nested_sentences, "",
     "De skal krevje at leverandøren viser det som blir kontrollert når risikoen er høg.",
     "De skal krevje at leverandøren viser kva som er gjort, og kven som har gjort det."),
    (rules.nested_sentences, "nb/",
     "Dere skal kreve at leverandøren viser det som kontrolleres når risikoen er høy.",
     "Dere skal kreve at leverandøren leverer listen, og at listen er oppdatert."),
    (rules.nested_sentences, "",
     "Dersom det som er funne, er feil, avgjer [Rolla] kva vi gjer.",
     "Dersom det er ein feil, avgjer [Den som avgjer avvising] kva vi gjer."),
    (rules.pronoun_chains, "",
     "Kortet skal visast når han vil sjå det. Han kan kopiere det.",
     "Den som arbeider, skal vise kortet. Det er nok at byggherren ber om det."),
    (rules.pronoun_chains, "nb/",
     "Hold malene oppdatert, og rett dem. Den som har dem, retter dem.",
     "Hold malene oppdatert, og rett malene når loven endres."),
    (rules.pronoun_chains, "nedlasting/strategi/",
     "Vi les attestane. [Rolle] arkiverer dei, og sender dei til leiinga.",
     "Vi les attestane. [Rolle] arkiverer dei."),
    (rules.verb_first, "", "Krev de fullmakt, må de grunngi kravet.",
     "Dersom de krev fullmakt, må de grunngi kravet."),
    (rules.verb_first, "nb/", "Er oppdraget anleggsarbeid, gjelder også kravet om HMS-kort.",
     "Er oppdraget anleggsarbeid, og gjelder kravet om HMS-kort?"),
    (rules.verb_first, "", "Skuldar leverandøren pengar, avgjer [rolle] kva vi gjer.",
     "Krev rekneskapen, og vurder kva leverandøren skuldar."),
    (rules.other_edition, "", "Vi har ikke sett svaret.", "Vi har ikkje sett svaret."),
    (rules.other_edition, "nb/", "Dere må sei frå.", "Dere må si fra på anskaffelser.no."),
    (rules.machine_dates, "", "Vedteke 24.11.2026.", "Vedteke 24. november 2026."),
    (rules.machine_dates, "", "Avtale, frå 11.2017.", "Versjon 11.20.17 og § 8-12."),
    (rules.machine_dates, "", "Sjekka 2026-11-24.", "Perioden 2021–2024."),
    (rules.glued_words, "", "Vedteke av bystyret kjelde [2]kjelde [3].",
     "Vedteke av bystyret kjelde [2] kjelde [3], med OpenDocument."),
    (rules.glued_words, "", "RisikoenKven", "Risikoen Kven"),
    (rules.glued_words, "", "Kva er sosial dumping?.", "Kva er sosial dumping?"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "page", "bad", "good"), CASES)
def test_a_rule_finds_its_fault_and_no_other(rule: Rule, page: str, bad: str, good: str) -> None:
    """One hit in the bad sentence, none in the good one."""
    assert len(found(rule, bad, page)) == 1
    assert found(rule, good, page) == []


def test_more_than_two_citations_in_a_passage() -> None:
    """Three are too many for one paragraph."""
    assert len(found(rules.crowded_citations, "Ei plikt.", cites=3)) == 1
    assert found(rules.crowded_citations, "Ei plikt.", cites=2) == []


def test_a_row_of_links_is_no_long_sentence() -> None:
    """A list of what the law says elsewhere is not read from end to end."""
    links = ", ".join(f'<a href="#{n}">anskaffingslova § {n}</a>' for n in range(20))
    page = BeautifulSoup(f"<article><p>I lova: {links}</p></article>", "html.parser")
    assert list(rules.long_sentences(page_passages("grep/", page))) == []
    assert len(found(rules.long_sentences, page.get_text())) == 1


@pytest.mark.parametrize("apart", ["<br>", '<span class="kind">Råd</span> '])
def test_a_title_and_a_mark_are_no_part_of_the_sentence(apart: str) -> None:
    """What stands on a line of its own, or as a stamp, is a passage of its own."""
    page = BeautifulSoup(f"<article><li>Kontroll {apart}Vi les.</li></article>", "html.parser")
    assert page_passages("grep/", page)[-1].text == "Vi les."


def test_the_readability_of_a_page() -> None:
    """Long words in long sentences are heavy; short ones are not. A short page is not judged."""
    heavy = "Leverandøroppfølging krev kontraktsadministrasjon og kontrollhandlingar overalt. " * 20
    light = "Vi ser på det som er i kontrakten, og vi skriv ned svara vi får. " * 20
    assert [hit.page for hit in found(rules.heavy_page, heavy)] == ["grep/"]
    assert found(rules.heavy_page, light) == []
    assert found(rules.heavy_page, heavy[:160]) == []
    assert lix(["Vi ser på kontrakten."]) == 4 + 100 / 4


def test_two_pages_that_are_as_heavy_are_two_hits(content: Content) -> None:
    """Though their hits read alike; a sentence on both is told of once."""
    heavy = "Leverandøroppfølging krev kontraktsadministrasjon og kontrollhandlingar overalt. " * 20
    page = BeautifulSoup(f"<main><article><p>{heavy}</p></article></main>", "html.parser")
    hits = Reading(ROOT, {"grep/": page, "strategi/": page}).hits(content)
    assert [hit.page for hit in hits if hit.kind == "lix"] == ["grep/", "strategi/"]


CHOICE = WordChoice.model_validate(
    {
        "id": "kjede",
        "use": {"nn": "leverandørkjede", "nb": "leverandørkjede"},
        "avoid": {"nn": ["kontraktskjed*", "hald * opp mot", "NAV"], "nb": []},
        "keep": {"nn": ["SMSØ om kontraktskjeda"], "nb": []},
        "why": "Lova skriv leverandørkjede.",
    }
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Sjå på Kontraktskjeda.", "Kontraktskjeda"),
        ("Hald lista over folk opp mot kontrakten.", "Hald lista over folk opp mot"),
        ("Spør NAV.", "NAV"),
        ("Spør Nav om kontraktane og leverandørkjeda.", ""),
        ("Les SMSØ om kontraktskjeda.", ""),
    ],
)
def test_forms_not_to_write(text: str, form: str) -> None:
    """A form is found with any ending where a star stands, and spared in a phrase to keep."""
    hits = found(avoided_words([CHOICE]), text)
    assert [hit.advice for hit in hits] == (
        [f"«{form}»: skriv «leverandørkjede». Lova skriv leverandørkjede."] if form else []
    )
    assert found(avoided_words([CHOICE]), text, "nb/grep/") == []


def test_no_form_is_both_chosen_and_avoided(content: Content) -> None:
    """What one row tells us to write, no row may tell us not to write."""
    rule = avoided_words(content.word_choices.values())
    for choice in content.word_choices.values():
        for code, page in (("nn", "grep/"), ("nb", "nb/grep/")):
            assert [str(hit) for hit in found(rule, choice.use[code], page)] == []


def test_a_form_that_is_both_chosen_and_avoided_is_refused(broken: Broken) -> None:
    """In one row the fault has a line of its own in `check`."""
    assert broken("docs/data/terms.yml", "nb: [taxi*]", "nb: [Drosje]") == [
        "docs/data/terms.yml:1: Oppføringa har «Drosje» både i «use» og i «avoid». Ta bort forma"
        " eitt av stadene."
    ]


def test_what_is_not_our_text_is_left_out() -> None:
    """Titles, code, other languages and citations leave a hole or nothing; the rest is read."""
    page = BeautifulSoup(
        '<article><p>Les <em lang="nb">Ikke dette</em> i <code>ikke.yml</code>, sjå'
        ' <span translate="no">Ikke her</span> <span class="cite">(ikke)</span>.</p>'
        '<div class="told" lang="nb"><p>Ikke vårt.</p></div><p hidden>Ikke sett.</p></article>',
        "html.parser",
    )
    ours, theirs = page_passages("grep/", page)
    assert ours.text == "Les ◦ i ◦, sjå ◦."
    assert ours.cites == 1
    assert (theirs.owner, theirs.foreign) == ("told", True)


def test_sentences_end_where_a_reader_stops() -> None:
    """Not at the dot of a shortened word or a date."""
    text = "Sjå t.d. Oslo frå 1. juli 2026. «Kven?» Det står i § 5a. [Rolle] svarar."
    assert sentences(text) == [
        "Sjå t.d. Oslo frå 1. juli 2026.", "«Kven?»", "Det står i § 5a.", "[Rolle] svarar.",
    ]  # fmt: skip


def test_limits_tell_what_is_broken_and_what_excuse_is_not_needed() -> None:
    """A page is excused for one kind only, and an excuse that is not needed is told of."""
    allowed = Limits(
        kinds={"long": Limit(today=1, goal=0, what="")},
        excused=[
            Excuse(page="grep/", kind="long", why=""),
            Excuse(page="om/", kind="long", why=""),
        ],
    )
    hits = [Hit("long", "grep/", "", ""), Hit("nested", "grep/", "", "")]
    assert [hit.kind for hit in allowed.counted(hits)] == ["nested"]
    assert [excuse.page for excuse in allowed.unused(hits, ["long"])] == ["om/"]
    assert allowed.broken({"long": 1}) == {}
    assert allowed.broken({"long": 2}) == {"long": "2, limit 1"}
