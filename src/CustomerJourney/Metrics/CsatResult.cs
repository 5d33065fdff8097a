using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, the share of satisfied ones, and their mean.</summary>
public sealed record CsatResult : SurveyResult
{
    private const double Percent = 100;

    /// <summary>The question that is answered here, the scale and its top boxes included.</summary>
    public required Csat Definition { get; init; }

    /// <summary>How many answers there are of each score, from the smallest to the largest of the scale.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <inheritdoc/>
    public override long Responses => AnswersByScore.Sum();

    /// <summary>The answers in the top boxes.</summary>
    public long Satisfied => AnswersByScore.TakeLast(Definition.TopBoxes).Sum();

    /// <summary>The share of satisfied answers, 0…1; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public double? Share => ValueOf(0, Sample);

    /// <inheritdoc/>
    public override double? Value => Share;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>
    /// The share with the interval that the definition names, Wilson's by default; robust to several answers of one customer where all answers count, and at the effective number of answers with
    /// weights. <see langword="null"/> without a share, and where all answers count and come from fewer than two customers.
    /// </summary>
    public override Estimate? Estimate => EstimateOf(0, Sample, Definition.Level, () => CsatIntervals.Of(Sample, Definition.Interval, Definition.Level));

    /// <summary>
    /// The mean score with its t interval, robust likewise and cut to the scale; <see langword="null"/> with fewer than two valid answers.
    /// Scores are ordinal: a mean treats the steps of the scale as equally wide, so look at <see cref="AnswersByScore"/> too.
    /// </summary>
    public Estimate? Mean => CutTo(EstimateOf(1, MeanSample, Definition.Level), Definition.ScaleMinimum, Definition.ScaleMaximum);

    /// <summary>
    /// The mean on 0…100 with its t interval, (mean − minimum)/(maximum − minimum)·100, as the American Customer Satisfaction Index scales answers (C. Fornell and others, Journal of Marketing 60,
    /// 1996); <see langword="null"/> with fewer than two valid answers.
    /// </summary>
    public Estimate? Index => Scaled(Mean, IndexFactor, Definition.ScaleMinimum);

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms =>
    [
        new("scale", string.Create(CultureInfo.InvariantCulture, $"{Definition.ScaleMinimum}…{Definition.ScaleMaximum}, satisfied from {Definition.ScaleMaximum - Definition.TopBoxes + 1}")),
        .. SurveyText.Terms(Definition),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures
    {
        get
        {
            double? mean = ValueOf(1, MeanSample);
            return
            [
                new MetricFigure { Name = "Mean", Kind = ResultColumnKind.Number, Value = mean, Estimate = Mean },
                new MetricFigure { Name = "Index", Kind = ResultColumnKind.Number, Value = (mean - Definition.ScaleMinimum) * IndexFactor, Estimate = Index },
            ];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings =>
        Value is not null && !Definition.TrustScale && ScaleCheck.Hint(Title, (Definition.ScaleMinimum, Definition.ScaleMaximum), AnswersByScore) is { } hint ? [.. base.Warnings, hint] : base.Warnings;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => ComparedBy(Sample, Estimate, (0, 1), unit: Weighting is null ? null : "percentage points");

    /// <inheritdoc/>
    public override string Title => "CSAT";

    internal override string DefinitionName => nameof(Csat);

    internal override MetricKind? KindOnMap => MetricKind.Csat;

    private protected override IReadOnlyList<MetricCount> OwnCounts => [new("Satisfied", Satisfied)];

    /// <inheritdoc/>
    public bool Equals(CsatResult? other) => base.Equals(other) && Definition == other.Definition && AnswersByScore.SequenceEqual(other.AnswersByScore);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Responses);

    private double IndexFactor => Percent / (Definition.ScaleMaximum - Definition.ScaleMinimum);

    private ShareSample Sample => new(Satisfied, Responses);

    private MeanSample MeanSample => Scale.MeanOf(Definition.ScaleMinimum, AnswersByScore);
}
