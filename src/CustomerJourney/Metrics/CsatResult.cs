using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, the share of satisfied ones, and their mean.</summary>
public sealed record CsatResult : MetricResult
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

    /// <inheritdoc/>
    public override double? Value => Share;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>
    /// The share with its Wilson interval, robust to several answers of one customer where all answers count.
    /// <see langword="null"/> without valid answers, and where all answers count and come from fewer than two customers.
    /// </summary>
    public override Estimate? Estimate => Sample.Interval(Definition.Level, Clusters);

    /// <summary>
    /// The mean score with its t interval, robust likewise; <see langword="null"/> with fewer than two valid answers.
    /// Scores are ordinal: a mean treats the steps of the scale as equally wide, so look at <see cref="AnswersByScore"/> too.
    /// </summary>
    public Estimate? Mean => MeanSample.Interval(Definition.Level, MeanClusters);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => SurveyText.WhyNoValue(Share, Title, Invalid);

    /// <inheritdoc/>
    public override long Observations => Responses;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Responses", Responses), new("Customers", Customers), new("Satisfied", Satisfied), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms =>
    [
        new("scale", string.Create(CultureInfo.InvariantCulture, $"{Definition.ScaleMinimum}…{Definition.ScaleMaximum}, satisfied from {Definition.ScaleMaximum - Definition.TopBoxes + 1}")),
        .. SurveyText.Terms(Definition.Counting, Definition.Level),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [new MetricFigure { Name = "Mean", Kind = ResultColumnKind.Number, Value = MeanSample.Value, Estimate = Mean }];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this, Invalid);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    /// <inheritdoc/>
    public override string Title => "CSAT";

    internal override string DefinitionName => nameof(Csat);

    internal override MetricKind? KindOnMap => MetricKind.Csat;

    private ShareSample Sample => new(Satisfied, Responses);

    private MeanSample MeanSample => Scale.MeanOf(Definition.ScaleMinimum, AnswersByScore);
}
