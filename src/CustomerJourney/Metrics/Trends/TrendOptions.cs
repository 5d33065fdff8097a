using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>How a trend is judged: baseline, limits, rules and the rate of false alarms. A value, equal by value.</summary>
public sealed record TrendOptions
{
    private const TrendRules AllRules =
        TrendRules.BeyondLimits | TrendRules.ChangePoint | TrendRules.RunOnOneSide | TrendRules.MovingAverage | TrendRules.CumulativeSum;

    /// <summary>The options that are used where none are given.</summary>
    public static TrendOptions Default { get; } = new();

    /// <summary>
    /// The span that shows what is usual; the periods that lie wholly in it are the baseline. <see langword="null"/>, the default, takes the first two thirds (rounded up) of the finished periods that have a value.
    /// The result says which it was.
    /// </summary>
    public TimeRange? Baseline { get; init; }

    /// <summary>
    /// Until when customers were observed, where that is later than the log's last event: a period that ends after it is open and not judged.
    /// A breakdown does not know the end of its log: of its periods the last is open unless this says otherwise.
    /// </summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The rate of false alarms, between 0 and 1; 0.05 by default. With Holm's correction it is the chance of any alert in all periods and groups when nothing changes.</summary>
    public double Alpha
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The rate of false alarms lies between 0 and 1, for example 0.05.");
    } = 0.05;

    /// <summary>How many standard errors the control limits lie from what is expected; 3 by default, above 0.</summary>
    public double Sigmas
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Limits lie more than 0 standard errors from what is expected, usually 3.");
    } = 3;

    /// <summary>The rules that raise alerts: <see cref="TrendRules.BeyondLimits"/> and <see cref="TrendRules.ChangePoint"/> by default.</summary>
    public TrendRules Rules
    {
        get;
        init => field = (value & ~AllRules) == 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown rule.");
    } = TrendRules.BeyondLimits | TrendRules.ChangePoint;

    /// <summary>Where the width of the limits comes from; chance alone by default, with a warning where that explains too little.</summary>
    public TrendLimits Limits
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>
    /// With which periods of the baseline a period is compared. <see langword="null"/>, the default, takes the day of the week for trends by day whose baseline has each day at least twice,
    /// and all periods otherwise.
    /// </summary>
    public TrendSeason? Season
    {
        get;
        init => field = value is not { } season || Enum.IsDefined(season) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown season.");
    }

    /// <summary>How alerts are corrected for the number of periods and groups; Holm by default.</summary>
    public TrendCorrection Correction
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>How many periods a level must last at least to be one, for <see cref="TrendRules.ChangePoint"/>; 2 by default, at least 1.</summary>
    public int ShortestLevel
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    /// <summary>Which figure is followed, by its name among the result's figures; <see langword="null"/> takes the main one. Results of several equal figures, such as funnels, need a name.</summary>
    public string? Figure { get; init; }
}
