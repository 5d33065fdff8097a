using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Control;

namespace CustomerJourney.Metrics.Trends;

/// <summary>The periods of one trend with what is expected of them: all but the alerts, for which trends of groups are looked at together.</summary>
internal sealed class TrendSeries
{
    // A test of too much variation that is wrong once in a hundred baselines.
    private const double DispersionAlpha = 0.01;

    private readonly TrendOptions _options;
    private readonly int[] _seasons;
    private readonly int[] _baseline;

    // The standard error of each period by its sample, and what tests of single figures look at: the figure, or, where limits go by the sample, its standardized deviation.
    private readonly double?[] _errors;
    private readonly double?[] _singles;

    // Whether all usable periods have samples of one kind, so that exact tests can say what single figures that do not vary cannot.
    private readonly bool _hasSamples;

    // The least variance of single figures: that of rounding to the step in which they are given. Null where samples say more.
    private readonly double? _leastVariance;
    private readonly bool _baselineVaries;

    public TrendSeries(string? group, CalendarUnit? unit, IReadOnlyList<TrendPeriod> periods, IReadOnlyList<Measured> measured, long observedUntil, bool countsCustomersOnce, TrendOptions options)
    {
        (Group, Periods, Measured, CountsCustomersOnce, _options) = (group, periods, measured, countsCustomersOnce, options);
        long end = Math.Max(observedUntil, options.ObservedUntil?.UtcTicks ?? 0);
        IsOpen = [.. periods.Select(period => period.Range.End.UtcTicks > end)];
        Usable = [.. Enumerable.Range(0, periods.Count).Where(i => !IsOpen[i] && measured[i].Value is not null)];
        _baseline = options.Baseline is { } span
            ? [.. Usable.Where(i => periods[i].Range.Start >= span.Start && periods[i].Range.End <= span.End)]
            : [.. Usable.Take(((2 * Usable.Count) + 2) / 3)];
        Season = SeasonOf(unit);
        _seasons = [.. periods.Select(period => period.SeasonOf(Season))];
        // Means of one observation each are single figures.
        _hasSamples = Usable.All(i => measured[i].Sample is { } sample && Samples.CanPool(sample) && sample.GetType() == measured[Usable[0]].Sample!.GetType())
            && (Usable.Count == 0 || Samples.Variance([.. Usable.Select(i => measured[i].Sample!)]) is not null);
        IsOfSamples = options.Limits != TrendLimits.Individuals && _hasSamples;
        Step = _hasSamples ? null : FigureStep.Of([.. Usable.Select(i => measured[i].Value!.Value)]);
        _leastVariance = _hasSamples ? null : FigureStep.Variance(Step ?? 0);
        Dictionary<int, int[]> alike = _baseline.GroupBy(i => _seasons[i]).ToDictionary(season => season.Key, season => season.ToArray());
        Expected = [.. _seasons.Select(season => LevelOf(alike.GetValueOrDefault(season, [])))];
        Dictionary<int, double?> variances = IsOfSamples ? alike.ToDictionary(season => season.Key, season => Samples.Variance([.. season.Value.Select(i => measured[i].Sample!)])) : [];
        _errors = [.. _seasons.Select((season, i) => measured[i].Sample is { Value: not null } sample && variances.GetValueOrDefault(season) is { } variance ? Samples.Error(sample, variance) * measured[i].Scale : (double?)null)];
        _singles = [.. measured.Select((one, i) => !IsOfSamples ? one.Value : _errors[i] > 0 ? (one.Value - Expected[i]) / _errors[i] : null)];
        BaselineSeasons = alike.Count;
        _baselineVaries = alike.Values.Any(season => season.Select(i => _singles[i]).OfType<double>().Distinct().Count() > 1);
        Deviation = new double?[periods.Count];
        Spread();
    }

    public string? Group { get; private set; }

    /// <summary>By which zone and first day of the week the periods were made; null for periods of a definition of one's own.</summary>
    public ReportingCalendar? Calendar { get; init; }

    /// <summary>The first event of the log; null where that is not known.</summary>
    public DateTimeOffset? FirstEvent { get; init; }

    public IReadOnlyList<TrendPeriod> Periods { get; }

    public IReadOnlyList<Measured> Measured { get; }

    public IReadOnlyList<bool> IsOpen { get; }

    /// <summary>The finished periods with a value.</summary>
    public IReadOnlyList<int> Usable { get; }

    /// <summary>The periods that show what is usual.</summary>
    public IReadOnlyList<int> Baseline => _baseline;

    /// <summary>From the start of the first to the end of the last of them.</summary>
    public TimeRange? BaselineRange => _baseline.Length == 0 ? null : new TimeRange(Periods[_baseline[0]].Range.Start, Periods[_baseline[^1]].Range.End);

