"""What the measures and methods of a backtest are, last on its page."""

from __future__ import annotations

from vitalfew.languages import say
from vitalfew.proof import Backtest
from vitalfew.report.proof.sentences import method_name


def definitions(found: Backtest) -> tuple[tuple[str, str], ...]:
    """Term and meaning: measures first, then the methods."""
    return (
        (
            "hit_rate_top20",
            say("Part of the method's best fifth that turned out to be in the fifth that brought most."),
        ),
        ("capture_top20", say("Part of all sales since that came from the method's best fifth.")),
        (
            "spearman",
            say("Correlation of the ranks by method and by sales since: 1 the same order, 0 none, -1 upside down."),
        ),
        (
            "gini",
            say("How far the method's order gathers the sales at its top, as a part of what the true order does."),
        ),
        (
            "auc",
            say("How often the method puts a customer that bought above one that did not: 1 always, 0.5 by chance."),
        ),
        ("brier", say("Mean square between the chance of buying and what happened: the smaller the better.")),
        ("mae", say("Mean distance of the expected amount from the sales since, in money.")),
        ("bias", say("Mean of expected amount less sales since: above zero too much was expected.")),
        (method_name(found, "last_period"), say("Net sales of a period as long as the one looked at, up to the day.")),
        (method_name(found, "rfm"), say("The score r + f + m of the ready-made scheme rfm.")),
        (method_name(found, "hiatus"), say("Who bought last stands first.")),
        (method_name(found, "random"), say("An order without any knowledge, the same in every run.")),
    )
