"""Schemes: begun from a ready-made one, changed in fields of the engine's models, tried, published by a second person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from people import Cast

from vitalfew_web.access.models import User
from vitalfew_web.accounts.models import Account
from vitalfew_web.grading import gateways, services
from vitalfew_web.grading.models import Run, Scheme

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WEIGHT = "classifiers.account_grade.parts.contribution.weight"


@pytest.mark.parametrize("name", gateways.ready_made())
def test_every_ready_made_scheme_has_its_fields_and_stays_what_it_is(name: str) -> None:
    document = gateways.template(name)
    branches = gateways.branches(document)
    values = {leaf.path: leaf.value for branch in branches for leaf in branch.every()}
    assert values
    again, faults = gateways.changed(document, values)
    assert faults == {}
    assert gateways.differences(document, again) == []


def test_a_changed_field_is_a_changed_document_and_a_wrong_one_is_told_beside_it() -> None:
    document = gateways.template("key_accounts")
    changed, faults = gateways.changed(document, {WEIGHT: "35"})
    assert faults == {}
    assert gateways.differences(document, changed) == [(WEIGHT, "20", "35")]
    _document, faults = gateways.changed(document, {"classifiers.account_grade.least_coverage": "many"})
    assert any("least_coverage" in place for place in faults)
    listed, faults = gateways.changed(gateways.template("abc"), {"classifiers.abc.cuts": "70, 90"})
    assert faults == {}
    told = {path: now for path, _was, now in gateways.differences(gateways.template("abc"), listed)}
    assert "70" in told.get("classifiers.abc.cuts", "")


def test_a_draft_is_saved_compared_and_published(as_: Callable[[str], Client], cast: Cast, scheme: Scheme) -> None:
    address = f"/grading/schemes/{scheme.pk}/"
    form = as_("director").get(f"{address}edit").content.decode()
    assert f'name="at:{WEIGHT}"' in form
    assert as_("director").post(f"{address}edit", {f"at:{WEIGHT}": "35", "saved": 1}).status_code == 302
    page = as_("director").get(address).content.decode()
    assert f'title="{WEIGHT}">Scorecard › Contribution › Weight<' in page
    assert "<b>35</b>" in page
    # Who read the draft before somebody else saved it is told, and overwrites nothing.
    assert as_("director").post(f"{address}edit", {f"at:{WEIGHT}": "36", "saved": 1}).status_code == 302
    late = as_("director").post(f"{address}edit", {f"at:{WEIGHT}": "37", "saved": 1})
    assert late.status_code == 409
    assert as_("director").post(f"{address}publish").status_code == 302
    assert [version.status for version in scheme.versions.all()] == ["published", "published"]


def test_a_wrong_document_is_not_saved(as_: Callable[[str], Client], scheme: Scheme) -> None:
    address = f"/grading/schemes/{scheme.pk}/edit"
    for document in ("", "{", "scheme: x\nmetrics: {a: {metric: nothing}}", "!!python/object/apply:os.system [ls]"):
        assert as_("director").post(address, {"document": document, "saved": 1}).status_code == 422
    assert scheme.versions.count() == 1


def test_a_second_person_publishes_where_that_is_asked_for(cast: Cast, scheme: Scheme) -> None:
    services.change_scheme(scheme=scheme, fields={"second_person": True}, by=cast.director, at=NOW, today=NOW.date())
    document = gateways.template("abc")
    draft = services.save_draft(scheme=scheme, document=document, saved=0, by=cast.director, at=NOW)
    with pytest.raises(ValidationError, match="second person"):
        services.publish_version(version=draft, by=cast.director, at=NOW)
    services.hand_over(version=draft, by=cast.director, at=NOW)
    with pytest.raises(PermissionDenied):
        services.publish_version(version=draft, by=cast.analyst, at=NOW)
    cast.analyst.roles.set(cast.director.roles.all())
    analyst = User.objects.get(pk=cast.analyst.pk)
    assert services.publish_version(version=draft, by=analyst, at=NOW).published_by == analyst


def test_the_calendar_of_a_scheme_names_the_next_day(cast: Cast, scheme: Scheme) -> None:
    changed = services.change_scheme(
        scheme=scheme, fields={"rhythm": "month"}, by=cast.director, at=NOW, today=date(2026, 11, 23)
    )
    assert changed.next_on == date(2026, 12, 1)


def test_a_draft_is_tried_on_the_last_run_and_nothing_is_kept(
    as_: Callable[[str], Client], account: Account, scheme: Scheme, grade: Callable[..., Run]
) -> None:
    address = f"/grading/schemes/{scheme.pk}/try"
    form = {f"at:{WEIGHT}": "20", "at:classifiers.account_grade.grades.A": "95"}
    assert "no run yet" in as_("director").post(address, form).content.decode()
    grade()
    answer = as_("director").post(address, form)
    counts = {one["label"]: (one["was"], one["now"]) for one in answer.context["counts"]}
    assert counts["A"][1] < counts["A"][0]
    assert answer.context["found"]["directions"].get("down")
    assert scheme.versions.count() == 1


def test_fields_are_named_and_explained_in_the_language_of_the_person(
    as_: Callable[[str], Client], cast: Cast, scheme: Scheme
) -> None:
    address = f"/grading/schemes/{scheme.pk}/edit"
    cast.director.language = "zh-hans"
    cast.director.save()
    page = as_("director").get(address).content.decode()
    for text in ("评分卡", "权重", "最低数据覆盖度", "百分比；低于它时绝不给最高等级。"):
        assert text in page
    # Names of the engine stand in addresses of fields and in remarks, never as their labels.
    assert ">least_coverage<" not in page


def test_a_field_knows_what_the_published_version_says(as_: Callable[[str], Client], scheme: Scheme) -> None:
    address = f"/grading/schemes/{scheme.pk}/edit"
    as_("director").post(address, {f"at:{WEIGHT}": "35", "saved": 1})
    leads = [row.lead for method in as_("director").get(address).context["methods"] for row in method["rows"]]
    changed = [(knob.leaf.path, knob.value, knob.was) for knob in leads if knob and knob.is_changed]
    assert changed == [(WEIGHT, "35", "20")]


def test_publishing_is_closed_while_there_is_an_error_and_says_why(
    as_: Callable[[str], Client], cast: Cast, scheme: Scheme
) -> None:
    address = f"/grading/schemes/{scheme.pk}/"
    wrong = {"at:classifiers.account_grade.least_coverage": "many"}
    answer = as_("director").post(f"{address}try", wrong)
    assert answer.status_code == 422
    assert answer.context["errors"] == 1
    assert 'value="publish" disabled' in answer.content.decode()
    assert "1 error to mend first" in answer.content.decode()
    right = as_("director").post(f"{address}try", {f"at:{WEIGHT}": "35"}).content.decode()
    assert 'value="publish">' in right
    assert "the weights add up to 115" in right
    sent = {f"at:{WEIGHT}": "35", "saved": 1, "then": "publish"}
    assert as_("director").post(f"{address}edit", sent).status_code == 302
    assert [(one.number, one.status) for one in scheme.versions.all()] == [(2, "published"), (1, "published")]
    # Who may write schemes but not publish them saves a draft, whatever is sent.
    sent = {f"at:{WEIGHT}": "36", "saved": 1, "then": "publish"}
    assert as_("analyst").post(f"{address}edit", sent).status_code == 302
    assert scheme.versions.first().status == "draft"  # type: ignore[union-attr]
