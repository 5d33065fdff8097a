using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Answers by score, their mean, and the shares of easy and difficult answers.</summary>
/// <remarks>Intervals are robust to several answers of one customer where all answers count, and then <see langword="null"/> with fewer than two customers.</remarks>
public sealed record CesResult : SurveyResult
{
    /// <summary>The question that is answered here.</summary>
    public required Ces Definition { get; init; }

    /// <summary>How many answers there are of each score, from 1 to 7, or to 5 for version 1.0.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <inheritdoc/>
    public override long Responses => AnswersByScore.Sum();

    /// <summary>The mean score, 1…7 and high is easy, or 1…5 and low is easy; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public double? Mean => ValueOf(0, MeanSample);

    /// <inheritdoc/>
    public override double? Value => Mean;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with its t interval; <see langword="null"/> with fewer than two valid answers.</summary>
    public override Estimate? Estimate => EstimateOf(0, MeanSample, Definition.Level);

    /// <summary>The share of easy answers (5 to 7; 1 and 2 in version 1.0), 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? EasyShare => EstimateOf(1, new ShareSample(Easy, Responses), Definition.Level);

    /// <summary>The share of difficult answers (1 to 3; 4 and 5 in version 1.0), 0…1, with its Wilson interval; <see langword="null"/> without valid answers.</summary>
    public Estimate? DifficultShare => EstimateOf(2, new ShareSample(Difficult, Responses), Definition.Level);

    /// <summary>The share of easy answers less that of difficult ones, −1…1, with its adjusted Wald interval, or score interval for few answers; <see langword="null"/> without valid answers.</summary>
    public Estimate? NetEasyShare => EstimateOf(3, NetSample, Definition.Level, () => NpsIntervals.Of(NetSample, NpsInterval.Automatic, Definition.Level), (1, 2));

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms =>
    [
        new("version", Definition.Version == CesVersion.Version1 ? "1.0" : "2.0"),
        new("scale", string.Create(CultureInfo.InvariantCulture, $"1…{Definition.ScaleMaximum}, {(Definition.Version == CesVersion.Version1 ? "low" : "high")} is easy")),
        .. SurveyText.Terms(Definition),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        ShareFigure("Easy", ValueOf(1, new ShareSample(Easy, Responses)), EasyShare),
        ShareFigure("Difficult", ValueOf(2, new ShareSample(Difficult, Responses)), DifficultShare),
        ShareFigure("Net easy", ValueOf(3, NetSample), NetEasyShare),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => ComparedBy(MeanSample, Estimate, (1, Definition.ScaleMaximum));

    /// <inheritdoc/>
    public override string Title => Definition.Title;

    internal override string DefinitionName => nameof(Ces);

    internal override MetricKind? KindOnMap => Definition.Version == CesVersion.Version2 ? MetricKind.Ces : MetricKind.Custom;

    private protected override IReadOnlyList<MetricCount> OwnCounts => [new("Easy", Easy), new("Difficult", Difficult)];

    /// <inheritdoc/>
    public bool Equals(CesResult? other) => base.Equals(other) && Definition == other.Definition && AnswersByScore.SequenceEqual(other.AnswersByScore);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Responses);

    private long Easy => Scale.Count(AnswersByScore, Definition.FigureValues[1]);

    private long Difficult => Scale.Count(AnswersByScore, Definition.FigureValues[2]);

    private NetSample NetSample => new(Easy, Responses - Easy - Difficult, Difficult);

    private MeanSample MeanSample => Scale.MeanOf(1, AnswersByScore);
}
