using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What customers are likely to remember, with the peak, the end and the plain mean beside it. All figures are means over customers.</summary>
public sealed record PeakEndResult : MetricResult, IReadAmongAll
{
    /// <summary>The question that is answered here.</summary>
    public required PeakEnd Definition { get; init; }

    /// <summary>The valid answers of all customers.</summary>
    public required long Moments { get; init; }

    /// <summary>Answers that are not numbers from −2 to 2; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The peak-end scores of customers.</summary>
    public required MeanSample Sample { get; init; }

    /// <summary>The most extreme feelings of customers.</summary>
    public required MeanSample PeakSample { get; init; }

    /// <summary>The last feelings of customers.</summary>
    public required MeanSample EndSample { get; init; }

    /// <summary>The mean feelings of customers, each moment of a customer counted once.</summary>
    public required MeanSample MeanSample { get; init; }

    /// <summary>The mean feelings of customers, each moment weighted by how long its event lasted; of the customers who have events with a start. What memory neglects.</summary>
    public required MeanSample DurationWeightedSample { get; init; }

    /// <summary>The customers with at least one valid answer.</summary>
    public long Customers => Sample.Count;

    /// <summary>The mean peak-end score, −2…2; <see langword="null"/> without valid answers, and where they were given on another scale.</summary>
    public override double? Value => Refusal is null ? Sample.Value : null;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with its t interval over customers, cut to the scale; <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Of(Sample);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Refusal ?? (Value is null ? SurveyText.WhyNoValue(Title, Invalid) : null);

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Customers", Customers), new("Moments", Moments), new("Invalid", Invalid)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms
    {
        get
        {
            List<MetricTerm> terms = [new("scale", "-2…2, high is good"), new("peak", "most extreme, of equals the bad one")];
            if (Definition.Question is { } question) terms.Add(new("question", question));
            if (Definition.TrustScale) terms.Add(SurveyText.NoScaleCheck);
            terms.Add(new("level", Definition.Level.ToString("R", CultureInfo.InvariantCulture)));
            return terms;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [Of("Peak", PeakSample), Of("End", EndSample), Of("Mean", MeanSample), Of("Duration-weighted mean", DurationWeightedSample)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this, Invalid);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, IsWithheld = Refusal is not null }];

    /// <inheritdoc/>
    public override string Title => "Peak-end";

    /// <summary>The check of the answers' scale; <see langword="null"/> where it is not wanted.</summary>
    internal ScaleCheck? OnScale
    {
        private get;
        init => (field, Refusal) = (value, value?.Refusal);
    }

    internal NoValue? Refusal { get; private init; }

    internal override string DefinitionName => nameof(PeakEnd);

    object IReadAmongAll.Among(object all) => Refusal is null && OnScale is { } own && ((PeakEndResult)all).OnScale is { } whole && own.RefusalAmong(whole) is { } shared ? this with { Refusal = shared } : this;

    /// <inheritdoc/>
    public bool Equals(PeakEndResult? other) =>
        base.Equals(other) && Definition == other.Definition && (Moments, Invalid, Sample, PeakSample, EndSample, MeanSample, DurationWeightedSample, Refusal)
            == (other.Moments, other.Invalid, other.Sample, other.PeakSample, other.EndSample, other.MeanSample, other.DurationWeightedSample, other.Refusal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Definition, Moments, Invalid, Sample);

    private MetricFigure Of(string name, MeanSample sample) => new()
    {
        Name = name,
        Kind = ResultColumnKind.Number,
        Value = Refusal is null ? sample.Value : null,
        Estimate = Of(sample),
    };

    private Estimate? Of(MeanSample sample) => Refusal is null ? CutTo(sample.Estimate(Definition.Level), -ObservedEmotion.Strongest, ObservedEmotion.Strongest) : null;
}
