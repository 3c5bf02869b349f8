"""Batches for programs: push rows or a file, ask what became of them, take them back. See docs/howto/push-batches.md."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vitalfew_web.access.selectors import asking
from vitalfew_web.core.api import FORM, JSON, Refused, allows, read_json, refused_by, told, verbs
from vitalfew_web.core.http import TOO_LARGE, or_404
from vitalfew_web.core.once import HEADER
from vitalfew_web.facts.choices import OPEN
from vitalfew_web.facts.forms import PushForm
from vitalfew_web.facts.models import ImportBatch
from vitalfew_web.facts.panels import as_json
from vitalfew_web.facts.permissions import IMPORT, PUSHES, READS, UNDO
from vitalfew_web.facts.rules import NotRows, as_csv
from vitalfew_web.facts.selectors import import_for, imports_for
from vitalfew_web.facts.services import Push, Upload, discard_import, push_batch, start_undo
from vitalfew_web.facts.services.columns import pushed_columns
from vitalfew_web.facts.services.places import rejects_of

LATEST = 20
MOST_ROWS = 50_000
READ_AS = {"encoding": "utf-8", "header_row": 1, "decimal": "."}
"""How rows that came as JSON are read: we wrote them down ourselves."""

NOT_ROWS = {
    "list": gettext_lazy("The rows are not a list of objects, each with something in it."),
    "many": gettext_lazy("{n} rows came; {most} are taken at once."),
    "column": gettext_lazy("There is no such column: {names}."),
    "cell": gettext_lazy("Row {n}, {name}: neither a text nor a number."),
    "sign": gettext_lazy("Row {n}, {name}: half a sign, which is no text."),
}


@allows(READS, PUSHES, permission=IMPORT)
def list_batches(request: HttpRequest) -> HttpResponseBase:
    """The latest batches that this person may see, newest first."""
    return told({"batches": [as_json(each) for each in imports_for(asking(request))[:LATEST]]})


@allows(PUSHES, permission=IMPORT)
def push(request: HttpRequest) -> HttpResponseBase:
    """Take rows or a file in behind the page: 202, and where to ask what became of them."""
    if not request.headers.get(HEADER):
        do = _("Send {header} with a text of 16 to 64 letters and digits, another one for each batch.")
        raise Refused(400, "idempotency_key", _("A batch needs a key of its own."), do.format(header=HEADER))
    try:
        batch = push_batch(push=_pushed(request), by=asking(request), at=timezone.now())
    except ValidationError as problem:
        raise refused_by(problem, do=_("Mend the content and send it again; the key is free again.")) from None
    return told(as_json(batch), status=202, headers={"Location": reverse("facts:api_batch", args=[batch.pk])})


def _pushed(request: HttpRequest) -> Push:
    if request.content_type == JSON:
        return _of_json(request)
    if request.content_type == FORM:
        return _of_file(request)
    what = _("The body is neither {json} nor {form}.").format(json=JSON, form=FORM)
    raise Refused(415, "content_type", what, _("Say in Content-Type what the body is."))


def _of_json(request: HttpRequest) -> Push:
    found = read_json(request.body)
    if not isinstance(found, dict):
        raise Refused(400, "json", _("The body is not a JSON object."))
    form = _formed(PushForm({name: value for name, value in found.items() if name != "rows"}))
    table, columns = form.cleaned_data["table"], pushed_columns(form.cleaned_data["table"])
    try:
        text, names = as_csv(found.get("rows"), known=columns, most=MOST_ROWS)
    except NotRows as problem:
        raise Refused(
            400,
            "rows",
            str(NOT_ROWS[problem.why]).format(**problem.values),
            _("Columns of {table}: {names}.").format(table=table, names=", ".join(columns)),
        ) from None
    file = SimpleUploadedFile("pushed.csv", text.encode())
    upload = Upload([file], table, form.cleaned_data["source"], {**READ_AS, **form.reading()})
    return _push(request, form, upload, {name: columns[name] for name in names})


def _of_file(request: HttpRequest) -> Push:
    files, form = request.FILES.getlist("file"), _formed(PushForm(request.POST))
    if request.META.get(TOO_LARGE):
        raise Refused(413, "too_large", _("The file is larger than is taken."), _("Split it, or pack it as .csv.gz."))
    if not request.POST.get("end"):
        do = _("Send the field end=1 after the file: it shows that all of it came.")
        raise Refused(400, "incomplete", _("The upload is incomplete."), do)
    if not files or set(request.FILES) != {"file"}:
        raise Refused(400, "file", _("There is no file."), _("Send it as the field file."))
    return _push(
        request, form, Upload(files, form.cleaned_data["table"], form.cleaned_data["source"], form.reading()), None
    )


def _formed(form: PushForm) -> PushForm:
    if not form.is_valid():
        said = {name: [str(each) for each in problems] for name, problems in form.errors.items()}
        what = " ".join(
            f"{name}: {' '.join(each)}" if name != "__all__" else " ".join(each) for name, each in said.items()
        )
        raise Refused(400, "fields", what, _("See the page on pushing batches."), said)
    return form


def _push(request: HttpRequest, form: PushForm, upload: Upload, mapping: dict[str, str] | None) -> Push:
    found: dict[str, Any] = form.cleaned_data
    return Push(upload, mapping, found["unknown"], found["rejected"], request.token)  # type: ignore[attr-defined]


@allows(READS, PUSHES, permission=IMPORT)
def show_batch(request: HttpRequest, key: int) -> HttpResponseBase:
    """How a batch stands: its counts, and the first rejected rows with their reasons."""
    return told(as_json(_batch(request, key), whole=True))


@allows(PUSHES, permission=UNDO)
def take_back(request: HttpRequest, key: int) -> HttpResponseBase:
    """Take a whole batch back, also after later ones; one that is not done is given up."""
    batch = _batch(request, key)
    try:
        if batch.status in OPEN:
            return told(as_json(discard_import(batch=batch, by=asking(request), at=timezone.now())))
        start_undo(batch=batch, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        raise Refused(409, "status", " ".join(problem.messages), _("Ask again when it is done.")) from None
    return told(as_json(_batch(request, key)), status=202)


@allows(READS, PUSHES, permission=IMPORT)
def export_rejects(request: HttpRequest, key: int) -> HttpResponseBase:
    """All rejected rows as a file: line, column, value and reason before each."""
    path = rejects_of(_batch(request, key))
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type="text/csv; charset=utf-8")


def _batch(request: HttpRequest, key: int) -> ImportBatch:
    return or_404(import_for, asking(request), key)


batches = verbs(get=list_batches, post=push)
batch = verbs(get=show_batch, delete=take_back)
rejects = verbs(get=export_rejects)
