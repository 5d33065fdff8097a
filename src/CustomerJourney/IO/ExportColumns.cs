using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The names of the columns of an export. Their order is that of the constants, then event attributes, then customer attributes, each in ordinal order; columns that a log does not have are left out.</summary>
internal static class ExportColumns
{
    public const string Customer = "customer";
    public const string Event = "event";
    public const string Time = "time";
    public const string StartedAt = "started_at";
    public const string RecordedAt = "recorded_at";
    public const string Id = "id";
    public const string Sequence = "sequence";
    public const string Channel = "channel";
    public const string Score = "score";
    public const string ScoreKind = "score_kind";
    public const string Question = "question";
    public const string About = "about";
    public const string Value = "value";
    public const string Currency = "currency";

    /// <summary>All names that attributes cannot have in a flat table, whether or not a log needs them: what a column is called must not depend on that.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        [Customer, Event, Time, StartedAt, RecordedAt, Id, Sequence, Channel, Score, ScoreKind, Question, About, Value, Currency];

    /// <summary>The mapping of a log whose attributes stand in the given columns.</summary>
    public static EventMapping MappingOf(LogColumns log, IReadOnlyList<string> eventAttributes, IReadOnlyList<string> customerAttributes) => new()
    {
        Customer = Customer,
        Event = Event,
        Time = Time,
        StartedAt = log.StartedAt is null ? null : StartedAt,
        RecordedAt = log.RecordedAt is null ? null : RecordedAt,
        Id = log.Ids is null ? null : Id,
        Sequence = log.Sequences is null ? null : Sequence,
        Channel = log.Channels is null ? null : Channel,
        Score = log.Feedback is null ? null : Score,
        ScoreKindColumn = log.Feedback is null ? null : ScoreKind,
        Question = log.Feedback?.Questions is null ? null : Question,
        About = log.Feedback?.About is null ? null : About,
        Value = log.Money is null ? null : Value,
        Currency = log.Money?.Currencies is null ? null : Currency,
        EventAttributes = eventAttributes,
        CustomerAttributes = customerAttributes,
        AttributeNames = [.. Renamed(log.EventAttributes, eventAttributes), .. Renamed(log.CustomerAttributes, customerAttributes)],
    };

    private static IEnumerable<AttributeName> Renamed(AttributeColumn[] attributes, IReadOnlyList<string> columns) =>
        attributes.Select((attribute, index) => AttributeName.For(columns[index], attribute.Name)).Where(name => name.Column != name.Name);
}
