using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

/// <summary>Published samples, and generated ones.</summary>
internal static class Cases
{
    /// <summary>Weeks of remission under placebo: E. J. Freireich et al., Blood 21 (1963); table 1.1 of Cox &amp; Oakes, Analysis of Survival Data (1984). All relapsed.</summary>
    public static SurvivalSample Placebo { get; } = SurvivalSample.Of(
        [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        (int[])[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);

    /// <summary>Weeks of remission under 6-mercaptopurine, from the same table.</summary>
    public static SurvivalSample Mercaptopurine { get; } = SurvivalSample.Of(
        [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        (int[])[1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);

    /// <summary>Acute myelogenous leukemia with maintenance chemotherapy: R. G. Miller, Survival Analysis (1981), page 49.</summary>
    public static SurvivalSample Maintained { get; } = SurvivalSample.Of([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], (int[])[1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]);

    /// <summary>The same without maintenance.</summary>
    public static SurvivalSample NotMaintained { get; } = SurvivalSample.Of([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], (int[])[1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]);

    private static readonly Gen<(double Time, int Flag)> Case = from time in Gen.Choose(0, 24) from flag in Gen.Choose(0, 2) select (time / 2.0, flag);

    /// <summary>Cases with many ties; the flag is 0, 1 or 2.</summary>
    public static Arbitrary<(double Time, int Flag)[]> Some { get; } = Case.NonEmptyListOf().Select(cases => cases.ToArray()).ToArbitrary();

    /// <summary>Two lists of cases, one of which may be empty.</summary>
    public static Arbitrary<(double Time, int Flag)[]> SomeOrNone { get; } = Case.ArrayOf().ToArbitrary();

    /// <summary>A sample in which flags above 0 are events.</summary>
    public static SurvivalSample Sample(IEnumerable<(double Time, int Flag)> cases)
    {
        SurvivalCounts counts = new();
        foreach ((double time, int flag) in cases) counts.Add(time, flag > 0);
        return counts.ToSample();
    }

    /// <summary>The same cases in another order.</summary>
    public static (double Time, int Flag)[] Shuffled((double Time, int Flag)[] cases, int seed)
    {
        (double, int)[] shuffled = [.. cases];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
