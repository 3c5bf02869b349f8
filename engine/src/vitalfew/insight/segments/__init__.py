"""Customers that buy alike, found without being told what to look for (M117); whether they were so a year ago."""

from vitalfew.insight.segments.segments import Segments, segments, segments_of

__all__ = ["Segments", "segments", "segments_of"]
