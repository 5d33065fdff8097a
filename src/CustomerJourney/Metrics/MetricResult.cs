using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// What every metric answers: a value or the reason why there is none, what it rests on, its interval, what to heed, and the definition that was used.
/// Results print themselves, lay themselves out as tables and as JSON.
/// </summary>
public abstract record MetricResult : IComparableResult, IRemarkedGroup
{
    private protected MetricResult()
    {
    }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <summary>The figure, not rounded, in its <see cref="Unit"/>; <see langword="null"/> where there is none, and then <see cref="WhyNoValue"/> says why.</summary>
    public abstract double? Value { get; }

    /// <summary>What values are: <see cref="ResultColumnKind.Share"/> (0…1), <see cref="ResultColumnKind.Number"/>, or <see cref="ResultColumnKind.Duration"/> in days.</summary>
    public abstract ResultColumnKind ValueKind { get; }

    /// <summary>The unit of the value in words, where it has one: "points", "days", "EUR".</summary>
    public virtual string? Unit => null;

    /// <summary>The value with its interval, method and level; <see langword="null"/> without a value, and where there is too little data for an interval.</summary>
    public abstract Estimate? Estimate { get; }

    /// <summary>Why there is no value; <see langword="null"/> where there is one.</summary>
    public abstract NoValue? WhyNoValue { get; }

    /// <summary>How many valid observations the value rests on: answers, customers, orders.</summary>
    public abstract long Observations { get; }

    /// <summary>All counts behind the value by name, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<MetricCount> Counts { get; }

    /// <summary>What was asked, term by term: the scale, which answers count, the period, the level.</summary>
    public abstract IReadOnlyList<MetricTerm> Terms { get; }

    /// <summary>Figures beside the main one, with their own intervals.</summary>
    public virtual IReadOnlyList<MetricFigure> OtherFigures => [];

    /// <summary>What to heed when the value is read. Empty when nothing stands out.</summary>
    public virtual IReadOnlyList<MetricWarning> Warnings => MetricWarnings.Of(this);

    /// <summary>Why there is no value, and the <see cref="Warnings"/>, in sentences.</summary>
    public IReadOnlyList<string> Remarks => WhyNoValue is { } reason ? [reason.Message, .. MetricWarnings.Sentences(Warnings)] : MetricWarnings.Sentences(Warnings);

    bool IRemarkedGroup.HasData => WhyNoValue is not { Reason: NoValueReason.NoData };

    IEnumerable<GroupRemark> IRemarkedGroup.GroupRemarks
    {
        get
        {
            if (WhyNoValue is { } reason) yield return new GroupRemark(reason.Message, null);
            IReadOnlyList<MetricWarning> warnings = Warnings;
            // That intervals of few observations are wide is said with their number.
            bool few = warnings.Any(warning => warning.Kind is MetricWarningKind.FewObservations or MetricWarningKind.VeryFewObservations);
            foreach (MetricWarning warning in warnings)
            {
                if (!few || warning.Kind != MetricWarningKind.WideInterval) yield return new GroupRemark(warning.Message, warning.OfSeveral);
            }
        }
    }

    /// <inheritdoc/>
    public abstract IReadOnlyList<Figure> Figures { get; }

    /// <summary>The name of the column of counts that says how many people the value rests on.</summary>
    internal virtual string BaseCount => "Customers";

    /// <summary>Below so many observations the interval of such a metric is wide.</summary>
    internal virtual long FewObservations => MetricWarnings.Few;

    /// <summary>An interval wider than this says little; <see langword="null"/> where that cannot be said without knowing the metric's use.</summary>
    internal virtual double? WideInterval => ValueKind == ResultColumnKind.Share ? MetricWarnings.WideShare : null;

    /// <summary>What the metric is called in JSON: the name of its definition.</summary>
    internal abstract string DefinitionName { get; }

    /// <summary>The kind of metric that the result is on a map; <see langword="null"/> where its unit alone says on which it fits.</summary>
    internal virtual MetricKind? KindOnMap => null;

    /// <summary>Whether there is data and all the same no value, which is another thing than no data where results are compared.</summary>
    private protected bool IsWithheld => WhyNoValue is { Reason: not NoValueReason.NoData };

    /// <summary>The tables that stand in JSON below the figures, for results of more than one row.</summary>
    internal virtual IEnumerable<IJourneyResult> JsonParts => [];

    /// <summary>A mean whose interval ends where its scale does: no mean can lie beyond it.</summary>
    internal static Estimate? CutTo(Estimate? estimate, double lowest, double highest) =>
        estimate is null ? null : estimate with { Lower = Math.Max(lowest, estimate.Lower), Upper = Math.Min(highest, estimate.Upper) };

    /// <inheritdoc/>
    public virtual ResultTable ToTable() => MetricTable.Of(this);

    /// <summary>
    /// The result as JSON with unrounded figures: <c>{ "type", "title", "definition", "counts", "value", "unit", "estimate", "figures", "noValue", "warnings", "parts" }</c>.
    /// Members without content are left out, except the value, which is then <c>null</c>.
    /// </summary>
    public string ToJson() => MetricJson.Write(this);

    /// <summary>The result in a line, in the invariant culture: value, interval with level and method, and the number of observations; or the reason why there is no value.</summary>
    public sealed override string ToString() => ToText(CultureInfo.InvariantCulture);

    /// <summary>The result in a line as <see cref="ToString"/> gives it, figures as a culture writes them; words are English.</summary>
    /// <param name="culture">The culture.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return MetricText.Of(this, culture);
    }
}
