using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

public class CumulativeIncidenceTests
{
    // R 4.2.2 survfit, multi-state (shared/oracles/metrics/extra.json, cumulative_incidence#004): journey40.
    [Fact]
    public void Conversions_and_abandonments_agree_with_R()
    {
        CompetingRisksSample sample = CompetingRisksSample.Of(
            [11.3, 4.7, 18.9, 15.6, 17.3, 1.3, 2, 10, 7.7, 4.4, 10.4, 11.3, 0.2, 24, 17.2, 9.1, 6.1, 20.4, 9.1, 12.1, 0.4, 8.4, 2.4, 15.1, 15.4, 26.7, 1.7, 4, 15.5, 21.3, 2.4, 4.2, 15.2, 7.5, 0.7, 18.8, 7, 2.3, 19.6, 3.1],
            [1, 1, 0, 1, 0, 1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 0, 1, 2, 1, 1, 2, 1, 2, 1, 0, 1, 2, 1, 1, 1, 2, 1]);
        CumulativeIncidencePoint converted = CumulativeIncidenceCurve.Of(sample, 1)!.At(12.1)!.Value, abandoned = CumulativeIncidenceCurve.Of(sample, 2)!.At(20)!.Value;
        Near.Equal(0.501666666666667, converted.Incidence, 1e-12);
        Near.Equal(0.198777777777778, abandoned.Incidence, 1e-12);
        Assert.Equal((20.0, 0L, 4L), (abandoned.Time, abandoned.Events, abandoned.AtRisk));
        Near.Equal(0.047434164902525, CumulativeIncidenceCurve.Of(sample, 1)!.At(2.3)!.Value.StandardError, 1e-9);
        Assert.Equal((40L, 5L), (sample.Count, sample.Censored));
        Assert.Equal(
            ["There are 8 events; below 10 neither a curve nor a test says much.", "From time 17.2 on fewer than 10 cases are at risk: the end of the curve rests on few."],
            CumulativeIncidenceCurve.Of(sample, 2)!.Warnings);
    }

