using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, their mean, and the shares of easy and difficult answers.</summary>
/// <remarks>Intervals are robust to several answers of one customer where all answers count, and then <see langword="null"/> with fewer than two customers.</remarks>
public sealed record CesResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required Ces Definition { get; init; }

    /// <summary>How many answers there are of 1, 2, … 7; seven counts.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <summary>Answers that are not whole numbers from 1 to 7; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>Sums over customers for the mean, the easy, the difficult and the net share, in this order, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public IReadOnlyList<ClusterTotals>? Clusters { get; init; }

    /// <summary>The valid answers.</summary>
    public long Responses => AnswersByScore.Sum();

    /// <summary>The mean score, 1…7; <see langword="null"/> without valid answers.</summary>
    public double? Mean => MeanSample.Value;

    /// <inheritdoc/>
    public override double? Value => Mean;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with its t interval; <see langword="null"/> with fewer than two valid answers.</summary>
    public override Estimate? Estimate => MeanSample.Interval(Definition.Level, Clusters?[0]);

    /// <summary>The share of answers from 5 to 7, 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? EasyShare => new ShareSample(Easy, Responses).Interval(Definition.Level, Clusters?[1]);

    /// <summary>The share of answers from 1 to 3, 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? DifficultShare => new ShareSample(Difficult, Responses).Interval(Definition.Level, Clusters?[2]);

    /// <summary>The share of easy answers less that of difficult ones, −1…1, with its adjusted Wald interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? NetEasyShare => new NetSample(Easy, AnswersByScore[3], Difficult).Interval(Definition.Level, Clusters?[3]);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => SurveyText.WhyNoValue(Mean, Title, Invalid);

    /// <inheritdoc/>
    public override long Observations => Responses;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Responses", Responses), new("Customers", Customers), new("Easy", Easy), new("Difficult", Difficult), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => [new("scale", "1…7, high is easy"), .. SurveyText.Terms(Definition.Counting, Definition.Level)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        new MetricFigure { Name = "Easy", Kind = ResultColumnKind.Share, Value = EasyShare?.Value, Estimate = EasyShare },
        new MetricFigure { Name = "Difficult", Kind = ResultColumnKind.Share, Value = DifficultShare?.Value, Estimate = DifficultShare },
        new MetricFigure { Name = "Net easy", Kind = ResultColumnKind.Share, Value = NetEasyShare?.Value, Estimate = NetEasyShare },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this, Invalid);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = MeanSample }];

    /// <inheritdoc/>
    public override string Title => "CES";

    internal override string DefinitionName => nameof(Ces);

    internal override MetricKind? KindOnMap => MetricKind.Ces;

    private long Easy => AnswersByScore[4] + AnswersByScore[5] + AnswersByScore[6];

    private long Difficult => AnswersByScore[0] + AnswersByScore[1] + AnswersByScore[2];

    private MeanSample MeanSample => Scale.MeanOf(1, AnswersByScore);
}
