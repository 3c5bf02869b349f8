"""Today, the pages of tasks, and what people are told."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.choices import Reach
from vitalfew_web.access.selectors import asking
from vitalfew_web.core.http import SeeOther, back_to, or_404, sent, spread
from vitalfew_web.core.listing import page_of
from vitalfew_web.core.periods import short_moment
from vitalfew_web.core.selectors import history_of
from vitalfew_web.core.timeline import told
from vitalfew_web.work.choices import Snooze
from vitalfew_web.work.forms import SnoozeForm, TaskForm
from vitalfew_web.work.models import Task
from vitalfew_web.work.panels import done_this_month, queue_of, week_of
from vitalfew_web.work.permissions import OVERSEE
from vitalfew_web.work.selectors import (
    about_of,
    notifications_for,
    task_for,
    tasks_for,
    wants_mail,
)
from vitalfew_web.work.selectors.tasks import about_each
from vitalfew_web.work.services import (
    Overtaken,
    add_task,
    change_task,
    finish_task,
    mark_read,
    reopen_task,
    snooze_task,
    wish,
)

NOON, EVENING = 12, 18


@require_safe
@login_required
def today(request: HttpRequest) -> HttpResponse:
    """Where everybody begins: what waits for them, and their week."""
    user, now = asking(request), timezone.now()
    only = request.GET.get("kind", "")
    due, kept = done_this_month(user, now)
    content = {
        "now": now,
        "greeting": _greeting(timezone.localtime(now).hour).format(name=user.name),
        "queue": queue_of(user, now, only),
        "only": only,
        "week": week_of(user, now),
        "due": due,
        "kept": kept,
    }
    return render(request, "work/today.html", content)


def _greeting(hour: int) -> str:
    if hour < NOON:
        return _("Good morning, {name}")
    return _("Good afternoon, {name}") if hour < EVENING else _("Good evening, {name}")


@require_safe
@login_required
def list_tasks(request: HttpRequest) -> HttpResponse:
    """The tasks that somebody sees: open or done, the own, those that they gave, those of their people."""
    user, now = asking(request), timezone.now()
    whose, done = request.GET.get("whose", ""), "done" in request.GET
    rows = tasks_for(user).select_related("owner")
    if whose == "given":
        rows = rows.filter(given_by=user).exclude(owner=user)
    elif whose != "all":
        rows = rows.filter(owner=user)
    rows = rows.filter(done_at__isnull=not done)
    order = F("done_at").desc() if done else F("due_at").asc(nulls_last=True)
    page = page_of(rows.order_by(order, "id"), request.GET)
    about = about_each(page.rows, user)
    content = {
        "page": page,
        "rows": [
            {
                "task": task,
                "about": about.get((task.subject, task.subject_id or 0)),
                "when": short_moment(task.due_at, now, whole_day=task.due_time is None) if task.due_at else "",
                "is_late": not task.done_at and task.due_at is not None and task.due_at < now,
            }
            for task in page.rows
        ],
        "whose": whose,
        "done": done,
        "oversees": user.may(OVERSEE) and user.reach is not Reach.OWN,
    }
    return render(request, "work/tasks.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_task(request: HttpRequest) -> HttpResponse:
    """Add a task; the address may say about whom."""
    user = asking(request)
    initial = {"owner": user.pk, "about": request.GET.get("about", ""), "text": request.GET.get("text", "")[:200]}
    form = TaskForm(sent(request), initial=initial, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            task = add_task(fields=form.written(), by=user, at=timezone.now())
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("The task is added."))
            return back_to(request, reverse("work:task", args=[task.pk]))
    content = {"form": form, "next": request.GET.get("next", "")}
    return render(request, "work/task.html", content, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_task(request: HttpRequest, task: int) -> HttpResponse:
    """Look at a task, or change it. Who sees it only because they see the customer changes nothing."""
    user, found = asking(request), _task(request, task)
    about, may_edit = about_of(found, user), tasks_for(user).filter(pk=found.pk).exists()
    initial = {"version": found.version, "about": about.code if about else ""}
    form = TaskForm(sent(request), instance=found, initial=initial, user=user)
    if request.method == "POST":
        if not may_edit:
            raise PermissionDenied
        if form.is_valid() and _changed(request, form, found):
            return SeeOther(reverse("work:task", args=[found.pk]))
    for field in form.fields.values():
        field.disabled = not may_edit
    content = {
        "form": form,
        "task": found,
        "about": about,
        "may_edit": may_edit,
        "snoozes": Snooze.choices,
        "entries": told(history_of(found)[:20]),
    }
    return render(request, "work/task.html", content, status=422 if form.errors else 200)


def _changed(request: HttpRequest, form: TaskForm, task: Task) -> bool:
    """Whether the change went through; what was refused stands beside its field."""
    fields, version = form.written(), form.cleaned_data["version"] or 0
    if "about" not in form.changed_data:
        # What it is about may be an object that this person does not see.
        fields.update(subject=task.subject, subject_id=task.subject_id)
    try:
        change_task(task=task, fields=fields, version=version, by=asking(request), at=timezone.now())
    except Overtaken:
        form.add_error(None, _("Somebody else changed this task meanwhile. Open it again and repeat your change."))
        return False
    except ValidationError as problem:
        spread(form, problem)
        return False
    messages.success(request, _("Saved."))
    return True


@require_POST
@login_required
def finish(request: HttpRequest, task: int) -> HttpResponse:
    """A task is done; the page offers to take that back."""
    found = _own(request, task)
    finish_task(task=found, by=asking(request), at=timezone.now())
    undo = reverse("work:reopen", args=[found.pk])
    messages.success(request, _("Done: {task}").format(task=found.text), extra_tags=undo)
    return back_to(request, reverse("work:today"))


@require_POST
@login_required
def reopen(request: HttpRequest, task: int) -> HttpResponse:
    """A task is to be done again."""
    found = _own(request, task)
    try:
        reopen_task(task=found, by=asking(request), at=timezone.now())
    except ValidationError as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, _("Open again: {task}").format(task=found.text))
    return back_to(request, reverse("work:today"))


@require_POST
@login_required
def snooze(request: HttpRequest, task: int) -> HttpResponse:
    """Put a task off."""
    found = _own(request, task)
    form = SnoozeForm({"how": request.POST.get("how") or request.GET.get("how")})
    how = form.cleaned_data["how"] if form.is_valid() else Snooze.TOMORROW
    snooze_task(task=found, how=how, by=asking(request), at=timezone.now())
    messages.success(request, _("Put off {until}: {task}").format(until=Snooze(how).label, task=found.text))
    return back_to(request, reverse("work:today"))


def _task(request: HttpRequest, key: int) -> Task:
    return or_404(task_for, asking(request), key)


def _own(request: HttpRequest, key: int) -> Task:
    """A task that this person may change; who only sees it is refused, to others it is not there."""
    task = _task(request, key)
    if not tasks_for(asking(request)).filter(pk=key).exists():
        raise PermissionDenied
    return task


@require_safe
@login_required
def list_notifications(request: HttpRequest) -> HttpResponse:
    """What this person was told; the way to each goes through having read it."""
    user = asking(request)
    page = page_of(notifications_for(user), request.GET)
    content = {"page": page, "by_mail": wants_mail(user), "now": timezone.now()}
    return render(request, "work/notifications.html", content)


@require_safe
@login_required
def bell(request: HttpRequest) -> HttpResponse:
    """How much is new, as the part of the frame that asks from time to time."""
    return render(request, "core/parts/bell.html")


@require_POST
@login_required
def read(request: HttpRequest) -> HttpResponse:
    """One notification was read, and leads to its page; without a number all of them were."""
    user, number = asking(request), request.POST.get("number", "")
    only = int(number) if number.isascii() and number.isdigit() else None
    mark_read(person=user, at=timezone.now(), only=only)
    if only is None:
        return SeeOther(reverse("work:notifications"))
    return SeeOther(get_object_or_404(notifications_for(user), pk=only).url)


@require_POST
@login_required
def set_wish(request: HttpRequest) -> HttpResponse:
    """Whether reminders come also by e-mail."""
    wish(person=asking(request), by_mail="by_mail" in request.POST)
    messages.success(request, _("Saved."))
    return SeeOther(reverse("work:notifications"))
