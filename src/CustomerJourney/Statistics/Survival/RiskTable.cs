namespace CustomerJourney.Statistics.Survival;

/// <summary>The times with events of a sample, ascending, with how many were at risk and how many had their event.</summary>
internal sealed class RiskTable
{
    public RiskTable(SurvivalSample sample)
    {
        Times = sample.EventTimes.Times;
        Events = sample.EventTimes.Counts;
        long[] atRisk = new long[Times.Length];
        RiskWalk walk = new(sample);
        ReadOnlySpan<double> times = Times.Span;
        for (int i = 0; i < atRisk.Length; i++)
        {
            walk.MoveTo(times[i]);
            atRisk[i] = walk.AtRisk;
        }

        AtRisk = atRisk;
    }

    public ReadOnlyMemory<double> Times { get; }

    public ReadOnlyMemory<long> Events { get; }

    public ReadOnlyMemory<long> AtRisk { get; }

    public int Length => Times.Length;

    /// <summary>The last entry at or before a time; −1 when there is none.</summary>
    public int LastAt(double time)
    {
        int index = Times.Span.BinarySearch(time);
        return index < 0 ? ~index - 1 : index;
    }
}
