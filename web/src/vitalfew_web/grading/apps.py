"""Registration of the grading app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GradingConfig(AppConfig):
    """Grades and why customers have them."""

    name = "vitalfew_web.grading"

    def ready(self) -> None:
        from vitalfew_web.core.registries import (
            AUDIT_LABELS,
            BOARDS,
            EXTRAS,
            FIELD_LABELS,
            FILTERS,
            FRAME,
            JOBS,
            MARKS,
            PANELS,
            PERMISSIONS,
            REGULAR,
            TODAY,
            Board,
            Extra,
            Filter,
            Kind,
            Panel,
            Place,
            Regular,
            WorkKind,
        )
        from vitalfew_web.grading import audit, panels, permissions, tasks

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["grading.override"] = audit.FIELDS
        FIELD_LABELS["grading.scheme"] = audit.FIELDS
        JOBS[tasks.RUN] = Kind(run=tasks.carry_out_run, label=_("Grading"), permission=permissions.FIGURES)
        REGULAR["grading.calendar"] = Regular(every=timedelta(minutes=1), run=tasks.start_due_runs)
        REGULAR["grading.overrides"] = Regular(every=timedelta(minutes=1), run=tasks.end_overrides)
        FIELD_LABELS["accounts.account"] = {**FIELD_LABELS["accounts.account"], **audit.FIELDS}
        FRAME.navigation.append(Place(_("Grading"), "grading:runs", "adjustments-alt", permissions.FIGURES))
        FRAME.navigation.append(Place(_("Portfolio"), "grading:portfolio", "chart-dots-3", permissions.FIGURES))
        see, order = permissions.VIEW, panels.order_by
        sorts = {name: order(column) for name, column in panels.SORTS.items()}
        EXTRAS.append(Extra(see, panels.prepare, panels.LEADING, panels.COLUMNS, sorts))
        FILTERS.extend(
            [
                Filter("grade", _("Grade"), see, panels.grade_choices, panels.of_grade),
                Filter("type", _("Type"), see, panels.type_choices, panels.of_value("type")),
                Filter("cell", _("Grid"), see, panels.cell_choices, panels.of_value("cell"), shown=False),
                Filter("move", _("Grades"), see, panels.move_choices, panels.that_moved, shown=False),
                Filter("class", _("ABC class"), see, panels.class_choices, panels.of_value("share_class"), shown=False),
                *(
                    Filter(view, label, see, panels.view_choices(view), panels.of_value(view), shown=False)
                    for view, label in (("segment", _("Segment")), ("band", _("Band")), ("field", _("Profit and cost")))
                ),
                Filter("profit", _("Profit"), see, panels.profit_choices, panels.of_profit, shown=False),
                Filter("held", _("Grade of the run"), see, panels.grade_choices, panels.of_value("label"), shown=False),
                Filter("was", _("Grade before"), see, panels.grade_choices, panels.of_value("was"), shown=False),
                *(
                    Filter(name, label, see, tuple, where, shown=False, said=said)
                    for name, label, said, where in (
                        ("moved", _("Change of grade"), panels.said_move, panels.moved_between),
                        ("scored", _("Score"), panels.said_range(), panels.of_scores),
                        ("first", _("Largest"), panels.said_first, panels.of_first),
                        ("serves", _("Cost to serve"), panels.said_range(" %"), panels.of_per_cent("serves")),
                        ("margin", _("Gross margin"), panels.said_range(" %"), panels.of_per_cent("margin")),
                    )
                ),
            ]
        )
        BOARDS.append(Board("grade", _("Board by grade"), see, "grade", panels.card_of))
        MARKS.setdefault("accounts.account", []).append(panels.head_of)
        PANELS["accounts.account"].append(Panel("figures", _("Figures"), see, 10, render=panels.figures_of, aside=True))
        TODAY["grading.moves"] = WorkKind(_("Changes of grade"), "adjustments-alt", panels.changed_grades)
        TODAY["grading.overrides"] = WorkKind(_("Overrides that end"), "edit", panels.ending_overrides)
        TODAY["grading.schemes"] = WorkKind(_("Schemes to publish"), "flask", panels.schemes_to_publish)
