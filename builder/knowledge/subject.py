"""What the briefing is about, as the editor wrote it, and as the rest of the program knows it."""

from collections.abc import Iterable
from dataclasses import replace

from builder.model.claims import Actor
from builder.model.knowledge import Subject
from builder.reconcile import parties_and_topics
from builder.records.schema import BriefingFile


def subject_of(briefing: BriefingFile) -> Subject:
    """`content/briefing.yml` without the places where its fields stand."""
    parties, topics = parties_and_topics(briefing)
    return Subject(
        title=briefing.title,
        question=briefing.question,
        description=briefing.description,
        event=briefing.event.name,
        event_start=briefing.event.start,
        event_end=briefing.event.end,
        as_of=briefing.as_of,
        parties=parties,
        topics=topics,
        published_share_limit=briefing.published_share_limit,
        search_words=tuple((entry.meant, *entry.typed) for entry in briefing.search_words),
    )


def with_known_actors(subject: Subject, actors: Iterable[Actor]) -> Subject:
    """The subject with no party naming an actor that is not there: of a party that no article names there is none."""
    known = {actor.id for actor in actors}
    parties = (party if party.actor in known else replace(party, actor=None) for party in subject.parties)
    return replace(subject, parties=tuple(parties))
