namespace CustomerJourney.Events;

/// <summary>What an attribute is called in the log, where the name of its column will not do: <c>page</c> for <c>event_params[key=page_location].value.string_value</c>.</summary>
public sealed record AttributeName
{
    /// <summary>The column that the mapping reads as an attribute.</summary>
    public required string Column { get; init; }

    /// <summary>The name of the attribute in the log.</summary>
    public required string Name { get; init; }

    /// <summary>Names the attribute that a column is read as.</summary>
    /// <param name="column">The column that the mapping reads as an attribute.</param>
    /// <param name="name">The name of the attribute in the log.</param>
    public static AttributeName For(string column, string name) => new() { Column = column, Name = name };
}
