using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <content>Rules for rows: other columns to read, rows to leave out, changes of a state, ids of one customer.</content>
public sealed partial record EventMapping
{
    /// <summary>Other columns to read where one is missing from the source or empty in a row; each is good for every use of its column.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<ColumnFallback> Fallbacks { get; init => field = EquatableList.Of(value); } = EquatableList<ColumnFallback>.Empty;

    /// <summary>Columns that a source may lack: then they are read as empty. Any but those of <see cref="Customer"/>, <see cref="Event"/>, <see cref="Time"/> and <see cref="Filters"/>.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> OptionalColumns { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Which rows are meant: those that pass all of the filters. The others are counted in <see cref="DataQualityReport.Skipped"/>.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<RowFilter> Filters { get; init => field = EquatableList.Of(value); } = EquatableList<RowFilter>.Empty;

    /// <summary>The column of the old value, where a row tells a change from it to the value of <see cref="Event"/>. Kept as an event attribute; changes that do not fit each other are counted in <see cref="DataQualityReport.BrokenChanges"/>.</summary>
    public string? Previous { get; init; }

    /// <summary>Whether a row tells only where the customer stands now. Its event gets the attribute <see cref="EarlierStagesAttribute"/> with the value <c>unknown</c>: that no earlier stage is seen does not mean that there was none.</summary>
    public bool PresentStageOnly { get; init; }

    /// <summary>Whether an event is left out that has the name of its customer's event before, in the order of the log: a record that was saved again in the same stage. The first of them stays; the others are counted in <see cref="DataQualityReport.Collapsed"/>.</summary>
    public bool CollapseRepeats { get; init; }

    /// <summary>The column of an anonymous id (device, cookie). A row that has one and another <see cref="Customer"/> links the two: events of the anonymous id, earlier ones too, are that customer's.</summary>
    /// <remarks>
    /// An anonymous id seen with two customers (a shared device) never merges them: it goes to the one of the earliest link by the time of its event, then ordinally,
    /// and is counted in <see cref="DataQualityReport.IdentityConflicts"/>. An id that is itself a customer of such a link is no anonymous one. Links are resolved before sorting; the order of rows does not matter.
    /// </remarks>
    public string? Anonymous { get; init; }

    /// <summary>The column of an id that <see cref="Customer"/> replaces (an alias event): both are one customer, over chains and rings of any length.</summary>
    /// <remarks>The customer goes under the id that no alias replaces; of several such ids, and in a ring, under the first ordinally.</remarks>
    public string? Alias { get; init; }

    /// <summary>The rows on which <see cref="Alias"/> is one; <see langword="null"/> means every row that has something there.</summary>
    public RowFilter? AliasWhen { get; init; }

    /// <inheritdoc/>
    public bool Equals(EventMapping? other) => other is not null && Parts().SequenceEqual(other.Parts());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (object? part in Parts()) hash.Add(part);
        return hash.ToHashCode();
    }

    private object?[] Parts() =>
    [
        Rows, Customer, Event, EventPrefix, EventDetails, EventSeparator, Time, TimeFormat, DateColumns, StartedAt, RecordedAt,
        Id, IdDetails, Sequence, SequenceDetails, Channel, Score, ScoreKind, ScoreKindColumn, Question, About, Value, RoundAmounts, Currency,
        EventAttributes, CustomerAttributes, AttributeNames,
        Fallbacks, OptionalColumns, Filters, Previous, PresentStageOnly, CollapseRepeats, Anonymous, Alias, AliasWhen,
    ];
}
