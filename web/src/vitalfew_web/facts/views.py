"""Pages of imports, and the orders of one customer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.models import User
from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.choices import Origin, Purpose
from vitalfew_web.accounts.selectors import account_for
from vitalfew_web.core.http import TOO_LARGE, or_404, requires, sent
from vitalfew_web.core.listing import page_of
from vitalfew_web.facts.choices import Status, Table, Unknown
from vitalfew_web.facts.forms import CommitForm, MendForm, ReadingForm, TableForm, UploadForm
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.panels import (
    FEW,
    MOST,
    SHOWN,
    SMALL,
    bought_by,
    faulty_rows,
    first_rows,
    left_out,
    money,
    orders_of,
    sales_of,
    steps,
    targets,
    updates,
    verdict,
)
from vitalfew_web.facts.permissions import IMPORT, PULL, UNDO, VIEW
from vitalfew_web.facts.selectors import databases, facts_day, import_for, imports_for, same_files, standing
from vitalfew_web.facts.services import (
    Upload,
    discard_import,
    fetch_again,
    forget_mends,
    look_again,
    mend_rows,
    rejected_rows,
    start_check,
    start_commit,
    start_fetch,
    start_undo,
    suggest_columns,
    tables_of,
    take_columns,
    upload_files,
)
from vitalfew_web.facts.services.places import rejects_of

STEPS = {Status.FETCHING: 1, Status.CHECKING: 4}
"""Status of an import at work → its step, where that is not the last."""

CLOSED = {Status.RUNNING, Status.DONE, Status.UNDOING, Status.UNDONE, Status.DISCARDED}
"""An import of which nothing can be set any more."""


@require_safe
@requires(IMPORT)
def list_imports(request: HttpRequest) -> HttpResponse:
    """The imports that this person may see, newest first."""
    page = page_of(imports_for(asking(request)).exclude(status=Status.DISCARDED), request.GET)
    return render(request, "facts/imports.html", {"page": page, "may_undo": asking(request).may(UNDO)})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(IMPORT)
def new_import(request: HttpRequest) -> HttpResponse:
    """Step 1: bring files."""
    form = UploadForm(sent(request), request.FILES or None, initial={"table": request.GET.get("table", "")})
    if request.META.get(TOO_LARGE):
        limit = filesizeformat(settings.UPLOAD_LIMIT)
        form.add_error(
            "uploads", _("The file is larger than {limit}. Split it, or pack it as .csv.gz.").format(limit=limit)
        )
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        upload = Upload(found["uploads"], found["table"], found["source"].strip())
        try:
            batch = upload_files(upload=upload, by=asking(request), at=timezone.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            if batch.table != Table.CONTACTS:
                return redirect("facts:reading", key=batch.pk)
            start_check(batch=batch, by=asking(request), at=timezone.now())
            return redirect("facts:import", key=batch.pk)
    may_pull = asking(request).may(PULL) and bool(databases())
    content = {"form": form, "may_pull": may_pull, "steps": steps(1)}
    return render(request, "facts/new.html", content, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(PULL)
def choose_table(request: HttpRequest) -> HttpResponse:
    """Step 1 another way: a table of one of the databases that the installation may read."""
    known, problem = databases(), ""
    database = request.GET.get("of", known[0] if len(known) == 1 else "")
    form = None
    if database in known:
        try:
            form = TableForm(sent(request), names=tables_of(database))
        except ValidationError as silent:
            problem = " ".join(silent.messages)
    if form and request.method == "POST" and form.is_valid():
        batch = start_fetch(database=database, **form.cleaned_data, by=asking(request), at=timezone.now())
        return redirect("facts:import", key=batch.pk)
    content = {"databases": known, "database": database, "form": form, "problem": problem, "steps": steps(1)}
    is_refused = bool(problem or request.method == "POST")
    return render(request, "facts/database.html", content, status=422 if is_refused else 200)


@require_POST
@requires(PULL)
def read_again(request: HttpRequest, key: int) -> HttpResponse:
    """Read a table once more that did not come."""
    try:
        fetch_again(batch=_batch(request, key), by=asking(request), at=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("facts:import", key=key)


@require_safe
@requires(IMPORT)
def show_import(request: HttpRequest, key: int) -> HttpResponse:
    """Where an import stands: the step that waits for a person, progress, or what came of it."""
    batch = _batch(request, key)
    match batch.status:
        case Status.FAILED if not batch.looked:
            pass
        case Status.UPLOADED:
            return redirect("facts:reading", key=key)
        case Status.MAPPING | Status.FAILED:
            return redirect("facts:columns", key=key)
        case Status.CHECKED:
            return redirect("facts:check", key=key)
    stands = standing(batch)
    content = {
        "batch": batch,
        "job": stands.job,
        "stuck": stands.stuck,
        "steps": steps(STEPS.get(Status(batch.status), 5), done=batch.status == Status.DONE),
        "did_not_come": batch.status == Status.FAILED and not batch.size,
        "may_undo": asking(request).may(UNDO),
        "rejects": rejected_rows(batch, SHOWN),
        "amount": money(batch),
        "left_out": left_out(batch),
    }
    return render(request, "facts/import.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(IMPORT)
def set_reading(request: HttpRequest, key: int) -> HttpResponse:
    """Step 2: encoding and sheet, with the first rows as they are read now."""
    batch = _open(request, key)
    shape = batch.looked.get("shape", {})
    form = ReadingForm(
        sent(request),
        initial=batch.reading,
        table=batch.table,
        is_workbook=shape.get("format") in {"xlsx", "xls", "ods"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            batch = look_again(batch=batch, reading=form.cleaned_data, by=asking(request))
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("facts:columns" if "next" in request.POST else "facts:reading", key=key)
    content = {
        "batch": batch,
        "form": form,
        "shape": shape,
        "rows": first_rows(batch),
        "same": same_files(asking(request), batch),
        "steps": steps(2),
    }
    return render(request, "facts/reading.html", content, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(IMPORT)
def set_columns(request: HttpRequest, key: int) -> HttpResponse:
    """Step 3: what each column is taken for."""
    batch = _open(request, key)
    columns = batch.looked.get("columns", [])
    mapping, remembered = suggest_columns(batch)
    problem = ""
    if request.method == "POST":
        mapping = {column["header"]: request.POST.get(f"column-{place}", "") for place, column in enumerate(columns)}
        known = {value for _head, group in targets(batch.table) for value, _label in group}
        mapping = {header: target if target in known else "" for header, target in mapping.items()}
        try:
            take_columns(batch=batch, mapping=mapping)
            start_check(batch=batch, by=asking(request), at=timezone.now())
        except ValidationError as refused:
            problem = " ".join(refused.messages)
        else:
            return redirect("facts:import", key=key)
    content = {
        "batch": batch,
        "columns": [(place, column, mapping[column["header"]]) for place, column in enumerate(columns)],
        "targets": targets(batch.table),
        "remembered": remembered,
        "taken": sum(bool(target) for target in mapping.values()),
        "problem": problem,
        "steps": steps(3),
    }
    return render(request, "facts/columns.html", content, status=422 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(IMPORT)
def check_import(request: HttpRequest, key: int) -> HttpResponse:
    """Step 4: what the import would do; sent, it finds out anew."""
    batch = _batch(request, key)
    if request.method == "POST":
        try:
            start_check(batch=batch, by=asking(request), at=timezone.now())
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
    elif batch.status == Status.CHECKED:
        return render(request, "facts/check.html", _checked(batch))
    return redirect("facts:import", key=key)


@require_POST
@requires(IMPORT)
def mend(request: HttpRequest, key: int) -> HttpResponse:
    """Put a cell right that could not be read, in its row and in all like it, or take that back."""
    batch, form, problem = _batch(request, key), MendForm(request.POST), ""
    try:
        batch = _mended(batch, form, asking(request))
    except ValidationError as refused:
        problem = " ".join(refused.messages)
    if not request.headers.get("HX-Request"):
        if problem:
            messages.error(request, problem)
        return redirect("facts:check", key=key)
    content = {
        "batch": batch,
        "found": batch.checked,
        "faulty": faulty_rows(batch),
        "problem": problem,
        "is_part": True,
    }
    return render(request, "facts/parts/mending.html", content, status=422 if problem else 200)


def _mended(batch: ImportBatch, form: MendForm, by: User) -> ImportBatch:
    if not form.is_valid():
        raise ValidationError(_("This cell cannot be read as it is written; nothing was changed."))
    told, at = form.cleaned_data, timezone.now()
    if told["how"] == "all_back":
        return forget_mends(batch=batch, by=by, at=at)
    guesses = {each.row.line: each.guess for each in faulty_rows(batch)} if told["how"] == "use" else {}
    cell = {"use": guesses.get(told["line"], ""), "type": told["cell"], "empty": "", "back": None}[told["how"]]
    return mend_rows(batch=batch, line=told["line"], cell=cell, by=by, at=at)


def _checked(batch: ImportBatch) -> dict[str, Any]:
    columns, is_book = batch.looked.get("columns", []), batch.table == Table.CONTACTS
    return {
        "batch": batch,
        "found": batch.checked,
        "rejects": rejected_rows(batch, SHOWN) if is_book else [],
        "faulty": faulty_rows(batch),
        "columns": [(column, batch.mapping.get(column["header"], "")) for column in columns],
        "taken": sum(bool(target) for target in batch.mapping.values()),
        "labels": {} if is_book else dict(pair for _head, group in targets(batch.table) for pair in group),
        "verdict": verdict(batch),
        "updates": updates(batch),
        "choices": [each for each in Unknown.choices if not (is_book and each[0] == Unknown.KEEP)],
        "origins": Origin.choices,
        "purposes": Purpose.choices,
        "steps": steps(4),
    }


@require_POST
@requires(IMPORT)
def commit_import(request: HttpRequest, key: int) -> HttpResponse:
    """Step 5: take it in, or go on with what was interrupted."""
    batch = _batch(request, key)
    form = CommitForm(request.POST)
    form.is_valid()
    try:
        start_commit(batch=batch, decisions=form.decisions(batch.checked), by=asking(request), at=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("facts:import", key=key)


@require_safe
@requires(IMPORT)
def export_rejects(request: HttpRequest, key: int) -> HttpResponseBase:
    """The rejected rows: the same file with line, column, value and reason before each row."""
    batch = _batch(request, key)
    path = rejects_of(batch)
    if not path.is_file():
        raise Http404
    name = f"{batch.file_name.rpartition('.')[0] or batch.file_name}.rejects.csv"
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="text/csv; charset=utf-8")


@require_POST
@requires(IMPORT)
def discard(request: HttpRequest, key: int) -> HttpResponse:
    """Give an import up that is not done."""
    batch = _batch(request, key)
    try:
        discard_import(batch=batch, by=asking(request), at=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("facts:import", key=key)
    messages.success(request, _("{name} was discarded; nothing of it was kept.").format(name=batch.file_name))
    return redirect("facts:imports")


@require_POST
@requires(UNDO)
def undo(request: HttpRequest, key: int) -> HttpResponse:
    """Take an import back, whatever came later."""
    batch = _batch(request, key)
    try:
        start_undo(batch=batch, by=asking(request), at=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("facts:import", key=key)


@require_safe
@requires(VIEW)
def show_orders(request: HttpRequest, number: str) -> HttpResponse:
    """The orders, returns and payments of a customer: a part of their page, or a page of its own."""
    account = or_404(account_for, asking(request), number)
    bought, part = bought_by(account), bool(request.headers.get("HX-Request"))
    most = FEW if part else MOST if "all" in request.GET else SMALL
    content = {
        "account": account,
        "orders": orders_of(bought, most=most),
        "sales": sales_of(bought, facts_day(timezone.localdate())),
    }
    return render(request, "facts/parts/sales.html" if part else "facts/orders.html", content)


def _batch(request: HttpRequest, key: int) -> ImportBatch:
    return or_404(import_for, asking(request), key)


def _open(request: HttpRequest, key: int) -> ImportBatch:
    """An import that can still be set otherwise."""
    batch = _batch(request, key)
    if batch.status in CLOSED or not batch.looked:
        raise Http404
    return batch
