"""Industries of the sample's customers: what they are called, what their companies are called, how fast they grow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vitalfew.sample.words import Word


@dataclass(frozen=True, slots=True)
class Industry:
    """Its word, the word in the names of its companies, its yearly growth in a thousand, whether it is public."""

    name: Word
    company: Word
    growth: int
    public: bool = False


INDUSTRIES: Mapping[str, Industry] = {
    "manufacturing": Industry(("manufacturing", "制造", "製造"), ("Works", "机械", "機械"), 45),
    "retail": Industry(("retail", "零售", "零售"), ("Stores", "商贸", "商貿"), 30),
    "services": Industry(("services", "服务", "服務"), ("Services", "服务", "服務"), 60),
    "construction": Industry(("construction", "建筑", "營造"), ("Construction", "建设", "營造"), -20),
    "hospitality": Industry(("hospitality", "酒店餐饮", "旅宿餐飲"), ("Inns", "酒店管理", "飯店"), 70),
    "agriculture": Industry(("agriculture", "农业", "農業"), ("Farms", "农业", "農業"), 20),
    "automotive": Industry(("automotive", "汽车", "汽車"), ("Motors", "汽车", "汽車"), 90),
    "finance": Industry(("finance", "金融", "金融"), ("Finance", "投资", "投資"), 55),
    "health": Industry(("health", "卫生", "衛生"), ("Hospital", "医院", "醫院"), 80, public=True),
    "education": Industry(("education", "教育", "教育"), ("College", "学院", "學院"), 35, public=True),
    "government": Industry(("government", "政府", "政府"), ("Council", "市政管理处", "市政管理處"), 10, public=True),
    "culture": Industry(("culture", "文化", "文化"), ("Museum", "博物馆", "博物館"), 25, public=True),
    "news": Industry(("news", "新闻", "新聞"), ("Courier", "日报社", "日報社"), -40, public=True),
    "police": Industry(("police", "公安", "警察"), ("Constabulary", "公安分局", "警察分局"), 10, public=True),
}
