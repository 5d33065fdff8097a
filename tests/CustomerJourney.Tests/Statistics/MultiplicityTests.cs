using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class MultiplicityTests
{
    private static readonly Func<double[], double[]>[] Methods =
    [
        p => Multiplicity.Bonferroni(p), p => Multiplicity.Sidak(p), p => Multiplicity.Holm(p), p => Multiplicity.HolmSidak(p),
        p => Multiplicity.Hochberg(p), p => Multiplicity.Hommel(p), p => Multiplicity.BenjaminiHochberg(p), p => Multiplicity.BenjaminiYekutieli(p),
    ];

    private static readonly Arbitrary<double[]> PValues =
        Gen.Choose(0, 1_000_000).Select(n => n / 1e6).ArrayOf().ToArbitrary();

    // shared/oracles/metrics/tests.json, multiplicity.*#001: statsmodels 0.13.5, R p.adjust.
    [Fact]
    public void Holm_agrees_with_other_software() => Check([0.05, 0.08, 0.09, 0.09, 0.09], Multiplicity.Holm([0.01, 0.02, 0.03, 0.04, 0.05]));

    [Fact]
    public void Benjamini_Hochberg_agrees_with_the_example_of_their_paper() => Check(
        [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645, 0.0765, 0.486, 0.5811818181818182, 0.714875, 0.7532307692307693, 0.8132142857142857, 1.0],
        Multiplicity.BenjaminiHochberg([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0]));

    [Fact]
    public void Other_methods_agree_with_other_software()
    {
        double[] p = [0.01, 0.02, 0.03, 0.04, 0.05];
        Check([0.05, 0.05, 0.05, 0.05, 0.05], Multiplicity.Hochberg(p));
        Check([0.05, 0.05, 0.05, 0.05, 0.05], Multiplicity.Hommel(p));
        Check([0.0490099501, 0.07763184, 0.087327, 0.087327, 0.087327], Multiplicity.HolmSidak(p));
        Check([0.11416666666666667, 0.11416666666666667, 0.11416666666666667, 0.11416666666666667, 0.11416666666666667], Multiplicity.BenjaminiYekutieli(p));
    }

    [Fact]
    public void Results_keep_the_order_of_the_input() => Check([0.09, 0.02, 0.09, 0.6], Multiplicity.Holm([0.03, 0.005, 0.04, 0.6]));

    [Fact]
    public void No_tests_give_no_adjusted_values() => Assert.All(Methods, method => Assert.Empty(method([])));

    [Fact]
    public void Adjusted_values_lie_between_the_raw_one_and_1() => Prop.ForAll(PValues, p =>
        Methods.All(method => method(p).Zip(p).All(pair => pair.First >= pair.Second - 1e-15 && pair.First <= 1))).QuickCheckThrowOnFailure();

    [Fact]
    public void Adjusted_values_keep_the_order_of_the_raw_ones() => Prop.ForAll(PValues, p => Methods.All(method =>
    {
        double[] sorted = [.. p.Order()];
        double[] adjusted = method(sorted);
        return adjusted.Zip(adjusted.Skip(1)).All(pair => pair.First <= pair.Second);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Holm_lies_between_Benjamini_Hochberg_and_Bonferroni() => Prop.ForAll(PValues, p =>
    {
        double[] low = Multiplicity.BenjaminiHochberg(p), holm = Multiplicity.Holm(p), high = Multiplicity.Bonferroni(p);
        return holm.Zip(low).All(x => x.First >= x.Second - 1e-12) && holm.Zip(high).All(x => x.First <= x.Second + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Assert.Equal("pValues", Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.Holm([0.1, double.NaN])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.BenjaminiHochberg([1.1]));
    }

    private static void Check(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((double first, double second) in expected.Zip(actual)) Near.Equal(first, second, 1e-12);
    }
}