    public TrendSeason Season { get; }

    /// <summary>How many seasons the baseline has periods of.</summary>
    public int BaselineSeasons { get; }

    /// <summary>Whether limits and tests go by the observations within periods, and not by the ups and downs from period to period.</summary>
    public bool IsOfSamples { get; }

    /// <summary>The step in which single figures without samples are given, one of 1, 0.5, 0.1, 0.05 …; null where they have samples, or no such step.</summary>
    public double? Step { get; }

    /// <summary>Whether the baseline holds two figures or more that are all the same, season by season, though their samples do not say how much they vary.</summary>
    public bool IsConstant => !IsOfSamples && _baseline.Length > BaselineSeasons && !_baselineVaries;

    /// <summary>Whether a customer counts at most once in a period.</summary>
    public bool CountsCustomersOnce { get; }

    /// <summary>Whether limits by samples are widened by what varies between periods: where it is asked for, and where observations of one customer are alike, so that a sample of so many varies more than chance has it.</summary>
    public bool IsWidened => _options.Limits == TrendLimits.Widened || (_options.Limits == TrendLimits.Sampling && !CountsCustomersOnce && !IsOfRatios);

    /// <summary>The level of the baseline of each period's season.</summary>
    public double?[] Expected { get; }

    /// <summary>The standard error of each period about what is expected when nothing has changed.</summary>
    public double?[] Deviation { get; }

    /// <summary>By how much the baseline varies more than chance, as a ratio of standard deviations; null where that was not looked at.</summary>
    public double? Dispersion { get; private set; }

    /// <summary>Whether the baseline varies more than chance explains.</summary>
    public bool IsOverdispersed { get; private set; }

    // The sample of a ratio is one of customers, however often each of them counts.
    private bool IsOfRatios => Usable.Count > 0 && Measured[Usable[0]].Sample is RatioSample;

    /// <summary>Whether tests take periods as single figures, as they must where they vary more than their samples.</summary>
    private bool IsOfSingles => (!IsOfSamples || IsWidened) && (_baselineVaries || !CanFallBack);

    // Samples of customers who count more than once promise more than they hold.
    private bool CanFallBack => _hasSamples && (CountsCustomersOnce || IsOfRatios);

    /// <summary>The same series as that of a group.</summary>
    public TrendSeries Of(string group)
    {
        TrendSeries copy = (TrendSeries)MemberwiseClone();
        copy.Group = group;
        return copy;
    }

    public (double Lower, double Upper)? LimitsOf(int period)
    {
        if (IsOpen[period] || Expected[period] is not { } center || Deviation[period] is not { } deviation || Measured[period].Value is null) return null;
        (double least, double most) = Measured[period].Sample switch
        {
            ShareSample => (0, Measured[period].Scale),
            NetSample => (-Measured[period].Scale, Measured[period].Scale),
            RatioSample ratio => (ratio.Lowest * Measured[period].Scale, ratio.Highest * Measured[period].Scale),
            _ => Measured[period].Kind == ResultColumnKind.Share ? (0, 1) : (double.NegativeInfinity, double.PositiveInfinity),
        };
        return (Math.Max(least, center - (_options.Sigmas * deviation)), Math.Min(most, center + (_options.Sigmas * deviation)));
    }

    /// <summary>How many standard errors a period lies from what is expected; null where that is not known, or nothing varies.</summary>
    public double? Score(int period) => Expected[period] is { } center && Deviation[period] is > 0 and { } deviation ? (Measured[period].Value - center) / deviation : null;

    /// <summary>The p-value of a period against the baseline of its season, without itself.</summary>
    public double? PValue(int period)
    {
        int[] others = [.. _baseline.Where(i => i != period)];
        if (IsOfSingles)
        {
            double? p = _singles[period] is { } value ? SeasonedValues.PValue(value, _seasons[period], [.. others.Where(i => _singles[i] is not null).Select(i => (_singles[i]!.Value, _seasons[i]))], _leastVariance) : null;
            if (p is not null || !CanFallBack) return p;
        }

        return Samples.Pool(others.Where(i => _seasons[i] == _seasons[period]).Select(i => Measured[i].Sample!)) is { } rest ? Samples.PValue(rest, Measured[period].Sample!) : null;
    }

    /// <summary>Whether a period can be put beside others: single figures need one, which a period has not whose like in the baseline do not vary, or are missing.</summary>
    public bool IsComparable(int period) => !IsOfSingles || _singles[period] is not null;

