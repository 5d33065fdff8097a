using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// Makes alerts of what rules see in one trend or in those of many groups. The error rate is shared equally among the rules; within a rule all looks at all periods and groups are corrected together.
/// </summary>
internal static class TrendJudgement
{
    /// <summary>The alerts of each trend, in the order of their periods and rules, and how many tests were made for them in all.</summary>
    public static (IReadOnlyList<TrendAlert>[] Alerts, int Tests) Of(IReadOnlyList<TrendSeries> trends, TrendOptions options)
    {
        int tests = 0;
        List<(int Place, TrendAlert Alert)>[] alerts = [.. trends.Select(_ => new List<(int, TrendAlert)>())];
        TrendRules[] rules = [.. Enum.GetValues<TrendRules>().Where(rule => rule != TrendRules.None && options.Rules.HasFlag(rule))];
        foreach (TrendRules rule in rules)
        {
            TrendLook[] looks = [.. trends.SelectMany((trend, number) => TrendLooks.Of(rule, trend, number, options))];
            tests += looks.Length;
            double[] adjusted = Corrected([.. looks.Select(look => look.PValue)], rules.Length, options.Correction);
            for (int i = 0; i < looks.Length; i++)
            {
                bool isSignificant = options.Correction == TrendCorrection.None || adjusted[i] <= options.Alpha;
                TrendLook look = looks[i];
                TrendSeries trend = trends[look.Series];
                if (rule == TrendRules.ChangePoint)
                {
                    if (adjusted[i] > options.Alpha) continue;
                    double factor = options.Correction == TrendCorrection.None ? 1 : rules.Length * trends.Count;
                    alerts[look.Series].AddRange(Changes(trend, (0, trend.Usable.Count), look.Place, look.PValue, adjusted[i], factor, options));
                }
                else if (look.Fires && isSignificant && !(Lasts(rule) && WasOn(i)))
                {
                    alerts[look.Series].Add((look.Place, AlertOf(trend, look, adjusted[i])));
                }
            }

            // A run, or a sum, goes on being one in the periods that follow.
            bool WasOn(int i) => i > 0 && looks[i - 1].Series == looks[i].Series && looks[i - 1].Fires && (options.Correction == TrendCorrection.None || adjusted[i - 1] <= options.Alpha);
        }

        return ([.. alerts.Select(list => (IReadOnlyList<TrendAlert>)list.OrderBy(entry => entry.Place).ThenBy(entry => entry.Alert.Rule).Select(entry => entry.Alert).ToList().AsReadOnly())], tests);
    }

    private static bool Lasts(TrendRules rule) => rule is TrendRules.RunOnOneSide or TrendRules.MovingAverage or TrendRules.CumulativeSum;

    private static double[] Corrected(double[] pValues, int rules, TrendCorrection correction) => correction switch
    {
        TrendCorrection.Holm => [.. Multiplicity.Holm(pValues).Select(p => Math.Min(1, rules * p))],
        TrendCorrection.BenjaminiHochberg => [.. Multiplicity.BenjaminiHochberg(pValues).Select(p => Math.Min(1, rules * p))],
        _ => pValues,
    };

    /// <summary>
    /// A change, and those before and after it that are found in the same way. Each of these is tested at the number of places of the whole series and is no surer than the change that parted its levels.
    /// Whether there is any change at all is one test at the error rate; how many there are is found with it in turn.
    /// </summary>
    private static IEnumerable<(int Place, TrendAlert Alert)> Changes(TrendSeries trend, (int First, int End) run, int place, double p, double adjusted, double factor, TrendOptions options)
    {
        List<(int Place, double PValue, double Adjusted)> found = [(place, p, adjusted)];
        Search(run.First, place, adjusted);
        Search(place, run.End, adjusted);
        found.Sort();
        int[] bounds = [0, .. found.Select(change => change.Place), trend.Usable.Count];
        return found.Select((change, i) => (trend.Usable[change.Place], ChangeAlert(trend, bounds[i], change.Place, bounds[i + 2], change.PValue, change.Adjusted)));

        void Search(int first, int end, double atLeast)
        {
            if (ChangeSearch.Best(trend, first, end, options) is not { } next) return;
            double own = Math.Max(atLeast, Math.Min(1, factor * next.PValue));
            if (own > options.Alpha) return;
            found.Add((next.Place, next.PValue, own));
            Search(first, next.Place, own);
            Search(next.Place, end, own);
        }
    }

    private static TrendAlert ChangeAlert(TrendSeries trend, int first, int place, int end, double p, double adjusted)
    {
        (double before, double after) = (trend.LevelOf(first, place), trend.LevelOf(place, end));
        Measured measured = trend.Measured[trend.Usable[place]];
        string period = trend.Periods[trend.Usable[place]].Name;
        return new TrendAlert
        {
            Rule = TrendRules.ChangePoint,
            Period = period,
            Group = trend.Group,
            Value = after,
            Expected = before,
            PValue = p,
            AdjustedPValue = adjusted,
            Message = $"{TrendText.Subject(trend, measured)} changed from {TrendText.Figure(before, measured)} to {TrendText.Figure(after, measured)} with {period} ({TrendText.PValues(p, adjusted)}).",
        };
    }

    private static TrendAlert AlertOf(TrendSeries trend, TrendLook look, double adjusted)
    {
        Measured measured = trend.Measured[look.Place];
        (double value, double expected) = (measured.Value!.Value, trend.Expected[look.Place]!.Value);
        (double lower, double upper) = trend.LimitsOf(look.Place)!.Value;
        string period = trend.Periods[look.Place].Name, subject = TrendText.Subject(trend, measured);
        string shown = TrendText.Figure(value, measured), center = TrendText.Figure(expected, measured), how = TrendText.PValues(look.PValue, adjusted);
        return new TrendAlert
        {
            Rule = look.Rule,
            Period = period,
            Group = trend.Group,
            Value = value,
            Expected = expected,
            LowerLimit = lower,
            UpperLimit = upper,
            PValue = look.PValue,
            AdjustedPValue = adjusted,
            Message = look.Rule switch
            {
                TrendRules.BeyondLimits when value > upper => $"{subject} in {period} is {shown}, above its upper limit of {TrendText.Figure(upper, measured)}; expected was {center} ({how}).",
                TrendRules.BeyondLimits => $"{subject} in {period} is {shown}, below its lower limit of {TrendText.Figure(lower, measured)}; expected was {center} ({how}).",
                TrendRules.RunOnOneSide => $"{subject} lies {(value > expected ? "above" : "below")} what was expected, {center}, for many periods in a row up to {period} ({how}).",
                TrendRules.MovingAverage => $"The moving average of {subject} is beyond its limits in {period}, where the value is {shown} and {center} was expected ({how}).",
                _ => $"The deviations of {subject} from what was expected, {center}, add up to a signal in {period} ({how}).",
            },
        };
    }
}
