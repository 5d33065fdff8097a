using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Promoters, passives and detractors, and the score that follows from them.</summary>
public sealed record NpsResult : MetricResult
{
    private const double Points = 100;

    // With fewer answers the score is known no better than to 20 points either way.
    private const long FewForNetScore = 50;
    private const double WidePoints = 50;

    /// <summary>The question that is answered here.</summary>
    public required Nps Definition { get; init; }

    /// <summary>Answers of 9 and 10.</summary>
    public required long Promoters { get; init; }

    /// <summary>Answers of 7 and 8.</summary>
    public required long Passives { get; init; }

    /// <summary>Answers of 0 to 6.</summary>
    public required long Detractors { get; init; }

    /// <summary>Answers that are not whole numbers from 0 to 10; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>The valid answers.</summary>
    public long Responses => Promoters + Passives + Detractors;

    /// <summary>The score, −100…100, not rounded; <see langword="null"/> without valid answers.</summary>
    public double? Score => Sample.Value * Points;

    /// <inheritdoc/>
    public override double? Value => Score;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string Unit => "points";

    /// <summary>
    /// The score with its adjusted Wald interval (B. Rocks, The American Statistician 70, 2016), robust to several answers of one customer where all answers count.
    /// The interval is drawn toward 0, so with very few answers the score can lie outside it.
    /// <see langword="null"/> without valid answers, and where all answers count and come from fewer than two customers.
    /// </summary>
    public override Estimate? Estimate
    {
        get
        {
            Estimate? net = Sample.Interval(Definition.Level, Clusters);
            return net is null ? null : net with { Value = net.Value * Points, Lower = net.Lower * Points, Upper = net.Upper * Points };
        }
    }

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => SurveyText.WhyNoValue(Score, Title, Invalid);

    /// <inheritdoc/>
    public override long Observations => Responses;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
        [new("Responses", Responses), new("Customers", Customers), new("Promoters", Promoters), new("Passives", Passives), new("Detractors", Detractors), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => [new("scale", "0…10, promoters from 9, detractors to 6"), .. SurveyText.Terms(Definition.Counting, Definition.Level)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this, Invalid);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Scale = Points, Unit = "points" }];

    /// <inheritdoc/>
    public override string Title => "NPS";

    /// <summary>Sums over customers, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public ClusterTotals? Clusters { get; init; }

    internal override string DefinitionName => nameof(Nps);

    internal override MetricKind? KindOnMap => MetricKind.Nps;

    internal override long FewObservations => FewForNetScore;

    internal override double? WideInterval => WidePoints;

    private NetSample Sample => new(Promoters, Passives, Detractors);
}
