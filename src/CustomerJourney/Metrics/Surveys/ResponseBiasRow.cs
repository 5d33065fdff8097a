using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>One thing in which those who answered may differ from those who did not: a share where it is yes or no or a level, else a mean.</summary>
public sealed record ResponseBiasRow
{
    internal ResponseBiasRow()
    {
    }

    /// <summary>What it belongs to: "Behavior", "plan".</summary>
    public required string Group { get; init; }

    /// <summary>Its name in its group.</summary>
    public required string Name { get; init; }

    /// <summary>What is measured.</summary>
    public required DriverMeasure Measure { get; init; }

    /// <summary>The respondents of whom it is known.</summary>
    public required long Respondents { get; init; }

    /// <summary>The nonrespondents of whom it is known.</summary>
    public required long Nonrespondents { get; init; }

    /// <summary>The share or mean of those who answered; <see langword="null"/> without any.</summary>
    public required double? AmongRespondents { get; init; }

    /// <summary>The share or mean of those who were asked and did not answer.</summary>
    public required double? AmongNonrespondents { get; init; }

    /// <summary>The share or mean of all customers, invited or not, of whom it is known.</summary>
    public required double? AmongAll { get; init; }

    /// <summary>How much higher the share or mean is among those who answered; <see langword="null"/> where a group is empty or nothing varies.</summary>
    public required Estimate? Difference { get; init; }

    /// <summary>The test of no difference, with its p-value alone and corrected for the number of comparisons.</summary>
    public required TestResult? Test { get; init; }

    /// <summary>The difference in standard deviations within the groups, or, where neither varies in itself, of both together; <see langword="null"/> where nothing varies.</summary>
    public required double? StandardizedDifference { get; init; }

    /// <summary>The difference of those who answered from all customers, in standard deviations. There is no test: they are among all.</summary>
    public required double? StandardizedDifferenceFromAll { get; init; }
}
