using CustomerJourney.Statistics.Drivers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Drivers;

public class DriverTests
{
    private static readonly Arbitrary<DriverData> Any =
        (from drivers in Gen.Choose(1, 5)
         from rows in Gen.Choose(drivers + 2, 25)
         from columns in Gen.Choose(-20, 20).ArrayOf(rows).ArrayOf(drivers)
         from outcome in Gen.Choose(-20, 20).ArrayOf(rows)
         let data = Data(columns.Select(column => column.Select(value => (double)value).ToArray()).ToArray(), [.. outcome.Select(value => (double)value)])
         where data.Problems.Count == 0
         select data).ToArbitrary();

    // NIST Statistical Reference Datasets, Longley: certified values. The columns are nearly dependent; Cholesky on raw sums loses most digits here.
    [Fact]
    public void Longley_regression_has_the_certified_values()
    {
        double[][] columns =
        [
            [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
            [234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894],
            [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
            [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
            [107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081],
            [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
        ];
        double[] outcome = [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551];
        DriverData data = Data(columns, outcome);
        LinearRegression fit = LinearRegression.Fit(data)!;
        double[] coefficients = [-3482258.63459582, 15.0618722713733, -0.358191792925910e-1, -2.02022980381683, -1.03322686717359, -0.511041056535807e-1, 1829.15146461355];
        double[] errors = [890420.383607373, 84.9149257747669, 0.334910077722432e-1, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212];
        for (int i = 0; i < coefficients.Length; i++)
        {
            Near.Equal(coefficients[i], fit.Terms[i].Estimate.Value, 1e-10);
            Near.Equal(errors[i], fit.Terms[i].StandardError, 1e-10);
        }

        Near.Equal(0.995479004577296, fit.RSquared, 1e-13);
        Near.Equal(304.854073561965, fit.ResidualStandardError, 1e-11);
        Assert.Equal(9, fit.DegreesOfFreedom);
        Assert.Equal(6, data.Warnings.Count(warning => warning.Contains("rows for", StringComparison.Ordinal) || warning.Contains("variance inflation", StringComparison.Ordinal)));
    }

    [Fact]
    public void Weights_and_Shapley_values_sum_to_r_squared() =>
        Prop.ForAll(Any, data =>
        {
            double whole = LinearRegression.Fit(data)!.RSquared;
            DriverWeights johnson = DriverImportance.RelativeWeights(data)!, shapley = DriverImportance.Shapley(data)!;
            return Math.Abs(johnson.Weights.Sum() - whole) < 1e-8 && Math.Abs(shapley.Weights.Sum() - whole) < 1e-8
                && johnson.Weights.All(weight => weight >= 0) && shapley.Weights.All(weight => weight >= -1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Importance_does_not_know_units_or_signs() =>
        Prop.ForAll(Gen.Choose(-20, 20).ArrayOf(12).ArrayOf(4).ToArbitrary(), columns =>
        {
            double[][] all = [.. columns.Select(column => column.Select(value => (double)value).ToArray())];
            DriverData data = Data(all[..3], all[3]);
            if (data.Problems.Count > 0 || data.VarianceInflation()!.Max() > 1e4) return true;
            DriverData other = Data([.. all[..3].Select((column, j) => column.Select(value => 5 - (j + 1) * 3.7 * value).ToArray())], [.. all[3].Select(value => 100 + 0.01 * value)]);
            return Close(DriverImportance.RelativeWeights(data)!, DriverImportance.RelativeWeights(other)!) && Close(DriverImportance.Shapley(data)!, DriverImportance.Shapley(other)!);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Unrelated_drivers_have_their_squared_correlations()
    {
        DriverData data = Data([[-1, -1, 1, 1], [-1, 1, -1, 1]], [-3, -1.5, 1, 3.5]);
        Assert.All(data.VarianceInflation()!, inflation => Exact(1, inflation));
        double first = Correlation.Pearson([-1, -1, 1, 1], [-3, -1.5, 1, 3.5])!.Value, second = Correlation.Pearson([-1, 1, -1, 1], [-3, -1.5, 1, 3.5])!.Value;
        foreach (DriverWeights weights in new[] { DriverImportance.RelativeWeights(data)!, DriverImportance.Shapley(data)! })
        {
            Exact(first * first, weights.Weights[0]);
            Exact(second * second, weights.Weights[1]);
            Exact(1, weights.Shares!.Sum());
        }

        void Exact(double expected, double actual) => Near.Equal(expected, actual, 1e-13);
    }

    [Fact]
    public void One_driver_alone_is_the_correlation()
    {
        double[] x = [1, 2, 3, 4, 5, 7], y = [2, 1, 4, 3, 7, 5];
        CorrelationResult correlation = Correlation.Pearson(x, y)!;
        LinearRegression fit = LinearRegression.Fit(Data([x], y))!;
        Near.Equal(correlation.Value, fit.Terms[1].StandardizedCoefficient, 1e-13);
        Near.Equal(correlation.Test!.PValue, fit.Terms[1].Test!.PValue, 1e-11);
        Near.Equal(correlation.Test.Statistic, fit.Terms[1].Test!.Statistic, 1e-12);
        Assert.Null(fit.Terms[0].StandardizedCoefficient);
    }

    [Fact]
    public void Singular_columns_are_told_by_name()
    {
        double[] ease = [1, 2, 3, 4, 5, 2, 7], speed = [2, 7, 1, 8, 2, 8, 1], sum = [3, 9, 4, 12, 7, 10, 8], outcome = [1, 2, 3, 3, 4, 4, 5];
        DriverData data = DriverData.Create(["ease", "price", "speed", "sum"], [ease, [4, 4, 4, 4, 4, 4, 4], speed, sum], outcome);
        Assert.Equal(["Driver 'price' is 4 in every row: leave it out.", "Driver 'sum' is a linear combination of 'ease', 'speed': leave one of them out."], data.Problems);
        Assert.Null(LinearRegression.Fit(data));
        Assert.Null(data.VarianceInflation());
        Assert.Null(DriverImportance.RelativeWeights(data));
        Assert.Null(DriverImportance.Shapley(data));
        Assert.Contains("nothing to explain", Assert.Single(Data([ease], [3, 3, 3, 3, 3, 3, 3]).Problems), StringComparison.Ordinal);
        Assert.Contains("There are 7 rows for 6 drivers; at least 8", Assert.Single(Data([ease, speed, sum, ease, ease, ease], outcome).Problems), StringComparison.Ordinal);
        Assert.NotEmpty(Data([[]], []).Problems);
    }

    [Fact]
    public void A_perfect_fit_has_no_test()
    {
        double[] x = [1, 2, 3, 4, 5, 7], y = [3, 5, 7, 9, 11, 15];
        LinearRegression fit = LinearRegression.Fit(Data([x], y))!;
        Assert.Equal(1, fit.RSquared);
        Assert.All(fit.Terms, term => Assert.Null(term.Test));
        Near.Equal(2, fit.Terms[1].Estimate.Value, 1e-13);
        Near.Equal(1, fit.Terms[0].Estimate.Value, 1e-12);
    }

    [Fact]
    public void Bad_tables_are_refused_with_the_place()
    {
        Assert.Contains("Row 1 of driver 'ease' is NaN", Message(() => DriverData.Create(["ease"], [[1, double.NaN]], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("3 values of driver 'ease' and 2 of the outcome", Message(() => DriverData.Create(["ease"], [[1, 2, 3]], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("Two drivers are named 'ease'", Message(() => DriverData.Create(["ease", "ease"], [[1], [2]], [1])), StringComparison.Ordinal);
        Assert.Contains("There is no driver", Message(() => DriverData.Create([], [], [1])), StringComparison.Ordinal);
        Assert.Contains("2 names and 1 columns", Message(() => DriverData.Create(["a", "b"], [[1]], [1])), StringComparison.Ordinal);
        double[][] many = [.. Enumerable.Range(0, 21).Select(i => Enumerable.Range(0, 40).Select(row => Math.Cos(i * 37.1 + row * row)).ToArray())];
        Assert.Contains("21 drivers", Message(() => DriverImportance.Shapley(Data(many, [.. Enumerable.Range(0, 40).Select(row => Math.Sin(row))]))), StringComparison.Ordinal);
    }

    // shared/oracles/metrics/driver_control_survey.json compares with R's psych; here the identities.
    [Fact]
    public void Alpha_of_equal_items_is_one_and_of_unrelated_ones_zero()
    {
        CronbachAlpha same = CronbachAlpha.Of([[1, 2, 3, 5], [1, 2, 3, 5], [1, 2, 3, 5]])!;
        Near.Equal(1, same.Raw, 1e-13);
        Near.Equal(1, same.Standardized, 1e-13);
        CronbachAlpha unrelated = CronbachAlpha.Of([[1, 1, 2, 2], [1, 2, 1, 2]])!;
        Near.Equal(0, unrelated.Raw, 0, 1e-14);
        Near.Equal(0, unrelated.Standardized, 0, 1e-14);
        Assert.Equal((2, 4), (unrelated.Items, unrelated.N));
    }

    [Fact]
    public void Alpha_that_is_undefined_is_null_and_bad_items_are_told()
    {
        Assert.Null(CronbachAlpha.Of([[1], [2]]));
        Assert.Null(CronbachAlpha.Of([[1, 2], [2, 1]])!.Raw);
        Assert.Null(CronbachAlpha.Of([[1, 2], [2, 1]])!.Standardized);
        Assert.Null(CronbachAlpha.Of([[1, 2, 3], [2, 2, 2]])!.Standardized);
        Near.Equal(0, CronbachAlpha.Of([[1, 2, 3], [2, 2, 2]])!.Raw, 0, 1e-14);
        Assert.Contains("at least two items", Message(() => CronbachAlpha.Of([[1, 2]])), StringComparison.Ordinal);
        Assert.Contains("Item 1 has 1 values and item 0 has 2", Message(() => CronbachAlpha.Of([[1, 2], [1]])), StringComparison.Ordinal);
    }

    private static DriverData Data(double[][] columns, double[] outcome) => DriverData.Create([.. Enumerable.Range(0, columns.Length).Select(j => $"x{j}")], columns, outcome);

    private static bool Close(DriverWeights left, DriverWeights right) => left.Weights.Zip(right.Weights).All(pair => Math.Abs(pair.First - pair.Second) < 1e-7);

    private static string Message(Func<object?> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    [Fact]
    public void Drivers_that_nearly_repeat_each_other_have_finite_weights_that_sum_to_r_squared()
    {
        // From clearly apart to just above what is told as a linear combination.
        Random random = new(4);
        double[] first = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())], noise = [.. first.Select(_ => random.NextDouble())], outcome = [.. first.Select((x, i) => x + noise[i] + random.NextDouble())];
        foreach (double apart in (double[])[1e-1, 1e-3, 1e-5, 1e-6])
        {
            DriverData data = DriverData.Create(["first", "nearly the same"], [first, [.. first.Select((x, i) => x + apart * noise[i])]], outcome);
            Assert.Empty(data.Problems);
            double explained = LinearRegression.Fit(data)!.RSquared;
            foreach (DriverWeights weights in new[] { DriverImportance.RelativeWeights(data)!, DriverImportance.Shapley(data)! })
            {
                Assert.All(weights.Weights, weight => Assert.InRange(weight, 0, 1));
                Near.Equal(explained, weights.RSquared, 1e-3);
            }
        }
    }
}
