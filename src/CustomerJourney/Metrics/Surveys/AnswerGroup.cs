using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>The answers that were given in one place: after one touchpoint, on one path, so long after the first event.</summary>
public sealed record AnswerGroup
{
    /// <summary>By what answers are grouped: "Last touchpoint", "Path", the name of an attribute.</summary>
    public required string By { get; init; }

    /// <summary>The group.</summary>
    public required string Name { get; init; }

    /// <summary>How many answers there are.</summary>
    public required long Answers { get; init; }

    /// <summary>From how many customers.</summary>
    public required long Customers { get; init; }

    /// <summary>The mean outcome, in the unit of the outcome; <see langword="null"/> without answers.</summary>
    public required double? Value { get; init; }

    /// <summary>The mean outcome with its interval, over customers where several answers of one count; <see langword="null"/> with too few for one.</summary>
    public required Estimate? Estimate { get; init; }
}
