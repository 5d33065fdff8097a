using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The index of customer experience, the parts that it is made of, and how well they go together.</summary>
public sealed record ExperienceIndexResult : MetricResult
{
    // J. C. Nunnally, Psychometric Theory (1978): the least that research should go by.
    private const double LeastAlpha = 0.7;
    private const double WidePoints = 30;
    private const double MostPoints = 100;

    /// <summary>The question that is answered here.</summary>
    public required ExperienceIndex Definition { get; init; }

    /// <summary>The indices of respondents, 0…100.</summary>
    public required MeanSample Sample { get; init; }

    /// <summary>For each part, its scores 0…100 of the same respondents.</summary>
    public required IReadOnlyList<MeanSample> PartSamples { get; init; }

    /// <summary>For each part, how many customers gave a valid answer, those included who left out another part.</summary>
    public required IReadOnlyList<long> AnswersByPart { get; init; }

    /// <summary>Customers who answered some parts and not all of them validly; they have no index.</summary>
    public required long Incomplete { get; init; }

    /// <summary>Latest answers that are not on the scale of their part.</summary>
    public required long Invalid { get; init; }

    /// <summary>Cronbach's alpha of the parts, at most 1; <see langword="null"/> below two respondents, and where the sum of the parts does not vary.</summary>
    public required double? Alpha { get; init; }

    /// <summary>The customers with valid answers to all parts.</summary>
    public long Respondents => Sample.Count;

    /// <summary>The mean index, 0…100; <see langword="null"/> without respondents, and where a part that names no kind met answers of several.</summary>
    public override double? Value => Refusal is null ? Sample.Value : null;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string Unit => "points";

    /// <summary>The mean with its t interval over respondents, cut to 0…100; <see langword="null"/> below two respondents.</summary>
    public override Estimate? Estimate => Refusal is null ? Of(Sample) : null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Refusal is not null || Value is not null ? Refusal : new NoValue
    {
        Reason = NoValueReason.NoData,
        Message = string.Create(CultureInfo.InvariantCulture, $"No customer answered all of {SurveyText.Names(Definition.Parts.Select(part => part.Question))} on their scales; {Incomplete} answered some of them."),
    };

    /// <inheritdoc/>
    public override long Observations => Respondents;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
        [new("Respondents", Respondents), .. Definition.Parts.Select((part, index) => new MetricCount($"Answers to {part.Name}", AnswersByPart[index])), new("Incomplete", Incomplete), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms =>
    [
        .. Definition.Parts.Select(part => new MetricTerm($"part {part.Name}", string.Create(
            CultureInfo.InvariantCulture,
            $"{part.Weight:R} of '{part.Question}'{(part.Kind is { } kind ? $" ({kind})" : "")}, {part.ScaleMinimum}…{part.ScaleMaximum}, {(part.LowIsGood ? "low" : "high")} is good"))),
        new("level", Definition.Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        .. Definition.Parts.Select((part, index) => new MetricFigure { Name = part.Name, Kind = ResultColumnKind.Number, Value = Refusal is null ? PartSamples[index].Value : null, Estimate = Refusal is null ? Of(PartSamples[index]) : null }),
        new MetricFigure { Name = ExperienceIndex.AlphaName, Kind = ResultColumnKind.Number, Value = Refusal is null ? Alpha : null },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this, Invalid);
            if (Refusal is null && Alpha < LeastAlpha && Respondents >= MetricWarnings.Few)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"Cronbach's alpha of the parts is {Math.Round(Alpha.Value, 2)}: they hardly measure one thing, so read them apart."));
            return warnings;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = "points", IsWithheld = Refusal is not null }];

    /// <inheritdoc/>
    public override string Title => "CX index";

    /// <inheritdoc/>
    public bool Equals(ExperienceIndexResult? other) =>
        base.Equals(other) && Definition == other.Definition && Sample == other.Sample && PartSamples.SequenceEqual(other.PartSamples) && AnswersByPart.SequenceEqual(other.AnswersByPart)
        && Incomplete == other.Incomplete && Invalid == other.Invalid && Refusal == other.Refusal && Nullable.Equals(Alpha, other.Alpha);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Sample, Incomplete, Invalid);

    /// <summary>Why there is no index, where answers of several kinds were put together.</summary>
    internal NoValue? Refusal { get; init; }

    private Estimate? Of(MeanSample sample) => CutTo(sample.Estimate(Definition.Level), 0, MostPoints);

    internal override string BaseCount => "Respondents";

    internal override double? WideInterval => WidePoints;

    internal override string DefinitionName => nameof(ExperienceIndex);
}
