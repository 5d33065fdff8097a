using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

public class SurvivalSampleTests
{
    [Fact]
    public void Cases_are_counted()
    {
        SurvivalSample sample = Cases.Mercaptopurine;
        Assert.Equal((21L, 9L, 12L, 0L, 35.0), (sample.Count, sample.Events, sample.Censored, sample.DelayedEntries, sample.LargestTime));
        Assert.Equal((21L, 21L, 17L, 1L, 0L), (sample.AtRisk(0), sample.AtRisk(6), sample.AtRisk(7), sample.AtRisk(35), sample.AtRisk(35.1)));
    }

    [Fact]
    public void A_duration_given_as_a_flag_is_refused()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalSample.Of([3, 8, 34], (int[])[1, 0, 34]));
        Assert.Equal("events", exception.ParamName);
        Assert.Contains("The flag of case 2 (counted from 0) is 34", exception.Message);
        Assert.Contains("durations", exception.Message);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_bad_time_is_refused_with_its_place(double time)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalSample.Of([3, time], (int[])[1, 0]));
        Assert.Equal("times", exception.ParamName);
        Assert.Contains("case 1", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalCounts().Add(time, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo)!.At(time));
    }

    [Fact]
    public void Other_lengths_are_refused()
    {
        Assert.Contains("2 times and 1 events", Assert.Throws<ArgumentException>(() => SurvivalSample.Of([3, 4], (bool[])[true])).Message);
        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => SurvivalSample.Of([1], [3, 4], [0, 1])).ParamName);
    }

    [Fact]
    public void An_entry_at_or_after_the_end_is_refused()
    {
        Assert.Equal("entries", Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalSample.Of([1, 4], [3, 4], [0, 1])).ParamName);
        Assert.Equal("entry", Assert.Throws<ArgumentOutOfRangeException>(() => new SurvivalCounts().Add(5, 4, true)).ParamName);
    }

    [Fact]
    public void A_late_case_is_at_risk_after_its_entry_only()
    {
        SurvivalSample sample = SurvivalSample.Of([0, 2, 4], [3, 5, 6], [1, 1, 0]);
        Assert.Equal(3, sample.DelayedEntries);
        Assert.Equal((1L, 1L, 2L, 1L, 2L, 1L), (sample.AtRisk(1), sample.AtRisk(2), sample.AtRisk(3), sample.AtRisk(4), sample.AtRisk(5), sample.AtRisk(6)));
    }

    [Fact]
    public void Events_at_time_0_are_allowed_and_told()
    {
        SurvivalSample sample = SurvivalSample.Of([0, -0.0, 3], (int[])[1, 1, 0]);
        Assert.Contains(sample.Warnings, warning => warning.StartsWith("2 of 2 events are at time 0", StringComparison.Ordinal));
        Assert.Equal(1.0 / 3, KaplanMeierCurve.Of(sample)!.At(0)!.Value.Survival);
    }

    [Fact]
    public void Few_events_are_told()
    {
        Assert.Contains(Cases.Mercaptopurine.Warnings, warning => warning.StartsWith("There are 9 events", StringComparison.Ordinal));
        Assert.Empty(Cases.Placebo.Warnings);
    }

    [Fact]
    public void Merging_parts_in_any_order_is_counting_the_whole() => Prop.ForAll(Cases.SomeOrNone, Gen.Choose(0, 5000).ToArbitrary(), (cases, seed) =>
    {
        (double, int)[] shuffled = Cases.Shuffled(cases, seed);
        int cut = cases.Length == 0 ? 0 : seed % cases.Length;
        SurvivalSample whole = Cases.Sample(cases);
        return whole.Equals(Cases.Sample(shuffled[cut..]).Merge(Cases.Sample(shuffled[..cut]))) && whole.GetHashCode() == Cases.Sample(shuffled).GetHashCode();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Saved_counts_load_and_equal_counts_write_equal_bytes() => Prop.ForAll(Cases.SomeOrNone, Gen.Choose(0, 5000).ToArbitrary(), (cases, seed) =>
    {
        SurvivalCounts first = Counts(cases), second = Counts(Cases.Shuffled(cases, seed));
        byte[] bytes = Bytes(first);
        SurvivalCounts loaded = SurvivalCounts.Load(new BinaryReader(new MemoryStream(bytes)));
        loaded.Merge(second);
        second.Merge(first);
        return bytes.AsSpan().SequenceEqual(Bytes(Counts(Cases.Shuffled(cases, seed + 1)))) && loaded.ToSample().Equals(second.ToSample());

        // Half of the cases come late.
        static SurvivalCounts Counts((double Time, int Flag)[] cases)
        {
            SurvivalCounts counts = new();
            foreach ((double time, int flag) in cases)
            {
                if (flag == 2) counts.Add(time / 2, time + 1, true);
                else counts.Add(time, flag == 1);
            }

            return counts;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_distinct_times_are_counted_as_they_come()
    {
        // More than wait unsorted, in an order that is not theirs, each twice.
        SurvivalCounts counts = new();
        const int Distinct = 5003;
        for (int i = 0; i < 2 * Distinct; i++) counts.Add(i * 1009L % Distinct, isEvent: true);
        SurvivalSample sample = counts.ToSample();
        KaplanMeierCurve curve = KaplanMeierCurve.Of(sample)!;
        Assert.Equal(Distinct, curve.Points.Count);
        Assert.All(curve.Points, point => Assert.Equal(2, point.Events));
        Assert.Equal(2 * Distinct, sample.Count);
        counts.Merge(counts);
        Assert.Equal(4 * Distinct, counts.ToSample().Count);
        Assert.Equal(2 * Distinct, sample.Count);
    }

    [Theory]
    [InlineData("01000000 0000000000000840 0000000000000000 00000000 00000000")]
    [InlineData("01000000 000000000000F8FF 0100000000000000 00000000 00000000")]
    [InlineData("01000000 0000000000000840 FFFFFFFFFFFFFF7F 00000000 00000000")]
    [InlineData("FFFFFFFF 00000000 00000000")]
    [InlineData("00000000 00000000 01000000 0000000000000840 0100000000000000")]
    [InlineData("01000000 0000000000000840 0100000000000000 00000000 01000000 0000000000001040 0100000000000000")]
    public void A_broken_state_is_refused(string state) =>
        Assert.Throws<InvalidDataException>(() => SurvivalCounts.Load(new BinaryReader(new MemoryStream(Convert.FromHexString(state.Replace(" ", "", StringComparison.Ordinal))))));

    private static byte[] Bytes(SurvivalCounts counts)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        counts.Save(writer);
        return stream.ToArray();
    }
}
