"""Backtest → page."""

from __future__ import annotations

from collections.abc import Iterator

from vitalfew.languages import language, pick, say
from vitalfew.proof import Backtest, Origin
from vitalfew.report.figures.fingerprint import fingerprint
from vitalfew.report.figures.numerals import count, day, listing, percent
from vitalfew.report.figures.quality import quality_of
from vitalfew.report.figures.words import grades
from vitalfew.report.page_model import Key, Page
from vitalfew.report.proof.definitions import definitions
from vitalfew.report.proof.sections import sections
from vitalfew.report.proof.sentences import grade_name, list_of_best, method_name, sentences
from vitalfew.version import VERSION


def page_of(found: Backtest) -> Page:
    """The page in the current language: the newest day leads, the others follow. The same backtest gives the same page."""
    newest, *earlier = reversed(found.origins)
    return Page(
        language=language(),
        title=say("How well the grades foresaw"),
        company=None,
        subtitle=_subtitle(found),
        currency=found.reports["orders"].currency,
        grades=grades(found.scheme),
        opening=(*sentences(found, newest), *(list_of_best(found, origin) for origin in earlier)),
        strip=tuple(_strip(found, newest)),
        sections=tuple(part for origin in (newest, *earlier) for part in sections(found, origin)),
        customers=None,
        definitions=definitions(found),
        quality=quality_of(found.reports.values(), found.notes),
        foot=_foot(found),
    )


def _subtitle(found: Backtest) -> str:
    return say(
        "{scheme} · as of {days} · the {horizon} days after",
        scheme=pick(found.scheme.title),
        days=listing([day(origin.at) for origin in found.origins]),
        horizon=count(found.asked.horizon),
    )


def _strip(found: Backtest, origin: Origin) -> Iterator[Key]:
    """The best grade's list and its rivals, then who was looked at."""
    for method in ("scheme", "last_period", "rfm"):
        of = origin.lists[method]
        if of.share is None:
            continue
        name = grade_name(found, origin.best) if method == "scheme" else method_name(found, method)
        if of.profit_share is not None:
            yield Key(
                name, of.profit_share, say("of the profit, {share} of the sales", share=percent(of.share)), "share"
            )
        else:
            yield Key(name, of.share, say("of the sales"), "share")
    yield Key(say("Customers"), origin.customers, say("known on {day}", day=day(origin.at)))
    yield Key(say("bought since"), origin.bought, say("of {all} customers", all=count(origin.customers)))


def _foot(found: Backtest) -> str:
    """What makes the page again, and a fingerprint of the rows it was made of."""
    days = ",".join(origin.at.isoformat() for origin in found.origins)
    cited = say("fingerprint {digest}", digest=fingerprint(found.rows))
    asked = f"--scheme {found.scheme.scheme} --as-of {days} --horizon {found.asked.horizon}"
    return f"vitalfew backtest {asked}{' --undated' * found.asked.undated} · {cited} · vitalfew {VERSION}"
