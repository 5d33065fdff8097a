using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, the share of satisfied ones, and their mean.</summary>
public sealed record CsatResult : IComparableResult
{
    /// <summary>The question that is answered here, the scale and its top boxes included.</summary>
    public required Csat Definition { get; init; }

    /// <summary>How many answers there are of each score, from the smallest to the largest of the scale.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <summary>Answers that are not whole numbers of the scale; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>Sums over customers for the share, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    /// <summary>Sums over customers for the mean, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? MeanClusters { get; init; }

    /// <summary>The valid answers.</summary>
    public long Responses => AnswersByScore.Sum();

    /// <summary>The answers in the top boxes.</summary>
    public long Satisfied => AnswersByScore.TakeLast(Definition.TopBoxes).Sum();

    /// <summary>The share of satisfied answers, 0…1; <see langword="null"/> without valid answers.</summary>
    public double? Share => Sample.Value;

    /// <summary>
    /// The share with its Wilson interval, robust to several answers of one customer where all answers count.
    /// <see langword="null"/> without valid answers, and where all answers count and come from fewer than two customers.
    /// </summary>
    public Estimate? Estimate => Sample.Interval(Definition.Level, Clusters);

    /// <summary>
    /// The mean score with its t interval, robust likewise; <see langword="null"/> with fewer than two valid answers.
    /// Scores are ordinal: a mean treats the steps of the scale as equally wide, so look at <see cref="AnswersByScore"/> too.
    /// </summary>
    public Estimate? Mean => Scale.MeanOf(Definition.ScaleMinimum, AnswersByScore).Interval(Definition.Level, MeanClusters);

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    /// <inheritdoc/>
    public string Title => "CSAT";

    private ShareSample Sample => new(Satisfied, Responses);

    /// <inheritdoc/>
    public ResultTable ToTable() => MetricTable.Of(
        Title, ResultColumnKind.Share, Share, Estimate, [("Responses", Responses), ("Customers", Customers), ("Satisfied", Satisfied), ("Invalid", Invalid)]);
}
