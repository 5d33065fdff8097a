using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>How long it took, with those for whom it still takes counted as such. Times are in days.</summary>
public sealed record TimeToEventResult : MetricResult
{
    internal TimeToEventResult(TimeToEvent definition, TimeToEventTotals totals, long customers)
    {
        Definition = definition;
        Customers = customers;
        TooNew = totals.TooNew;
        Estimates = new TimeToEventEstimates(totals, definition.Level, definition.IntervalMethod);
        Within = new EqualList<TimeWithin>([.. definition.Horizons.Select((horizon, index) => new TimeWithin { Horizon = horizon, Cases = totals.Closed[index], Hits = totals.Hits[index] })]);
    }

    /// <summary>The question that is answered here.</summary>
    public TimeToEvent Definition { get; }

    /// <summary>Customers with a case, an invalid one too.</summary>
    public long Customers { get; }

    /// <summary>Cases: completed, ended otherwise, or open.</summary>
    public long Cases => Estimates.Cases;

    /// <summary>Cases that got there.</summary>
    public long Completed => Estimates.Ended.Total;

    /// <summary>Cases that the competing event ended.</summary>
    public long EndedOtherwise => Estimates.EndedOtherwise;

    /// <summary>Cases that were still going on when observation, or the window, ended: censored.</summary>
    public long Open => Estimates.Censored.Total;

    /// <summary>Named cases that ended before they began or whose beginning was not seen, and events without the name of their case. They count for nothing else.</summary>
    public long Invalid { get; internal init; }

    /// <summary>Customers who began so late that nothing can be known of them yet; only for lifetimes. They count for nothing else.</summary>
    public long TooNew { get; }

    /// <summary>Customers who came back after the silence that ended their lifetime; only for lifetimes. Many of them mean that the silence is too short.</summary>
    public long CameBack { get; internal init; }

    /// <summary>At each horizon the plain count of cases that were watched to it; what comparisons rest on.</summary>
    public IReadOnlyList<TimeWithin> Within { get; }

    /// <summary>The cases with their times in days; <see langword="null"/> with a competing event.</summary>
    public SurvivalSample? Sample => Estimates.Sample;

    /// <summary>The cases with their times in days, cause 1 for those that got there and 2 for those that the competing event ended; <see langword="null"/> without one.</summary>
    public CompetingRisksSample? Risks => Estimates.Risks;

    /// <summary>The share of cases not there yet by days; <see langword="null"/> without cases and with a competing event.</summary>
    public KaplanMeierCurve? Curve => Estimates.Curve;

    /// <summary>The share of cases that got there by days, where another event may prevent it; <see langword="null"/> without cases and without a competing event.</summary>
    public CumulativeIncidenceCurve? Incidence => Estimates.Incidence;

    /// <summary>The times in days of completed cases alone. Naive: too short as long as cases are open.</summary>
    public OrderedSample CompletedTimes => Estimates.Completed;

    /// <summary>The time by which half of all cases got there, in days; <see langword="null"/> where fewer than half are known to have.</summary>
    public double? Median => Quantile(0.5)?.Value;

    /// <inheritdoc/>
    public override double? Value => Median;

    /// <inheritdoc/>
    public override string Title => Definition.Title;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Duration;

    /// <inheritdoc/>
    public override string Unit => "days";

    /// <summary>The median with the times at which the limits of the curve cross one half; the upper one is infinite where the data do not reach it. <see langword="null"/> where not even the lower one is reached.</summary>
    public override Estimate? Estimate => Estimates.EstimateOf(Quantile(0.5));

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null
        : Cases == 0 ? new NoValue { Reason = NoValueReason.NoData, Message = TooNew > 0 ? $"All {TooNew} customers began less than the silence ago: nothing is known of them yet." : $"No case of {Title} began." }
        : new NoValue { Reason = NoValueReason.NotReached, Message = $"{Completed} of {Cases} cases are known to have got there, so the median is not reached: look at the share within a horizon, or at the restricted mean." };

