using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>A figure beside the main one of a result: the share of promoters beside the score, for example.</summary>
public sealed record MetricFigure
{
    /// <summary>What the figure is.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are: <see cref="ResultColumnKind.Share"/>, <see cref="ResultColumnKind.Number"/> or <see cref="ResultColumnKind.Duration"/> in days.</summary>
    public required ResultColumnKind Kind { get; init; }

    /// <summary>The figure; <see langword="null"/> without data.</summary>
    public required double? Value { get; init; }

    /// <summary>The figure with its interval; <see langword="null"/> where there is too little data for one.</summary>
    public Estimate? Estimate { get; init; }
}
