namespace QuickStart.Files;

/// <summary>How often an event happened and where in customers' time it comes.</summary>
internal sealed record EventPlace
{
    public required string Event { get; init; }

    public required long Events { get; init; }

    /// <summary>The median over customers of the place of their first such event, 0 (first of all events) to 1 (last), in hundredths.</summary>
    public required double MedianPlace { get; init; }
}
