"""Pages of groups of customers."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vitalfew_web.access.selectors import asking
from vitalfew_web.accounts.forms import GroupForm, GroupsForm, MergeForm
from vitalfew_web.accounts.models import Group
from vitalfew_web.accounts.permissions import EDIT, VIEW
from vitalfew_web.accounts.selectors import counted_groups_for, group_for, groups_of
from vitalfew_web.accounts.services import (
    Overtaken,
    change_group,
    delete_group,
    make_group,
    merge_groups,
    set_groups,
)
from vitalfew_web.accounts.views.accounts import account_or_404
from vitalfew_web.core.http import or_404, requires, sent, spread


@require_safe
@requires(VIEW)
def list_groups(request: HttpRequest) -> HttpResponse:
    """The own groups and those that others share, each with how many customers one sees in it."""
    content = {"groups": counted_groups_for(asking(request)), "may_edit": asking(request).may(EDIT)}
    return render(request, "accounts/groups.html", content)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def new_group(request: HttpRequest) -> HttpResponse:
    """Make a group of one's own."""
    form = GroupForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            group = make_group(fields=form.written(), by=asking(request), at=timezone.now())
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("The group {name} is there. Put customers in.").format(name=group.name))
            return redirect("accounts:groups")
    return render(request, "accounts/group.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def edit_group(request: HttpRequest, group: int) -> HttpResponse:
    """Change an own group; from here it is merged or deleted too."""
    held = _own(request, group)
    form = GroupForm(sent(request), instance=held, initial={"version": held.version})
    status = 200
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_group(group=held, fields=form.written(), version=version, by=asking(request), at=timezone.now())
        except Overtaken as overtaken:
            form = GroupForm(instance=overtaken.now, initial={"version": overtaken.now.version})
            messages.warning(request, _("You changed this group elsewhere meanwhile. Below is how it stands now."))
            status = 409
        except ValidationError as problem:
            spread(form, problem)
        else:
            messages.success(request, _("Saved."))
            return redirect("accounts:groups")
    merge = MergeForm(user=asking(request), group=held)
    content = {"form": form, "group": held, "merge": merge}
    return render(request, "accounts/group.html", content, status=422 if form.errors else status)


@require_POST
@requires(EDIT)
def merge_group(request: HttpRequest, group: int) -> HttpResponse:
    """All customers of an own group into another own one."""
    held = _own(request, group)
    merge = MergeForm(sent(request), user=asking(request), group=held)
    if not merge.is_valid():
        content = {"form": GroupForm(instance=held, initial={"version": held.version}), "group": held, "merge": merge}
        return render(request, "accounts/group.html", content, status=422)
    into = merge_groups(group=held, into=merge.cleaned_data["into"], by=asking(request), at=timezone.now())
    messages.success(request, _("All customers of it are in {name} now.").format(name=into.name))
    return redirect("accounts:groups")


@require_POST
@requires(EDIT)
def remove_group(request: HttpRequest, group: int) -> HttpResponse:
    """Delete an own group; the name is typed, so that nobody does it by a slip."""
    held = _own(request, group)
    if request.POST.get("name", "").strip() != held.name:
        messages.error(request, _("Nothing was deleted: type the name of the group to delete it."))
        return redirect("accounts:group", group=group)
    delete_group(group=held, by=asking(request), at=timezone.now())
    messages.success(request, _("The group is deleted; its customers are as before."))
    return redirect("accounts:groups")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(EDIT)
def choose_groups(request: HttpRequest, number: str) -> HttpResponse:
    """In which groups a customer is."""
    account = account_or_404(request, number)
    form = GroupsForm(sent(request), user=asking(request), initial={"groups": groups_of(account, asking(request))})
    if request.method == "POST" and form.is_valid():
        set_groups(account=account, groups=form.cleaned_data["groups"], by=asking(request), at=timezone.now())
        return redirect("accounts:account", number=account.number)
    content = {"form": form, "account": account}
    return render(request, "accounts/choose_groups.html", content, status=422 if form.errors else 200)


def _own(request: HttpRequest, key: int) -> Group:
    group = or_404(group_for, asking(request), key)
    if group.owner_id != asking(request).pk:
        raise PermissionDenied("another's group")
    return group
