using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Ready mappings for the exports of CRM and tracking systems: plain values, to be copied and changed with <c>with</c>.</summary>
/// <remarks>
/// Each says which export of which vendor it fits, how that writes times, and by what duplicates are found (<see cref="ReadOptions.Duplicates"/> says what is done with them).
/// Columns that only some exports have are read where they are there. Fields of your own are added as attributes:
/// <code>EventMappings.Segment with { EventAttributes = [.. EventMappings.Segment.EventAttributes, "properties.plan"] }</code>
/// </remarks>
public static partial class EventMappings
{
    /// <summary>Survey answers of any tool, a row an answer (CSV): columns <c>customer</c> (or <c>respondent</c>), <c>question</c>, <c>submitted_at</c>, <c>score</c>, <c>response_id</c> and, where there are, <c>channel</c>, <c>wave</c> and <c>text</c>.</summary>
    /// <param name="kind">What the scores answer.</param>
    /// <returns>A mapping to events <c>survey:</c> and the question. Times are ISO 8601, UTC where no zone is written. Duplicates have the same response id and question.</returns>
    /// <remarks>Answers without a score (texts only) are events without an answer.</remarks>
    public static EventMapping Survey(FeedbackKind kind) => new()
    {
        Customer = "customer",
        Event = "question",
        EventPrefix = "survey:",
        Time = "submitted_at",
        Id = "response_id",
        IdDetails = ["question"],
        Channel = "channel",
        Score = "score",
        ScoreKind = kind,
        Question = "question",
        EventAttributes = ["wave", "text"],
        Fallbacks = [ColumnFallback.For("customer", "respondent")],
        OptionalColumns = ["channel", "wave", "text"],
    };
}
