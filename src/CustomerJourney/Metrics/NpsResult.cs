using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Promoters, passives and detractors, and the score that follows from them.</summary>
public sealed record NpsResult : SurveyResult
{
    private const double Points = 100;

    // With fewer answers the score is known no better than to 20 points either way.
    private const long FewForNetScore = 50;
    private const double WidePoints = 50;

    // Exact coverage at 95 %: 0.94 on the mean at 100 answers, 0.86 at 10.
    private const long FewForWald = 100;

    // Where people use 1 this often, some use 0, if the scale has it.
    private const long AnswersThatShowZero = 100;
    private const double NotableShare = 0.05;

    /// <summary>The question that is answered here.</summary>
    public required Nps Definition { get; init; }

    /// <summary>How many answers there are of each score, from the smallest to the largest of the scale: 0, 1, … 10.</summary>
    public required IReadOnlyList<long> AnswersByScore { get; init; }

    /// <summary>Answers of 9 and 10.</summary>
    public required long Promoters { get; init; }

    /// <summary>Answers of 7 and 8.</summary>
    public required long Passives { get; init; }

    /// <summary>Answers of 0 to 6.</summary>
    public required long Detractors { get; init; }

    /// <inheritdoc/>
    public override long Responses => Promoters + Passives + Detractors;

    /// <summary>The score, −100…100, not rounded; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public double? Score => ValueOf(0, Sample) * Points;

    /// <inheritdoc/>
    public override double? Value => Score;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string Unit => "points";

    /// <summary>
    /// The score with the interval that the definition names; robust to several answers of one customer where all answers count, and at the effective number of answers with weights.
    /// Adjusted intervals are drawn toward 0, so with very few answers the score can lie outside.
    /// <see langword="null"/> without a score, and where all answers count and come from fewer than two customers.
    /// </summary>
    public override Estimate? Estimate => Scaled(Unscaled, Points);

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [ShareOf(1, "Promoters", Promoters), ShareOf(2, "Passives", Passives), ShareOf(3, "Detractors", Detractors)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms
    {
        get
        {
            NonStandardNps cuts = Definition.Cuts;
            List<MetricTerm> terms = [new("scale", $"{Number(cuts.ScaleMinimum)}…{Number(cuts.ScaleMaximum)}, promoters from {Number(cuts.PromotersFrom)}, detractors to {Number(cuts.DetractorsTo)}")];
            if (Definition.NonStandard is not null) terms.Add(new("non-standard", "yes"));
            if (Definition.OfEmployees) terms.Add(new("respondents", "employees"));
            terms.AddRange(SurveyText.Terms(Definition));
            return terms;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = [.. base.Warnings];
            if (Value is not null && Definition.NonStandard is null && !Definition.TrustScale && Responses >= AnswersThatShowZero && AnswersByScore[0] == 0 && AnswersByScore[1] >= NotableShare * Responses)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"{AnswersByScore[1]} answers to {Title} are 1 and none is 0: were they given on 1…10, which is no NPS?"));
            if (Value is not null && Definition.Interval == NpsInterval.Wald && Responses < FewForWald)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Method, $"Wald's interval of {Title} covers too little below {FewForWald} answers: use {NpsInterval.Automatic}."));
            if (Value is not null && !Definition.TrustScale && ScaleCheck.Hint(Title, (Definition.Cuts.ScaleMinimum, Definition.Cuts.ScaleMaximum), AnswersByScore) is { } hint) warnings.Add(hint);
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => ComparedBy(Sample, Unscaled, (-1, 1), Points, "points");

    /// <inheritdoc/>
    public override string Title => Definition.Title;

    internal override string DefinitionName => nameof(Nps);

    internal override MetricKind? KindOnMap => Definition is { OfEmployees: false, NonStandard: null } ? MetricKind.Nps : MetricKind.Custom;

    internal override long FewObservations => FewForNetScore;

    internal override double? WideInterval => WidePoints;

    private protected override IReadOnlyList<MetricCount> OwnCounts => [new("Promoters", Promoters), new("Passives", Passives), new("Detractors", Detractors)];

    /// <inheritdoc/>
    public bool Equals(NpsResult? other) => base.Equals(other) && Definition == other.Definition && AnswersByScore.SequenceEqual(other.AnswersByScore) && (Promoters, Passives, Detractors) == (other.Promoters, other.Passives, other.Detractors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Responses);

    private Estimate? Unscaled => EstimateOf(0, Sample, Definition.Level, () => NpsIntervals.Of(Sample, Definition.Interval, Definition.Level), (1, 3));

    private NetSample Sample => new(Promoters, Passives, Detractors);

    private MetricFigure ShareOf(int figure, string name, long count)
    {
        ShareSample sample = new(count, Responses);
        return ShareFigure(name, ValueOf(figure, sample), EstimateOf(figure, sample, Definition.Level));
    }
}