    /// <summary>The p-value of a change within some usable periods: those before <paramref name="place"/>, counted among them, against the others.</summary>
    public double? PValueOfChange(ReadOnlySpan<int> periods, int place)
    {
        int[] seasons = new int[periods.Length];
        for (int i = 0; i < seasons.Length; i++) seasons[i] = _seasons[periods[i]];
        if (IsOfSingles)
        {
            double[] values = new double[periods.Length];
            for (int i = 0; i < values.Length; i++)
            {
                if (_singles[periods[i]] is not { } value) return null;
                values[i] = value;
            }

            double? p = SeasonedValues.PValue(values, seasons, place, _leastVariance);
            if (p is not null || !CanFallBack) return p;
        }

        Sample[] samples = new Sample[periods.Length];
        for (int i = 0; i < samples.Length; i++) samples[i] = Measured[periods[i]].Sample!;
        return SeasonedSamples.PValue(samples, seasons, place);
    }

    /// <summary>Whether some usable periods are means of answers that were all one before a place and all another from it on: of all places the best, whatever tests for answers that vary say of others.</summary>
    public bool IsCleanBreak(ReadOnlySpan<int> periods, int place)
    {
        if (IsOfSingles) return false;
        for (int i = 0; i < periods.Length; i++)
        {
            if (Measured[periods[i]].Sample is not MeanSample { SquaredDeviations: 0 } || Measured[periods[i]].Value != Measured[periods[i < place ? 0 : place]].Value) return false;
        }

        return Measured[periods[0]].Value != Measured[periods[place]].Value;
    }

    /// <summary>The level of the usable periods from one to before another, counted among them: counts and sums put together where there are any, else the mean of the figures.</summary>
    public double LevelOf(int first, int end) => LevelOf([.. Usable.Skip(first).Take(end - first)])!.Value;

    private double? LevelOf(int[] periods) =>
        periods.Length == 0 ? null
        : periods.All(i => Measured[i].Sample is { } sample && Samples.CanPool(sample)) && Samples.Pool(periods.Select(i => Measured[i].Sample!)) is { } pool ? pool.Value * Measured[periods[0]].Scale
        : MeanSample.Of([.. periods.Select(i => Measured[i].Value!.Value)]).Value;

    private TrendSeason SeasonOf(CalendarUnit? unit)
    {
        TrendSeason season = _options.Season ?? (unit == CalendarUnit.Day && _baseline.GroupBy(i => Periods[i].First.DayOfWeek).Count(day => day.Count() >= 2) == 7 ? TrendSeason.DayOfWeek : TrendSeason.None);
        bool fits = season switch
        {
            TrendSeason.DayOfWeek => unit is CalendarUnit.Day or null,
            TrendSeason.MonthOfYear => unit is not (CalendarUnit.Quarter or CalendarUnit.Year),
            TrendSeason.QuarterOfYear => unit is not CalendarUnit.Year,
            _ => true,
        };
        return fits ? season : throw new ArgumentException($"The trend is by {unit} and has no season {season}: choose shorter periods or {nameof(TrendSeason)}.{nameof(TrendSeason.None)}.", nameof(unit));
    }

    private void Spread()
    {
        if (!IsOfSamples)
        {
            double? deviation = DeviationOf([.. _baseline.Select(i => (Measured[i].Value!.Value - Expected[i]!.Value, _seasons[i]))]);
            Array.Fill(Deviation, deviation is { } spread ? Math.Max(spread, Math.Sqrt(_leastVariance ?? 0)) : null);
            return;
        }

        _errors.CopyTo(Deviation, 0);
        (double Score, int Season)[] scores = [.. _baseline.Where(i => Score(i) is not null).Select(i => (Score(i)!.Value, _seasons[i]))];
        int freedom = scores.Length - scores.Select(score => score.Season).Distinct().Count();
        if (freedom < 1) return;
        IsOverdispersed = ChiSquareDistribution.UpperTail(scores.Sum(score => score.Score * score.Score), freedom) < DispersionAlpha;
        Dispersion = DeviationOf(scores);
        if (!IsWidened || !(Dispersion > 1)) return;
        for (int i = 0; i < Periods.Count; i++) Deviation[i] *= Dispersion;
    }

    /// <summary>The standard deviation by moving ranges, of figures about the means of their seasons; those that are alone in their season say nothing.</summary>
    private static double? DeviationOf((double Value, int Season)[] figures)
    {
        Dictionary<int, int> sizes = figures.CountBy(figure => figure.Season).ToDictionary();
        // What is left about the mean of few figures is smaller than what they vary by; with one season moving ranges do not know the mean.
        double[] left = sizes.Count < 2
            ? [.. figures.Select(figure => figure.Value)]
            : [.. figures.Where(figure => sizes[figure.Season] > 1).Select(figure => figure.Value * Math.Sqrt(sizes[figure.Season] / (sizes[figure.Season] - 1.0)))];
        return ControlChart.Individuals(left)?.StandardDeviation;
    }
}
