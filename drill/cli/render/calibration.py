"""The screens of `stats --calibration` and `optimize`."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from drill.cli.render.tables import plain_table
from drill.cli.render.times import count
from drill.practice.evidence import Calibration, Optimized

_NAMES = {
    "fitted": "FSRS, fitted to you",
    "fsrs": "FSRS, its defaults",
    "sm2": "SM-2",
    "average": "running average",
}


def calibration(found: Calibration) -> RenderableType:
    """Predicted against actual recall, and how the models compare on the same reviews."""
    if not found.reviews:
        return Text("No review can be measured yet: solve some problems again when they come back.")
    heading = f"Foretold and measured: {count(found.reviews, 'review')}"
    if found.current == "fitted":
        heading += " since the parameters were fitted"
    chances = plain_table(
        "  predicted", "remembered", "reviews", right=["predicted", "remembered", "reviews"]
    )
    for bucket in found.buckets:
        chances.add_row(f"  {bucket.predicted:.0%}", f"{bucket.actual:.0%}", str(bucket.reviews))
    models = plain_table("  model", "log loss", "RMSE(bins)", "", right=["log loss", "RMSE(bins)"])
    for name, score in found.scores.items():
        used = "in use" if name == found.current else ""
        models.add_row(f"  {_NAMES[name]}", f"{score.log_loss:.4f}", f"{score.rmse:.4f}", Text(used, "good"))
    return Group(Text(heading, "bold"), chances, Text(), Text("Smaller is better", "bold"), models)


def optimized(found: Optimized) -> RenderableType:
    if found.fit is None:
        return Text(
            f"Too early: {count(found.reviews, 'review')} can be learned from, and it takes {found.needed}."
            " FSRS's own parameters do well until then."
        )
    fit = found.fit
    verdict = "better: they are adopted" if found.adopted else "no better: nothing was changed"
    return Text(
        f"Fitted to your first {count(fit.fitted_to, 'review')}, judged by the {fit.held_out} after them:"
        f" log loss {fit.fitted.log_loss:.4f} against {fit.defaults.log_loss:.4f} with FSRS's own"
        f" parameters. That is {verdict}."
    )
