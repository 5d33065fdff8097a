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

    /// <summary>The answers to the other version of the question, in the same group and counted alike, those off its scale included; they count for nothing else.</summary>
    public long OtherVersion { get; init; }

    /// <summary>The names, in ordinal order, under which answers to both versions are known to stand, where no single question was asked for; no more than eight.</summary>
    public IReadOnlyList<string> QuestionsOfBoth { get; init; } = [];

    /// <summary>The mean score, 1…7 and high is easy, or 1…5 and low is easy; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public double? Mean => ValueOf(0, MeanSample);

    /// <inheritdoc/>
    public override double? Value => Mean;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with its t interval, cut to the scale; <see langword="null"/> with fewer than two valid answers.</summary>
    public override Estimate? Estimate => CutTo(EstimateOf(0, MeanSample, Definition.Level), 1, Definition.ScaleMaximum);

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

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = [.. base.Warnings];
            if (Value is not null && OtherVersion > 0)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.OtherVersion, $"{CountText.Of(OtherVersion, "answer")} {CountText.Be(OtherVersion)} to {Definition.OtherTitle}, which asks another question on another scale; {(OtherVersion == 1 ? "it counts" : "they count")} for nothing in {Title}{(QuestionsOfBoth.Count == 0 ? "" : $", though answers to both stand under the same name ({SurveyText.Names(QuestionsOfBoth)})")}. Do not read the two as one series."));
            if (Value is not null && !Definition.TrustScale && ScaleCheck.Hint(Title, (1, Definition.ScaleMaximum), AnswersByScore) is { } hint) warnings.Add(hint);
            return warnings;
        }
    }

    internal override string DefinitionName => nameof(Ces);

    internal override MetricKind? KindOnMap => Definition.Version == CesVersion.Version2 ? MetricKind.Ces : MetricKind.Custom;

    private protected override IReadOnlyList<MetricCount> OwnCounts => [new("Easy", Easy), new("Difficult", Difficult), new($"Answers to {Definition.OtherTitle}", OtherVersion)];

    private protected override NoValue WhyWithoutAnswers => Invalid > 0 || OtherVersion == 0 ? base.WhyWithoutAnswers : new NoValue
    {
        Reason = NoValueReason.NoData,
        Message = string.Create(CultureInfo.InvariantCulture, $"There are no answers to {Title}; {OtherVersion} {CountText.Be(OtherVersion)} to {Definition.OtherTitle}: ask for that with {nameof(Ces.Version)}."),
    };

    /// <inheritdoc/>
    public bool Equals(CesResult? other) => base.Equals(other) && Definition == other.Definition && AnswersByScore.SequenceEqual(other.AnswersByScore)
        && OtherVersion == other.OtherVersion && QuestionsOfBoth.SequenceEqual(other.QuestionsOfBoth);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Responses);

    /// <summary>The result with what was found of the other version: a question has one version, so one that holds answers to both is refused.</summary>
    internal CesResult Beside(CesResult other)
    {
        long others = other.Responses + other.Invalid, own = Responses + Invalid + (Weighting?.InvalidWeights ?? 0);
        return this with
        {
            OtherVersion = others,
            QuestionsOfBoth = Array.AsReadOnly<string>([.. Questions.Intersect(other.Questions, StringComparer.Ordinal).Where(name => name.Length > 0)]),
            Refusal = own == 0 || others == 0 || Definition.TrustScale || Definition.Question is not { } question ? Refusal : new NoValue
            {
                Reason = NoValueReason.MixedScales,
                Message = string.Create(
                    CultureInfo.InvariantCulture,
                    $"The question '{question}' holds {CountText.Of(own, "answer")} to {Title} and {others} to {Definition.OtherTitle}, which ask on other scales, and what is good on one is bad on the other. Give each version a question of its own, or the answers that were read wrongly their kind: Ces on 1…7, Ces1 on 1…5. If the survey did change its version, set TrustScale for the answers to {Title} alone."),
            },
        };
    }

    private long Easy => Scale.Count(AnswersByScore, Definition.FigureValues[1]);

    private long Difficult => Scale.Count(AnswersByScore, Definition.FigureValues[2]);

    private NetSample NetSample => new(Easy, Responses - Easy - Difficult, Difficult);

    private MeanSample MeanSample => Scale.MeanOf(1, AnswersByScore);
}
