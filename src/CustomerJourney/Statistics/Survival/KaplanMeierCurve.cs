using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// The product-limit estimate of how many cases go on beyond each time, S(t) = Π (1 − d/n) over the times with d events among n at risk, with Greenwood's variance
/// S²·Σ d/(n(n − d)). Immutable, and safe for use by several threads.
/// </summary>
/// <remarks>
/// E. L. Kaplan &amp; P. Meier, "Nonparametric estimation from incomplete observations" (1958); M. Greenwood (1926); J. D. Kalbfleisch &amp; R. L. Prentice, The Statistical Analysis
/// of Failure Time Data (2002), chapter 1. Takes time in the order of n log n and memory for each distinct time with an event. Censoring must not depend on
/// how soon the event would have come: where cases leave by a competing event, use <see cref="CumulativeIncidenceCurve"/>.
/// </remarks>
public sealed partial class KaplanMeierCurve
{
    private readonly RiskTable _table;
    private readonly double[] _survival;

    // Greenwood's sum at each step; infinite from the step at which all at risk had their event.
    private readonly double[] _sums;
    private readonly double _reach;

    private KaplanMeierCurve(SurvivalSample sample, double level, SurvivalIntervalMethod method)
    {
        (Sample, Level, Method) = (sample, level, method);
        _reach = Domain.NormalReach(level);
        _table = new RiskTable(sample);
        (_survival, _sums) = Steps(_table);
        Points = new ComputedList<KaplanMeierPoint>(_table.Length, index => Point(_table.Times.Span[index], _table.AtRisk.Span[index], _table.Events.Span[index], index));
    }

    /// <summary>The cases.</summary>
    public SurvivalSample Sample { get; }

    /// <summary>The confidence level of all limits, between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>The scale of the limits.</summary>
    public SurvivalIntervalMethod Method { get; }

    /// <summary>The steps of the curve: one entry for each time with an event, ascending; empty when there was none. Before the first the curve is 1.</summary>
    public IReadOnlyList<KaplanMeierPoint> Points { get; }

    /// <summary>The time by which half the cases had their event.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>What to know before reading the curve: the warnings of the sample, where few are left at risk, and a curve that fell to 0 early. Empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings => Array.AsReadOnly<string>([.. Sample.Warnings, .. SurvivalCautions.OfTail(_table.Length, index => _table.Times.Span[index], index => _table.AtRisk.Span[index]), .. Cautions()]);

    /// <summary>Estimates the curve.</summary>
    /// <param name="sample">The cases.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="method">The scale on which the limits are symmetric.</param>
    /// <returns>The curve; <see langword="null"/> without cases.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range, or there is no such <paramref name="method"/>.</exception>
    public static KaplanMeierCurve? Of(SurvivalSample sample, double level = 0.95, SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Domain.CheckLevel(level);
        if (!Enum.IsDefined(method)) throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method: use LogLog, Log or Plain.");
        return sample.Count == 0 ? null : new KaplanMeierCurve(sample, level, method);
    }

    /// <summary>The curve at a time, events at that time included.</summary>
    /// <param name="time">A time, finite and not negative.</param>
    /// <returns>The point; <see langword="null"/> beyond the largest observed time, where the curve is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public KaplanMeierPoint? At(double time)
    {
        SurvivalTime.Check(time, nameof(time));
        if (time > Sample.LargestTime) return null;
        int index = _table.LastAt(time);
        long events = index >= 0 && _table.Times.Span[index] == time ? _table.Events.Span[index] : 0;
        return Point(time, Sample.AtRisk(time), events, index);
    }

    private static (double[] Survival, double[] Sums) Steps(RiskTable table)
    {
        double[] survival = new double[table.Length], sums = new double[table.Length];
        ReadOnlySpan<long> atRisk = table.AtRisk.Span, events = table.Events.Span;
        double current = 1, sum = 0, start = 1;
        long startAtRisk = 0, left = -1;
        for (int i = 0; i < survival.Length; i++)
        {
            // While nobody is censored the factors telescope, so the curve is one quotient and free of rounding.
            if (atRisk[i] != left) (start, startAtRisk) = (current, atRisk[i]);
            left = atRisk[i] - events[i];
            current = start * ((double)left / startAtRisk);
            sum += events[i] / ((double)atRisk[i] * left);
            (survival[i], sums[i]) = (current, sum);
        }

        return (survival, sums);
    }

    private KaplanMeierPoint Point(double time, long atRisk, long events, int index)
    {
        (double? lower, double? upper) = Limits(index);
        double survival = index < 0 ? 1 : _survival[index];
        return new KaplanMeierPoint
        {
            Time = time,
            AtRisk = atRisk,
            Events = events,
            Survival = survival,
            StandardError = index < 0 ? 0 : survival == 0 ? null : survival * Math.Sqrt(_sums[index]),
            Lower = lower,
            Upper = upper,
        };
    }

    private (double? Lower, double? Upper) Limits(int index)
    {
        if (index < 0 || _survival[index] is 0 or 1) return (null, null);
        double survival = _survival[index], error = Math.Sqrt(_sums[index]);
        switch (Method)
        {
            case SurvivalIntervalMethod.LogLog:
                double logarithm = Math.Log(survival), factor = Math.Exp(_reach * error / -logarithm);
                return (Math.Exp(logarithm * factor), Math.Exp(logarithm / factor));
            case SurvivalIntervalMethod.Log:
                return (survival * Math.Exp(-_reach * error), Math.Min(1, survival * Math.Exp(_reach * error)));
            default:
                double half = _reach * survival * error;
                return (Math.Max(0, survival - half), Math.Min(1, survival + half));
        }
    }

    private IEnumerable<string> Cautions()
    {
        int zero = Array.IndexOf(_survival, 0);
        if (zero >= 0 && _table.Times.Span[zero] < Sample.LargestTime)
            yield return string.Create(CultureInfo.InvariantCulture, $"At time {_table.Times.Span[zero]} all who had come under observation by then had their event, so the curve stays at 0: choose a later origin, where enough are at risk.");
    }
}
