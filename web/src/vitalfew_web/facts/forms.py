"""Input of the import pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _

from vitalfew_web.facts.choices import Rejects, Table, Unknown

RECOGNISED = _("Recognise it by the columns")
OF_TABLES = [each for each in Table.choices if each[0] != Table.CONTACTS]
"""What is a table: address books are read as cards."""

ENCODINGS = ("", "utf-8", "gb18030", "big5", "utf-16", "windows-1252")


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files of one kind."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each of them."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in given]


class UploadForm(forms.Form):
    """Files, or rows that are pasted. The last field comes after the files: where it is missing, they were cut off."""

    uploads = FilesField(
        label=_("Files"),
        required=False,
        help_text=_(
            "CSV, TSV, XLSX, XLS, ODS or Parquet; several only of one kind, with the same columns. Contacts also as .vcf, "
            "or as a phone, Outlook or Google writes them to CSV."
        ),
    )
    pasted = forms.CharField(
        label=_("or rows from the clipboard"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("With their header, as copied from a spreadsheet."),
    )
    table = forms.ChoiceField(label=_("What the rows are"), required=False, choices=[("", RECOGNISED), *Table.choices])
    source = forms.CharField(
        label=_("source"),
        required=False,
        max_length=80,
        help_text=_("Where it comes from, such as the name of a shop or system. Its columns are remembered."),
    )
    end = forms.BooleanField(required=False, widget=forms.HiddenInput, initial=True)

    def clean(self) -> dict[str, Any]:
        """Something must be there, and all of it must have come."""
        found = super().clean() or {}
        files = found.get("uploads") or []
        pasted = found.get("pasted", "").strip("\r\n")
        if files and not found.get("end"):
            raise forms.ValidationError(
                _(
                    "The upload is incomplete: the connection ended before all of it was here. Nothing was kept; send it again."
                )
            )
        if pasted and not files:
            files = [SimpleUploadedFile("pasted.csv", pasted.encode())]
        if not files and "uploads" not in self.errors:
            raise forms.ValidationError(_("Choose a file, or paste rows with their header."))
        found["uploads"] = files
        return found


class TableForm(forms.Form):
    """A table of a database, and what its rows are."""

    name = forms.ChoiceField(label=_("Table or view"))
    table = forms.ChoiceField(label=_("What the rows are"), required=False, choices=[("", RECOGNISED), *OF_TABLES])

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.ChoiceField(label=_("Table or view"), choices=[(name, name) for name in names])


class ReadingForm(forms.Form):
    """How the files are opened; what is left empty is found out."""

    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[
            ("", _("Find it out")),
            ("utf-8", "UTF-8"),
            ("gb18030", _("GB18030 (also GBK, GB2312)")),
            ("big5", "Big5"),
            ("utf-16", "UTF-16"),
            ("windows-1252", "Windows-1252"),
        ],
    )
    sheet = forms.CharField(label=_("Sheet"), required=False, max_length=80)
    header_row = forms.IntegerField(
        label=_("Line of the header"),
        required=False,
        min_value=1,
        max_value=1000,
        help_text=_("Lines above it are titles."),
    )
    dayfirst = forms.TypedChoiceField(
        label=_("Dates such as 03/04/2026"),
        required=False,
        choices=[("", _("Find it out")), ("1", _("3 April: the day first")), ("0", _("4 March: the month first"))],
        coerce=lambda value: value == "1",
        empty_value=None,
    )
    decimal = forms.ChoiceField(
        label=_("Decimal sign"),
        required=False,
        choices=[("", _("Find it out")), (".", _("point: 1,234.50")), (",", _("comma: 1.234,50"))],
    )
    grain = forms.ChoiceField(
        label=_("Each row is"),
        required=False,
        choices=[("", _("Find it out")), ("line", _("one line of an order")), ("order", _("a whole order"))],
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=_("Currency"),
        required=False,
        help_text=_("Three letters, such as CNY, where the file does not say it."),
    )

    def __init__(self, *args: Any, table: str, is_workbook: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["encoding" if is_workbook else "sheet"]
        if table != Table.ORDERS:
            del self.fields["grain"]

    def clean_currency(self) -> str:
        """In capitals."""
        return str(self.cleaned_data["currency"]).upper()


class PushForm(forms.Form):
    """What a program says of the rows that it pushes. What it leaves open is found out, and decided carefully."""

    table = forms.ChoiceField(choices=OF_TABLES)
    source = forms.CharField(max_length=80)
    unknown = forms.ChoiceField(required=False, choices=Unknown.choices)
    rejected = forms.ChoiceField(required=False, choices=Rejects.choices)
    grain = forms.ChoiceField(required=False, choices=[("line", "line"), ("order", "order")])
    currency = forms.RegexField(r"^[A-Z]{3}$", required=False)

    def clean(self) -> dict[str, Any]:
        """Nothing but what is known: a word that is misspelt must not be passed over."""
        found = super().clean() or {}
        strange = sorted(set(self.data) - set(self.fields) - {"rows", "end"})
        if strange:
            raise forms.ValidationError(
                _("There is no such field: {names}.").format(names=", ".join(strange[:5])[:200])
            )
        return {
            **found,
            "unknown": found.get("unknown") or Unknown.KEEP,
            "rejected": found.get("rejected") or Rejects.LEAVE_OUT,
        }

    def reading(self) -> dict[str, str]:
        """How the rows are read, as far as the program says."""
        return {name: self.cleaned_data[name] for name in ("grain", "currency") if self.cleaned_data[name]}


class MendForm(forms.Form):
    """What a person wants read in a rejected row: what suggests itself, nothing, what was typed, what was read before."""

    how = forms.ChoiceField(choices=[(name, name) for name in ("use", "empty", "type", "back", "all_back")])
    line = forms.CharField(required=False, max_length=20)
    cell = forms.CharField(required=False, max_length=500)


class CommitForm(forms.Form):
    """What a person decided at the dry run."""

    unknown = forms.ChoiceField(required=False, choices=Unknown.choices)

    def decisions(self, known: dict[str, Any]) -> dict[str, Any]:
        """With the choices about doubtful customers and walk-in buckets, of those alone that were shown."""
        doubtful = {
            one["id"]: self.data[f"doubtful-{place}"]
            for place, one in enumerate(known.get("doubtful_some", []))
            if f"doubtful-{place}" in self.data
        }
        left = [id_ for place, id_ in enumerate(known.get("walk_in", [])) if self.data.get(f"walk-in-{place}")]
        found = {"unknown": self.cleaned_data.get("unknown") or Unknown.KEEP, "doubtful": doubtful, "leave_out": left}
        return found | (self._of_people(known["cards"]) if "cards" in known else {})

    def _of_people(self, known: dict[str, Any]) -> dict[str, Any]:
        """Whose customers people without a company are, and the grounds on which what is personal is kept."""
        alone = {str(one["place"]): self.data.get(f"alone-{one['place']}", "") for one in known["alone_some"]}
        grounds = {name: self.data.get(name, "") for name in ("origin", "purpose")}
        return {"alone": alone, "personal": bool(self.data.get("personal")), **grounds}
