using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>Which column is what: one mapping for every kind of source, to be copied with <c>with</c>. Ready ones for the exports of CRM and tracking systems lie in <c>EventMappings</c>.</summary>
/// <remarks>
/// A column is named as the source names it: by the header of a CSV file, by the query of a database, by a path such as <c>value.offer id</c> in JSON (see <c>JourneyLog.ReadJsonLinesAsync</c>).
/// A row gives one event, by <see cref="Event"/> and <see cref="Time"/>, and one more for each of its <see cref="DateColumns"/> that has a date.
/// Names are data and kept as they are; only <see cref="EventPrefix"/> and <see cref="EventDetails"/> compose them, where asked.
/// Equal by value, the lists included.
/// </remarks>
public sealed partial record EventMapping
{
    /// <summary>The name of the event attribute that <see cref="PresentStageOnly"/> sets.</summary>
    public const string EarlierStagesAttribute = "earlier stages";

    /// <summary>The value of <see cref="EarlierStagesAttribute"/> that says so.</summary>
    internal const string EarlierStagesUnknown = "unknown";

    /// <summary>In nested JSON, the path of the list whose items are rows, from the record down: <c>results[].propertiesWithHistory.lifecyclestage[]</c>. Other sources have no such list.</summary>
    /// <remarks>
    /// Columns are then paths from such an item; <c>^.id</c> is a field of the object that the list lies in (the item of <c>results</c>),
    /// <c>^.^.id</c> of the one around that: one <c>^</c> a list.
    /// </remarks>
    public string? Rows { get; init; }

    /// <summary>The column of the customer id.</summary>
    public required string Customer { get; init; }

    /// <summary>The column of the event name; <see langword="null"/> where <see cref="DateColumns"/> alone give events.</summary>
    public string? Event { get; init; }

    /// <summary>Text before the value of <see cref="Event"/>, such as <c>stage:</c>.</summary>
    public string? EventPrefix { get; init; }

    /// <summary>Further columns whose values follow that of <see cref="Event"/> in the event name, each after the <see cref="EventSeparator"/>; empty ones are passed over.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> EventDetails { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>What stands between the parts of a composed event name; a colon and a space by default.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public string EventSeparator
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ": ";

    /// <summary>The column of the time at which the event of <see cref="Event"/> happened; <see langword="null"/> where <see cref="DateColumns"/> alone give events.</summary>
    public string? Time { get; init; }

    /// <summary>How the columns <see cref="Time"/>, <see cref="StartedAt"/>, <see cref="RecordedAt"/> and <see cref="DateColumns"/> are written.</summary>
    /// <exception cref="ArgumentNullException">The format is null.</exception>
    public TimeFormat TimeFormat
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeFormat.Iso8601;

    /// <summary>Columns of times each of which is an event of its own, in the order of the source; an empty cell is no event. The id of such an event is that of the row and the column.</summary>
    /// <remarks>A cell that cannot be read rejects its own event and no other. Channel, attributes, sequence and <see cref="RecordedAt"/> of the row are those of each event.</remarks>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<DateColumn> DateColumns { get; init => field = EquatableList.Of(value); } = EquatableList<DateColumn>.Empty;

    /// <summary>The column of the time at which the event began.</summary>
    public string? StartedAt { get; init; }

    /// <summary>The column of the time at which the system learned of the event.</summary>
    public string? RecordedAt { get; init; }

    /// <summary>The column of the event id.</summary>
    public string? Id { get; init; }

    /// <summary>Further columns without which <see cref="Id"/> is not unique; the id in the log is all of them, with the unit separator U+001F in between.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> IdDetails { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>The column of a whole number that orders the events of a customer at one instant.</summary>
    public string? Sequence { get; init; }

    /// <summary>Further columns of whole numbers that order events with the same <see cref="Sequence"/>, compared one after the other; a missing number comes first.</summary>
    /// <remarks>With details, the sequence of an event in the log is its place among all different ones there are, from 0. Places of two logs do not compare: read files that belong together as one log instead of merging logs.</remarks>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> SequenceDetails { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>The column of the channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The column of a survey score; needs <see cref="ScoreKind"/>. Rows with an empty cell are events without an answer.</summary>
    public string? Score { get; init; }

    /// <summary>What the scores answer; of rows that <see cref="ScoreKindColumn"/> does not tell it.</summary>
    public FeedbackKind ScoreKind { get; init; }

    /// <summary>The column of the kind of a score (<c>Nps</c>, <c>Csat</c>, <c>Ces</c>, <c>Emotion</c>, <c>None</c>), where a source holds answers of several kinds.</summary>
    public string? ScoreKindColumn { get; init; }

    /// <summary>The column of the question or survey of a score.</summary>
    public string? Question { get; init; }

    /// <summary>The column of the touchpoint that a score is about.</summary>
    public string? About { get; init; }

    /// <summary>The column of an amount of money: a number of at most four decimals, with or without an exponent (<c>1.25E7</c>).</summary>
    /// <remarks>
    /// The trace of binary floating point is taken off: a number that differs by less than 10⁻¹⁵ of itself from one of four decimals is that one, as 59.970000000000006 is 59.97.
    /// No number of up to 15 digits is changed by that. <see cref="RoundAmounts"/> says what becomes of other numbers with more decimals.
    /// </remarks>
    public string? Value { get; init; }

    /// <summary>Whether an amount with more than four decimals is rounded to four, half to even, and counted in <see cref="DataQualityReport.SourceCounts"/>; by default its row is rejected.</summary>
    public bool RoundAmounts { get; init; }

    /// <summary>The column of the currency of <see cref="Value"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Columns that say something about the event.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> EventAttributes { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Columns that say something about the customer; the customer's last event that has a value wins.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> CustomerAttributes { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>What attributes are called in the log; those that are not listed have the names of their columns.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<AttributeName> AttributeNames { get; init => field = EquatableList.Of(value); } = EquatableList<AttributeName>.Empty;
}
