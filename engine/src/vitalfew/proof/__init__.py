"""A scheme held against what came after it graded: how good the grades of earlier days were, beside simpler methods."""
