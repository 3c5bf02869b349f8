"""Registration of the facts app."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FactsConfig(AppConfig):
    """Sources, imports, the fact store."""

    name = "vitalfew_web.facts"

    def ready(self) -> None:
        from vitalfew_web.core.registries import (
            AUDIT_LABELS,
            FIELD_LABELS,
            FRAME,
            JOBS,
            PANELS,
            PERMISSIONS,
            REGULAR,
            SCOPES,
            TIMELINE,
            TODAY,
            Kind,
            Panel,
            Place,
            Regular,
            Scope,
            Source,
            WorkKind,
        )
        from vitalfew_web.facts import audit, panels, permissions, selectors, services, tasks, timeline

        PERMISSIONS.update(permissions.LABELS)
        SCOPES.update({name: Scope(label, needed) for name, (label, needed) in permissions.SCOPES.items()})
        AUDIT_LABELS.update(audit.LABELS)
        FIELD_LABELS["facts.importbatch"] = audit.FIELDS
        FRAME.navigation.append(Place(_("Imports"), "facts:imports", "file-import", permissions.IMPORT, group=8))
        FRAME.creations.append(Place(_("Import of a file"), "facts:new", "file-import", permissions.IMPORT))
        JOBS[selectors.FETCH] = Kind(run=tasks.read_table, label=_("Table of a database"), permission=permissions.PULL)
        JOBS[selectors.CHECK] = Kind(
            run=tasks.check_rows, label=_("Dry run of an import"), permission=permissions.IMPORT
        )
        JOBS[selectors.COMMIT] = Kind(run=tasks.take_in, label=_("Import"), permission=permissions.IMPORT)
        JOBS[selectors.UNDO] = Kind(run=tasks.take_back, label=_("Undo of an import"), permission=permissions.IMPORT)
        PANELS["accounts.account"].append(Panel("orders", _("Sales"), permissions.VIEW, 5, url="facts:orders"))
        TIMELINE["accounts.account"].append(Source(timeline.happened, slow=True, permission=permissions.VIEW))
        TODAY["facts.imports"] = WorkKind(_("Imports to finish"), "file-import", panels.waiting_imports)
        REGULAR["facts.sweep"] = Regular(every=timedelta(hours=1), run=services.sweep)