    /// <inheritdoc/>
    public override long Observations => Cases;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Cases", Cases), new("Customers", Customers), new("Completed", Completed),
        .. Definition.CompetingName is null ? (MetricCount[])[] : [new("Ended otherwise", EndedOtherwise)],
        new("Open", Open),
        .. Definition is TimeToChurn ? (MetricCount[])[new("Too new", TooNew), new("Came back", CameBack)] : [new("Invalid", Invalid)],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <summary>The times by which three and nine in ten got there, the share within each horizon, the restricted mean, and the naive figures of completed cases alone.</summary>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        Quantity("75% within", Quantile(0.75)),
        Quantity("90% within", Quantile(0.9)),
        .. Definition.Horizons.Select(horizon =>
        {
            (double? share, Estimate? estimate) = ShareWithin(horizon);
            return new MetricFigure { Name = $"within {TimeText.Of(horizon)}", Kind = ResultColumnKind.Share, Value = share, Estimate = estimate };
        }),
        .. Definition.RestrictedMeanTo is { } mean ? (MetricFigure[])[new() { Name = $"mean up to {TimeText.Of(mean)}", Kind = ResultColumnKind.Duration, Value = RestrictedMean?.Estimate.Value, Estimate = RestrictedMean?.Estimate }] : [],
        new MetricFigure { Name = "median, completed only", Kind = ResultColumnKind.Duration, Value = CompletedTimes.Median, Estimate = CompletedTimes.MedianInterval(Definition.Level)?.Estimate },
        new MetricFigure { Name = "75%, completed only", Kind = ResultColumnKind.Duration, Value = CompletedTimes.Quantile(0.75) },
        new MetricFigure { Name = "90%, completed only", Kind = ResultColumnKind.Duration, Value = CompletedTimes.Quantile(0.9) },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this, Invalid);
            warnings.AddRange(Estimates.Warnings.Select(warning => new MetricWarning { Kind = MetricWarningKind.Method, Message = warning }));
            if (Definition.RestrictedMeanTo is { } horizon && Estimates.Sample?.LargestTime < TimeText.Days(horizon))
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Method, $"No case was watched for {TimeText.Of(horizon)}: the restricted mean carries the last share forward and is a guess from there on."));
            if (Definition is TimeBetween && Cases > Customers)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"{Customers} customers have {Cases} cases: intervals take them for independent and are too narrow where those of one customer are alike."));
            if (CameBack > 0 && CameBack * ManyCameBack > Completed)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"{CameBack} of {Completed} customers who fell silent came back: choose a longer silence."));
            return warnings;
        }
    }

    /// <summary>At each horizon the share of the cases that were watched to it; survival curves are compared with <c>LogRank</c>.</summary>
    public override IReadOnlyList<Figure> Figures => [.. Within.Select(within => new Figure { Name = $"{Title} within {TimeText.Of(within.Horizon)}", Sample = new ShareSample(within.Hits, within.Cases) })];

    // One in ten.
    private const int ManyCameBack = 10;

    internal TimeToEventEstimates Estimates { get; }

    internal override string DefinitionName => Definition.GetType().Name;

    internal override string BaseCount => "Customers";

    /// <summary>The mean time up to <see cref="TimeToEvent.RestrictedMeanTo"/>, in days; <see langword="null"/> without cases and where it was not asked for.</summary>
    public RestrictedMean? RestrictedMean => Definition.RestrictedMeanTo is { } horizon ? Curve?.RestrictedMean(TimeText.Days(horizon), carryForward: true) : null;

    /// <summary>The time in days by which a share of all cases got there.</summary>
    /// <param name="probability">The share, between 0 and 1, both excluded.</param>
    /// <returns>The time with its limits; <see langword="null"/> without cases. Its value is <see langword="null"/> where it is not reached.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside its range.</exception>
    public SurvivalQuantile? Quantile(double probability)
    {
        if (!(probability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Give a share between 0 and 1, both excluded: 0.5 for the median.");
        return Estimates.Quantile(probability);
    }

    /// <summary>The share of all cases that got there within a time, by the curve: open cases count as long as they were watched.</summary>
    /// <param name="horizon">The time, not negative.</param>
    /// <returns>The share 0…1, <see langword="null"/> where no case was watched so long; and its interval, <see langword="null"/> where the share is 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is negative.</exception>
    public (double? Share, Estimate? Estimate) ShareWithin(TimeSpan horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, TimeSpan.Zero);
        return Estimates.Within(TimeText.Days(horizon));
    }

    /// <inheritdoc/>
    public override ResultTable ToTable() => TimeToEventTable.Of(this);

    private MetricFigure Quantity(string name, SurvivalQuantile? quantile) =>
        new() { Name = name, Kind = ResultColumnKind.Duration, Value = quantile?.Value, Estimate = Estimates.EstimateOf(quantile) };
}
