"""What stands beside the files of a sample: what it is, and which customers have a fate of their own."""

from __future__ import annotations

from vitalfew.sample.company import Company
from vitalfew.sample.words import Word

_TITLE: Word = (
    "A sample company, wholly invented: {customers} customers, {years} years up to {day}, seed {seed}.",
    "示例公司，纯属虚构：{customers} 位客户，截至 {day} 共 {years} 年，种子 {seed}。",
    "範例公司，純屬虛構：{customers} 位客戶，截至 {day} 共 {years} 年，種子 {seed}。",
)
_STORIES: Word = (
    "Customers with a story (M and B: lines of the requirements):",
    "有故事的客户（M 与 B 为需求编号）：",
    "有故事的客戶（M 與 B 為需求編號）：",
)


def readme(company: Company) -> str:
    """The text, in the language of the sample."""
    at = company.speech
    title = _TITLE[at].format(
        customers=company.customers, years=company.years, day=company.last_day.isoformat(), seed=company.seed
    )
    told = [
        f"{number}  {story.name[at]}: {story.tells[at]} ({', '.join(story.covers)})"
        for number, story in zip(company.ids.slice(0, len(company.stories)).to_pylist(), company.stories, strict=True)
    ]
    return "\n".join([title, "", _STORIES[at], "", *told, ""])
