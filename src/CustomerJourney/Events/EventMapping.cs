namespace CustomerJourney.Events;

/// <summary>Which column is what: one mapping for every kind of source, to be copied with <c>with</c>.</summary>
/// <remarks>
/// A column is named as the source names it: by the header of a CSV file, by the query of a database, by a path such as <c>value.offer id</c> in JSON (see <c>JourneyLog.ReadJsonLinesAsync</c>).
/// Equal by value, the attribute lists included.
/// </remarks>
public sealed record EventMapping
{
    /// <summary>In nested JSON, the path of the list whose items are rows, from the record down: <c>results[].propertiesWithHistory.lifecyclestage[]</c>. Other sources have no such list.</summary>
    /// <remarks>
    /// Columns are then paths from such an item; <c>^.id</c> is a field of the object that the list lies in (the item of <c>results</c>),
    /// <c>^.^.id</c> of the one around that: one <c>^</c> a list.
    /// </remarks>
    public string? Rows { get; init; }

    /// <summary>The column of the customer id.</summary>
    public required string Customer { get; init; }

    /// <summary>The column of the event name.</summary>
    public required string Event { get; init; }

    /// <summary>The column of the time at which the event happened.</summary>
    public required string Time { get; init; }

    /// <summary>How the columns <see cref="Time"/>, <see cref="StartedAt"/> and <see cref="RecordedAt"/> are written.</summary>
    public TimeFormat TimeFormat { get; init; } = TimeFormat.Iso8601;

    /// <summary>The column of the time at which the event began.</summary>
    public string? StartedAt { get; init; }

    /// <summary>The column of the time at which the system learned of the event.</summary>
    public string? RecordedAt { get; init; }

    /// <summary>The column of the event id.</summary>
    public string? Id { get; init; }

    /// <summary>The column of a whole number that orders the events of a customer at one instant.</summary>
    public string? Sequence { get; init; }

    /// <summary>The column of the channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The column of a survey score; needs <see cref="ScoreKind"/>. Rows with an empty cell are events without an answer.</summary>
    public string? Score { get; init; }

    /// <summary>What the scores answer.</summary>
    public FeedbackKind ScoreKind { get; init; }

    /// <summary>The column of the question or survey of a score.</summary>
    public string? Question { get; init; }

    /// <summary>The column of the touchpoint that a score is about.</summary>
    public string? About { get; init; }

    /// <summary>The column of an amount of money.</summary>
    public string? Value { get; init; }

    /// <summary>The column of the currency of <see cref="Value"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Columns that say something about the event.</summary>
    public IReadOnlyList<string> EventAttributes { get; init => field = [.. value]; } = [];

    /// <summary>Columns that say something about the customer; the customer's last event that has a value wins.</summary>
    public IReadOnlyList<string> CustomerAttributes { get; init => field = [.. value]; } = [];

    /// <inheritdoc/>
    public bool Equals(EventMapping? other) =>
        other is not null && Scalars() == other.Scalars() && Texts() == other.Texts()
        && EventAttributes.SequenceEqual(other.EventAttributes) && CustomerAttributes.SequenceEqual(other.CustomerAttributes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scalars(), Texts(), EventAttributes.Count, CustomerAttributes.Count);

    private (string?, string, string, string, TimeFormat, FeedbackKind) Scalars() => (Rows, Customer, Event, Time, TimeFormat, ScoreKind);

    private (string?, string?, string?, string?, string?, string?, string?, string?, string?, string?) Texts() =>
        (StartedAt, RecordedAt, Id, Sequence, Channel, Score, Question, About, Value, Currency);
}
