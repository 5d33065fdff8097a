namespace CustomerJourney.Benchmarks.Baseline;

/// <summary>An event as a program without the library would hold it.</summary>
internal sealed class Event
{
    public required string Customer { get; init; }

    public required string Name { get; init; }

    public required DateTime At { get; init; }

    public required string Channel { get; init; }

    public required int? Score { get; init; }

    /// <summary>Filled by <see cref="LinqBaseline.Classify"/>.</summary>
    public string? Stage { get; set; }
}
