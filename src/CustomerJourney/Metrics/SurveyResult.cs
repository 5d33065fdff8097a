using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What results of surveys share: how many answered, who did not, what could not be used, and figures over customers or with weights.</summary>
public abstract record SurveyResult : MetricResult, IReadAmongAll
{
    // Kish's design effect from which weights cost as much as half of the answers.
    private const double CostlyWeights = 2;

    private protected SurveyResult()
    {
    }

    /// <summary>Answers that are not on the scale; they count for nothing else.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who gave the valid answers.</summary>
    public required long Customers { get; init; }

    /// <summary>The valid answers; with weights those that have a valid weight.</summary>
    public abstract long Responses { get; }

    /// <summary>Sums over customers for each figure, in the order that <see cref="MetricResult.Value"/> begins and <see cref="MetricResult.OtherFigures"/> continue, where several answers of one customer count; <see langword="null"/> otherwise.</summary>
    public IReadOnlyList<ClusterTotals>? Clusters { get; init; }

    /// <summary>What the weights are and cost, with the weighted figures; <see langword="null"/> where each answer counts once.</summary>
    public SurveyWeighting? Weighting { get; init; }

    /// <summary>Invitations and how many of them were answered; <see langword="null"/> where nobody said who was asked.</summary>
    public ResponseRateResult? Invitations { get; init; }

    /// <summary>How many invitations there were whose time to answer is over; <see langword="null"/> when that is not known.</summary>
    public long? Asked => Invitations?.Asked;

    /// <summary>How many of the invitations were not answered in their time; <see langword="null"/> when nobody said who was asked.</summary>
    public long? Missing => Invitations?.Missing;

    /// <summary>The questions that the answers were given to, where the log names them and no single one was asked for: in ordinal order, no more than eight; an empty name stands for answers to no named question.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>The check of the answers' scale; <see langword="null"/> where it is not wanted.</summary>
    internal ScaleCheck? OnScale
    {
        private get;
        init => (field, Refusal) = (value, value?.Refusal);
    }

    /// <summary>Why the answers are not taken, where they were given on another scale, or on several.</summary>
    internal NoValue? Refusal { get; private protected init; }

    /// <inheritdoc/>
    public sealed override NoValue? WhyNoValue => Refusal ?? (Value is not null ? null : Weighting?.WhyNoValue(Title, Responses) ?? WhyWithoutAnswers);

    /// <summary>Why there is no value where no answer could be used.</summary>
    private protected virtual NoValue WhyWithoutAnswers => SurveyText.WhyNoValue(Title, Invalid);

    /// <inheritdoc/>
    public sealed override long Observations => Responses;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<MetricCount> Counts
    {
        get
        {
            List<MetricCount> counts = [new("Responses", Responses), new("Customers", Customers), .. OwnCounts, new("Invalid", Invalid)];
            if (Weighting is { } weighting) counts.Add(new("Invalid weights", weighting.InvalidWeights));
            if (Invitations is { } invitations) counts.AddRange([new("Asked", invitations.Asked), new("Missing", invitations.Missing), new("Open", invitations.Open)]);
            return counts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = Clusters is null ? MetricWarnings.Of(this, Invalid) : MetricWarnings.OfClusters(this, Customers, Invalid);
            if (Questions.Count > 1)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.MixedQuestions, $"{Title} puts answers to {Questions.Count} questions together ({SurveyText.Names(Questions)}): name one by Question."));
            if (Responses > 0 && Weighting is { InvalidWeights: > 0 } invalid)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.ManyInvalid, $"{CountText.Of(invalid.InvalidWeights, "answer")} to {Title} {CountText.Have(invalid.InvalidWeights)} no valid weight in '{invalid.Attribute}' ({SurveyText.Names(invalid.InvalidTexts)}) and {(invalid.InvalidWeights == 1 ? "was" : "were")} left out."));
            if (Value is not null && Weighting is { DesignEffect: >= CostlyWeights } costly)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"The weights of {Title} differ so much that {Responses} answers count as {Math.Round(costly.EffectiveN!.Value, 1)}."));
            return warnings;
        }
    }

    /// <summary>Whether another result is of the same metric and says the same.</summary>
    /// <param name="other">The other result.</param>
    public virtual bool Equals(SurveyResult? other) =>
        base.Equals(other) && Invalid == other.Invalid && Customers == other.Customers && Weighting == other.Weighting && Invitations == other.Invitations && Refusal == other.Refusal
        && Questions.SequenceEqual(other.Questions) && (Clusters is null ? other.Clusters is null : other.Clusters is not null && Clusters.SequenceEqual(other.Clusters));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Invalid, Customers, Weighting);

    object IReadAmongAll.Among(object all) =>
        Refusal is null && OnScale is { } own && ((SurveyResult)all).OnScale is { } whole && own.RefusalAmong(whole) is { } shared ? this with { Refusal = shared } : this;

    /// <summary>The counts that only this metric has.</summary>
    private protected abstract IReadOnlyList<MetricCount> OwnCounts { get; }

    /// <summary>A figure: weighted where weights are asked for, and none where the answers are refused.</summary>
    private protected double? ValueOf(int figure, Sample sample) => Refusal is not null ? null : Weighting is { } weighting ? weighting.Figures[figure]?.Value : sample.Value;

    /// <summary>A figure with its interval: with weights, over customers, or plain.</summary>
    private protected Estimate? EstimateOf(int figure, Sample sample, double level, Func<Estimate?>? plain = null, (int Positive, int Negative) parts = default) =>
        Refusal is not null ? null
        : Weighting is { } weighting ? weighting.Estimate(figure, sample, level, Clusters is not null, Customers, parts)
        : Clusters is { } clusters ? sample.Estimate(level, clusters[figure])
        : plain is null ? sample.Estimate(level) : plain();

    /// <summary>
    /// The figure that is compared, the main one: with weights the ratio of what customers add to it to what they weigh, which weights of another size do not change. Refused answers are withheld, and
    /// not left out, since each customer's own are not refused.
    /// </summary>
    /// <param name="sample">The answers as they are counted.</param>
    /// <param name="estimate">The figure with its interval, before it is scaled.</param>
    /// <param name="range">The least and the greatest value that there can be.</param>
    /// <param name="scale">By how much it is multiplied.</param>
    /// <param name="unit">Its unit.</param>
    private protected IReadOnlyList<Figure> ComparedBy(Sample sample, Estimate? estimate, (double Lowest, double Highest) range, double scale = 1, string? unit = null) =>
    [
        new Figure
        {
            Name = Title,
            Sample = Weighting is { } weighting ? weighting.Samples[0] with { Lowest = range.Lowest, Highest = range.Highest } : sample,
            Shown = estimate,
            Scale = scale,
            Unit = unit,
            IsWithheld = IsWithheld,
        },
    ];

    private protected static MetricFigure ShareFigure(string name, double? value, Estimate? estimate) => new() { Name = name, Kind = ResultColumnKind.Share, Value = value, Estimate = estimate };

    /// <summary>A figure and its limits on another scale.</summary>
    private protected static Estimate? Scaled(Estimate? estimate, double factor, double shift = 0) => estimate is null ? null : estimate with
    {
        Value = (estimate.Value - shift) * factor,
        Lower = (estimate.Lower - shift) * factor,
        Upper = (estimate.Upper - shift) * factor,
    };

    private protected static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
