using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>What all questions after the time until something happens share: horizons, the end of observation, the interval.</summary>
/// <remarks>
/// A case to which it has not happened when observation ends is still going on: it is <em>censored</em>, and counts as going on until then. Leaving such cases out, or averaging the
/// times of those that have ended, makes times look shorter than they are; those naive figures are given too, and named as such.
/// </remarks>
public abstract record TimeToEvent : Analysis<TimeToEventResult>, IDefinedByTerms
{
    private protected TimeToEvent()
    {
    }

    /// <summary>Times within which the share of cases is asked for that have ended, each more than zero; ascending, without repeats. None by default.</summary>
    public IReadOnlyList<TimeSpan> Horizons
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (TimeSpan horizon in value) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(horizon, TimeSpan.Zero, nameof(value));
            field = new EqualList<TimeSpan>([.. value.Distinct().Order()]);
        }
    } = new EqualList<TimeSpan>();

    /// <summary>Up to which time the restricted mean counts, more than zero; <see langword="null"/> for no restricted mean.</summary>
    public TimeSpan? RestrictedMeanTo
    {
        get;
        init => field = Given.AboveZero(value);
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>The scale on which intervals of the survival curve are symmetric; <see cref="SurvivalIntervalMethod.LogLog"/> by default. R calls its default "log". Incidences with a competing event always use the former.</summary>
    public SurvivalIntervalMethod IntervalMethod
    {
        get;
        init => field = Given.Defined(value);
    } = SurvivalIntervalMethod.LogLog;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        .. OwnTerms(),
        .. Horizons.Count == 0 ? (MetricTerm[])[] : [new("horizons", string.Join(", ", Horizons.Select(TimeText.Of)))],
        .. RestrictedMeanTo is { } mean ? (MetricTerm[])[new("restricted mean to", TimeText.Of(mean))] : [],
        .. ObservedUntil is { } until ? (MetricTerm[])[new("observed until", until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))] : [],
        new("time", "elapsed"),
        new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    public virtual bool Equals(TimeToEvent? other) =>
        base.Equals(other) && Horizons.SequenceEqual(other!.Horizons) && RestrictedMeanTo == other.RestrictedMeanTo && ObservedUntil == other.ObservedUntil && Level.Equals(other.Level)
        && IntervalMethod == other.IntervalMethod;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Horizons, RestrictedMeanTo, ObservedUntil, Level, IntervalMethod);

    /// <summary>What the metric is called where it is shown.</summary>
    internal abstract string Title { get; }

    /// <summary>What cases that another event ended are called; null without a competing event.</summary>
    internal virtual string? CompetingName => null;

    private protected abstract IEnumerable<MetricTerm> OwnTerms();

    /// <summary>The last instant at which customers of a log were seen, in UTC ticks: that of its last event, where nothing later is said. Depends on nothing but the ends, so that those of parts merge.</summary>
    private protected long LastSeen(LogSchema schema) => Math.Max((schema.ObservedUntil?.UtcTicks ?? 1) - 1, ObservedUntil?.UtcTicks ?? 0);
}
