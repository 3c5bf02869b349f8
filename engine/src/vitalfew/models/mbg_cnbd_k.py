"""MBG/CNBD-k: MBG/NBD for customers who buy at regular times.

A customer's clock ticks at a pace of its own and each k-th tick is an occasion, so the gaps between occasions are Erlang
with k stages: the larger k, the more alike they are. k = 1 is MBG/NBD. Source: Platzer and Reutterer, Ticking away the
moments: timing regularity helps to better predict customer activity, Marketing Science 35:5 (2016). Parameters as in
MBG/NBD, alpha belonging to ticks: the mean gap of a customer of pace λ is k/λ.

k is raised from 1 on as long as the likelihood rises. That needs the logarithm of every gap, of which the sum over all
customers is enough. Two orders of one day that are an occasion each lie half a day apart.
"""

from __future__ import annotations

from vitalfew.models.dropout import leaving

MBG_CNBD_K = leaving("mbg_cnbd_k", extra=1, k=1)
