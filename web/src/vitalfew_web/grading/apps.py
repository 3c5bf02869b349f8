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
            EXTRAS,
            FIELD_LABELS,
            FILTERS,
            FRAME,
            JOBS,
            PANELS,
            PERMISSIONS,
            REGULAR,
            Extra,
            Filter,
            Kind,
            Panel,
            Place,
            Regular,
        )
        from vitalfew_web.grading import audit, panels, permissions, tasks

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["grading.override"] = audit.FIELDS
        FIELD_LABELS["grading.scheme"] = audit.FIELDS
        JOBS[tasks.RUN] = Kind(run=tasks.carry_out_run, label=_("Grading"), permission=permissions.FIGURES)
        REGULAR["grading.calendar"] = Regular(every=timedelta(minutes=1), run=tasks.start_due_runs)
        FRAME.navigation.append(Place(_("Grading"), "grading:runs", "adjustments-alt", permissions.FIGURES))
        see, order = permissions.VIEW, panels.sorted_by
        EXTRAS.append(Extra(see, panels.prepare, panels.LEADING, panels.COLUMNS, {n: order(c) for n, c in panels.SORTS.items()}))
        FILTERS,
            FRAME,
            JOBS,
            PANELS,
            PERMISSIONS,
            REGULAR,
            Extra,
            Filter,
            Kind,
            Panel,
            Place,
            Regular,
        )
        from vitalfew_web.grading import audit, panels, permissions, tasks

        PERMISSIONS.update(permissions.LABELS)
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["grading.override"] = audit.FIELDS
        FIELD_LABELS["grading.scheme"] = audit.FIELDS
        JOBS[tasks.RUN] = Kind(run=tasks.carry_out_run, label=_("Grading"), permission=permissions.FIGURES)
        REGULAR["grading.calendar"] = Regular(every=timedelta(minutes=1), run=tasks.start_due_runs)
        FRAME.navigation.append(Place(_("Grading"), "grading:runs", "adjustments-alt", permissions.FIGURES))
        see, order = permissions.VIEW, panels.sorted_by
        columns = (
            Added("grade", _("Grade"), "vf-cell-mark", leads=True, sort=order("score")),
            Added("type", _("Type"), "vf-cell-plain", leads=True),
            Added("order", _("Last order"), "vf-cell-plain", sort=order("last_order")),
            Added("sales", _("Sales, 12 months"), "vf-number", sort=order("sales")),
            Added("contribution", _("Contribution"), "vf-number vf-cell-plain", sort=order("contribution")),
        )
        EXTRAS.append(Extra(see, columns, panels.cells))
        FILTERS.extend(
            [
                Filter("grade", _("Grade"), see, panels.grade_choices, panels.with_grade),
                Filter("type", _("Type"), see, panels.type_choices, panels.with_type),
                Filter("cell", _("Grid"), see, panels.cell_choices, panels.with_cell, shown=False),
                Filter("move", _("Grades"), see, panels.move_choices, panels.with_move, shown=False),
            ]
        )
        PANELS.extend(
            [
                Panel("grade", see, panels.head_of, "head"),
                Panel("figures", see, panels.figures_of, "side"),
            ]
        )