    [Fact]
    public void Incidences_of_all_causes_and_those_who_go_on_add_up_to_1() => Prop.ForAll(Cases.Some, cases =>
    {
        CompetingRisksSample sample = Sample(cases);
        KaplanMeierCurve any = KaplanMeierCurve.Of(Cases.Sample(cases))!;
        return cases.All(entry => Math.Abs(At(1, entry.Time) + At(2, entry.Time) + any.At(entry.Time)!.Value.Survival - 1) < 1e-12);

        double At(int cause, double time) => CumulativeIncidenceCurve.Of(sample, cause)!.At(time)!.Value.Incidence;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Treating_other_causes_as_censoring_never_gives_less() => Prop.ForAll(Cases.Some, cases =>
    {
        KaplanMeierCurve censored = KaplanMeierCurve.Of(Cases.Sample(cases.Select(entry => (entry.Time, entry.Flag == 1 ? 1 : 0))))!;
        return CumulativeIncidenceCurve.Of(Sample(cases), 1)!.Points.All(point => 1 - censored.At(point.Time)!.Value.Survival >= point.Incidence - 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_one_cause_it_is_one_less_Kaplan_and_Meier() => Prop.ForAll(Cases.Some, cases =>
    {
        CompetingRisksSample sample = CompetingRisksSample.Of([.. cases.Select(entry => entry.Time)], [.. cases.Select(entry => Math.Min(1, entry.Flag))], 1);
        return CumulativeIncidenceCurve.Of(sample, 1)!.Points.Zip(KaplanMeierCurve.Of(Cases.Sample(cases))!.Points).All(pair =>
            pair.First.AtRisk == pair.Second.AtRisk && pair.First.Events == pair.Second.Events && Math.Abs(1 - pair.First.Incidence - pair.Second.Survival) < 1e-12
            && Math.Abs(pair.First.StandardError - (pair.Second.StandardError ?? pair.First.StandardError)) < 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Variance_is_the_sum_of_squared_influences() => Prop.ForAll(Cases.Some, cases =>
    {
        CumulativeIncidenceCurve curve = CumulativeIncidenceCurve.Of(Sample(cases), 1)!;
        return curve.Points.All(point => Math.Abs(point.StandardError - Math.Sqrt(Variance(cases, point.Time, point.Incidence, curve))) < 1e-7);

        // The infinitesimal jackknife: how far each case, weighted a little more, would move the incidence.
        static double Variance((double Time, int Flag)[] cases, double until, double incidence, CumulativeIncidenceCurve curve)
        {
            double[] influence = new double[cases.Length];
            double survival = 1;
            foreach (double time in curve.Points.Select(point => point.Time).TakeWhile(time => time <= until))
            {
                double atRisk = cases.Count(entry => entry.Time >= time);
                double first = cases.Count(entry => entry.Time == time && entry.Flag == 1) / atRisk, second = cases.Count(entry => entry.Time == time && entry.Flag == 2) / atRisk;
                double gain = incidence - curve.At(time)!.Value.Incidence, left = 1 - first - second;
                double lost = left < 1e-12 ? 0 : gain / left;
                for (int i = 0; i < cases.Length; i++)
                {
                    if (cases[i].Time < time) continue;
                    bool now = cases[i].Time == time;
                    influence[i] += (((now && cases[i].Flag == 1 ? 1 : 0) - first) * (survival - lost) - ((now && cases[i].Flag == 2 ? 1 : 0) - second) * lost) / atRisk;
                }

                survival *= left;
            }

            return influence.Sum(value => value * value);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Limits_hold_the_incidence_and_widen_with_the_level() => Prop.ForAll(Cases.Some, cases =>
    {
        CompetingRisksSample sample = Sample(cases);
        return CumulativeIncidenceCurve.Of(sample, 2, 0.8)!.Points.Zip(CumulativeIncidenceCurve.Of(sample, 2, 0.99)!.Points).All(pair =>
            pair.First.Lower is not { } lower || (0 <= pair.Second.Lower && pair.Second.Lower <= lower && lower <= pair.First.Incidence && pair.First.Incidence <= pair.First.Upper && pair.First.Upper <= pair.Second.Upper && pair.Second.Upper <= 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_merge_save_and_load() => Prop.ForAll(Cases.SomeOrNone, Gen.Choose(0, 5000).ToArbitrary(), (cases, seed) =>
    {
        int cut = cases.Length == 0 ? 0 : seed % cases.Length;
        (double, int)[] shuffled = Cases.Shuffled(cases, seed);
        CompetingRisksCounts one = Counts(shuffled[..cut]), other = Counts(shuffled[cut..]);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        other.Save(writer);
        stream.Position = 0;
        one.Merge(CompetingRisksCounts.Load(new BinaryReader(stream)));
        CompetingRisksSample merged = one.ToSample(), whole = Counts(cases).ToSample();
        return merged.Equals(whole) && merged.GetHashCode() == whole.GetHashCode();

        static CompetingRisksCounts Counts((double Time, int Flag)[] cases)
        {
            CompetingRisksCounts counts = new(2);
            foreach ((double time, int flag) in cases) counts.Add(time, flag);
            return counts;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Empty_cases_give_nothing_and_bad_ones_are_refused()
    {
        Assert.Null(CumulativeIncidenceCurve.Of(CompetingRisksSample.Of([], []), 1));
        CompetingRisksSample sample = CompetingRisksSample.Of([3, 5], [2, 0]);
        Assert.Equal((0L, 1L), (sample.Events(1), sample.Events(2)));
        Assert.Null(CumulativeIncidenceCurve.Of(sample, 1)!.At(5.5));
        Assert.Equal((0, null), (CumulativeIncidenceCurve.Of(sample, 2)!.At(1)!.Value.Incidence, CumulativeIncidenceCurve.Of(sample, 2)!.At(1)!.Value.Lower));
        Assert.Throws<ArgumentOutOfRangeException>(() => CumulativeIncidenceCurve.Of(sample, 3));
        Assert.Contains("ended by cause 3", Assert.Throws<ArgumentOutOfRangeException>(() => CompetingRisksSample.Of([3], [3])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CompetingRisksSample.Of([-3], [1]));
        Assert.Throws<ArgumentException>(() => CompetingRisksSample.Of([3], [1, 1]));
        Assert.Throws<ArgumentException>(() => new CompetingRisksCounts(2).Merge(new CompetingRisksCounts(3)));
        Assert.Throws<InvalidDataException>(() => CompetingRisksCounts.Load(new BinaryReader(new MemoryStream(new byte[4]))));
    }

    private static CompetingRisksSample Sample((double Time, int Flag)[] cases) => CompetingRisksSample.Of([.. cases.Select(entry => entry.Time)], [.. cases.Select(entry => entry.Flag)]);
}
