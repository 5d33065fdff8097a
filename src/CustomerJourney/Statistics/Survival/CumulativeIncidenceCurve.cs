namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// How large a share of all cases has ended by one cause by each time, where others end them too (Aalen-Johansen): Σ S(t−)·d/n, S being the share that goes on by no cause. The incidences of
/// all causes and S add up to 1. A Kaplan-Meier curve that takes the other causes for censoring overstates a conversion. Immutable.
/// </summary>
/// <remarks>
/// O. Aalen &amp; S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored observations" (1978). The variance is the multinomial form of Greenwood's, equal
/// to the infinitesimal jackknife of R's survfit; limits on the scale log(−log F).
/// </remarks>
public sealed class CumulativeIncidenceCurve
{
    private readonly CumulativeIncidenceSteps _steps;
    private readonly double _reach;

    private CumulativeIncidenceCurve(CompetingRisksSample sample, int cause, double level)
    {
        (Sample, Cause, Level) = (sample, cause, level);
        _reach = Domain.NormalReach(level);
        _steps = new CumulativeIncidenceSteps(sample, cause);
        Points = new ComputedList<CumulativeIncidencePoint>(_steps.Times.Count, index => Point(_steps.Times[index], _steps.AtRisk[index], index));
    }

    /// <summary>The cases.</summary>
    public CompetingRisksSample Sample { get; }

    /// <summary>The cause, numbered from 1.</summary>
    public int Cause { get; }

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>One entry for each time at which a case ended by any cause, ascending; empty when none did.</summary>
    public IReadOnlyList<CumulativeIncidencePoint> Points { get; }

    /// <summary>What to know before reading the curve: few events of this cause, events at time 0, where few are left at risk. Empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings => Array.AsReadOnly<string>(
        [.. SurvivalCautions.OfEvents(Sample.ByCause[Cause]), .. SurvivalCautions.OfTail(_steps.Times.Count, index => _steps.Times[index], index => _steps.AtRisk[index])]);

    /// <summary>Estimates the incidence of a cause.</summary>
    /// <param name="sample">The cases.</param>
    /// <param name="cause">The cause, from 1 to the number of causes of the sample.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The curve; <see langword="null"/> without cases.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cause, or <paramref name="level"/> is outside its range.</exception>
    public static CumulativeIncidenceCurve? Of(CompetingRisksSample sample, int cause, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Domain.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cause, sample.CauseCount);
        return sample.Count == 0 ? null : new CumulativeIncidenceCurve(sample, cause, level);
    }

    /// <summary>The incidence at a time, events at that time included.</summary>
    /// <param name="time">A time, finite and not negative.</param>
    /// <returns>The point; <see langword="null"/> beyond the largest observed time, where nothing is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public CumulativeIncidencePoint? At(double time)
    {
        SurvivalTime.Check(time, nameof(time));
        if (time > Sample.LargestTime) return null;
        int index = _steps.Times.BinarySearch(time);
        if (index >= 0) return Points[index];
        return Point(time, Sample.Count - Sample.ByCause.Sum(times => times.Before(time)), ~index - 1) with { Events = 0 };
    }

    private CumulativeIncidencePoint Point(double time, long atRisk, int index)
    {
        double incidence = index < 0 ? 0 : _steps.Incidence[index], error = index < 0 ? 0 : Math.Sqrt(_steps.Variance[index]);
        double? lower = null, upper = null;
        if (incidence > 0 && incidence < 1 && error > 0)
        {
            double logarithm = Math.Log(incidence), factor = Math.Exp(_reach * error / (incidence * -logarithm));
            (lower, upper) = (Math.Exp(logarithm * factor), Math.Exp(logarithm / factor));
        }

        return new CumulativeIncidencePoint
        {
            Time = time,
            AtRisk = atRisk,
            Events = index < 0 ? 0 : _steps.Events[index],
            Incidence = incidence,
            StandardError = error,
            Lower = lower,
            Upper = upper,
        };
    }
}
