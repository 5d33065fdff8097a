using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>A column of times each of which is an event: the "date entered" columns of wide CRM exports. Equal by value.</summary>
public sealed record DateColumn
{
    /// <summary>The column, or a family of columns with one <c>*</c>, which stands for at least one character: <c>hs_v2_date_entered_*</c>.</summary>
    /// <remarks>A family needs a source that names its columns (a CSV header, a database); in JSON the columns are named one by one.</remarks>
    public required string Column { get; init; }

    /// <summary>The name of the event. In a family, a <c>*</c> in it is what the <c>*</c> of the column stands for: <c>stage:*</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Columns that do not belong to the family although their names fit: <c>hs_v2_date_entered_current_stage</c> is no stage. Empty for a single column.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<string> Except { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Names a column of times, and the event that each of them is.</summary>
    /// <param name="column">The column, or a family of columns with one <c>*</c>.</param>
    /// <param name="eventName">The name of the event; a <c>*</c> in it is what the <c>*</c> of the column stands for.</param>
    public static DateColumn For(string column, string eventName) => new() { Column = column, Event = eventName };
}
