"""Briefing Builder: a folder of news articles in, a briefing site out, every sentence with its passage."""

__version__ = "0.1.0"
