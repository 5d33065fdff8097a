namespace CustomerJourney.Statistics.Survival;

/// <summary>The incidence of one cause and its variance at each time at which a case ended.</summary>
internal sealed class CumulativeIncidenceSteps
{
    public CumulativeIncidenceSteps(CompetingRisksSample sample, int cause)
    {
        // Position i of a walk is the next time of entry i that was not passed.
        int[] next = new int[sample.ByCause.Length];
        long atRisk = sample.Count;
        double survival = 1, incidence = 0, variance = 0;

        // Sums over the times passed, r being the incidence gained since: of the covariance with a later gain, of g·r and of g, where g = q/((1 − q)n) and q is the share ending.
        double covariance = 0, gained = 0, ending = 0;
        while (true)
        {
            double time = double.PositiveInfinity;
            for (int i = 1; i < next.Length; i++)
                if (next[i] < sample.ByCause[i].Length) time = Math.Min(time, sample.ByCause[i].Times.Span[next[i]]);
            if (double.IsPositiveInfinity(time)) return;

            SortedTimes censored = sample.ByCause[0];
            for (; next[0] < censored.Length && censored.Times.Span[next[0]] < time; next[0]++) atRisk -= censored.Counts.Span[next[0]];
            long all = 0, ofCause = 0;
            for (int i = 1; i < next.Length; i++)
            {
                SortedTimes times = sample.ByCause[i];
                if (next[i] == times.Length || times.Times.Span[next[i]] != time) continue;
                long count = times.Counts.Span[next[i]++];
                all += count;
                if (i == cause) ofCause = count;
            }

            double share = (double)ofCause / atRisk, gain = survival * share;
            variance += gain * (gain * ending + 2 * (gained - covariance)) + survival * survival * share * ((double)(atRisk - ofCause) / atRisk) / atRisk;
            gained += gain * ending;
            covariance += gain / atRisk;
            incidence += gain;

            // Once nobody is left there is no later gain.
            if (all < atRisk) ending += all / ((double)atRisk * (atRisk - all));
            survival *= (double)(atRisk - all) / atRisk;
            Times.Add(time);
            AtRisk.Add(atRisk);
            Events.Add(ofCause);
            Incidence.Add(incidence);
            Variance.Add(Math.Max(0, variance));
            atRisk -= all;
        }
    }

    public List<double> Times { get; } = [];

    public List<long> AtRisk { get; } = [];

    public List<long> Events { get; } = [];

    public List<double> Incidence { get; } = [];

    public List<double> Variance { get; } = [];
}
