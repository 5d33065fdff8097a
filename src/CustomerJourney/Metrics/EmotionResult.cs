using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>How customers felt: the mean valence, and how many answers were good, neutral and bad.</summary>
public sealed record EmotionResult : SurveyResult
{
    /// <summary>The question that is answered here.</summary>
    public required ObservedEmotion Definition { get; init; }

    /// <summary>Answers above 0.</summary>
    public required long Positive { get; init; }

    /// <summary>Answers of exactly 0.</summary>
    public required long Neutral { get; init; }

    /// <summary>Answers below 0.</summary>
    public required long Negative { get; init; }

    /// <summary>The valid answers: their number, sum and sum of squares.</summary>
    public required MeanSample Sample { get; init; }

    /// <inheritdoc/>
    public override long Responses => Sample.Count;

    /// <summary>The mean valence, −2…2; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public double? Mean => ValueOf(0, Sample);

    /// <inheritdoc/>
    public override double? Value => Mean;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with its t interval cut to the scale, robust to several answers of one customer where all answers count; <see langword="null"/> with fewer than two valid answers.</summary>
    public override Estimate? Estimate => CutTo(EstimateOf(0, Sample, Definition.Level), -ObservedEmotion.Strongest, ObservedEmotion.Strongest);

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [ShareOf(1, "Positive", Positive), ShareOf(2, "Neutral", Neutral), ShareOf(3, "Negative", Negative)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => [new("scale", "-2…2, high is good"), .. SurveyText.Terms(Definition)];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => ComparedBy(Sample, Estimate, (-ObservedEmotion.Strongest, ObservedEmotion.Strongest));

    /// <inheritdoc/>
    public override string Title => "Emotion";

    internal override string DefinitionName => nameof(ObservedEmotion);

    private protected override IReadOnlyList<MetricCount> OwnCounts => [new("Positive", Positive), new("Neutral", Neutral), new("Negative", Negative)];

    private MetricFigure ShareOf(int figure, string name, long count)
    {
        ShareSample sample = new(count, Responses);
        return ShareFigure(name, ValueOf(figure, sample), EstimateOf(figure, sample, Definition.Level));
    }
}
