"""What the briefing is about, as the editor wrote it, and as the rest of the program knows it."""

from builder.model.ids import ActorId, PartyId, TopicId
from builder.model.knowledge import Party, Subject, Topic
from builder.records.schema import BriefingFile


def subject_of(briefing: BriefingFile) -> Subject:
    """`content/briefing.yml` without the places where its fields stand."""
    return Subject(
        title=briefing.title,
        question=briefing.question,
        description=briefing.description,
        event=briefing.event.name,
        event_start=briefing.event.start,
        event_end=briefing.event.end,
        as_of=briefing.as_of,
        parties=tuple(
            Party(
                PartyId(entry.id),
                entry.name,
                ActorId(entry.actor) if entry.actor else None,
                entry.names,
                entry.formerly,
            )
            for entry in briefing.parties
        ),
        topics=tuple(
            Topic(TopicId(entry.id), entry.name, entry.vocabulary, entry.formerly) for entry in briefing.issues
        ),
        published_share_limit=briefing.published_share_limit,
        withhold_lost=briefing.on_lost_evidence == "withhold",
    )
