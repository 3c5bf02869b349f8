"""Probability models of buying: how often customers come back, and what they spend."""

from collections.abc import Mapping

from vitalfew.models.bg_nbd import BG_NBD
from vitalfew.models.mbg_cnbd_k import MBG_CNBD_K
from vitalfew.models.mbg_nbd import MBG_NBD
from vitalfew.models.model import Model
from vitalfew.models.pareto_nbd import PARETO_NBD

MODELS: Mapping[str, Model] = {model.name: model for model in (BG_NBD, MBG_NBD, PARETO_NBD, MBG_CNBD_K)}
"""Name → model, the one taken by default first."""

__all__ = ["MODELS", "Model"]
