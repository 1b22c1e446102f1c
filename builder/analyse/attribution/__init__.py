"""Parsed text → who said what: content, cue and source spans, chosen by weights learnt from annotated news."""
