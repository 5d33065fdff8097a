using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

public class LogisticRegressionTests
{
    // Hours of study and whether the exam was passed: Wikipedia, "Logistic regression", example.
    private static readonly double[] Hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
    private static readonly int[] Passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

    private static readonly Arbitrary<Problem> Problems = Gen.Choose(1, 1_000_000).Select(seed => new Problem(seed)).ToArbitrary();

    [Fact]
    public void Maximum_likelihood_agrees_with_the_published_example()
    {
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood(Hours, 1, Passed, 2);
        Assert.True(fit.Converged);
        Near.Equal(-4.0777, fit.Model.Intercepts[1], absolute: 5e-5);
        Near.Equal(1.5046, fit.Model.Coefficients[1][0], absolute: 5e-5);
        Near.Equal(1.7610, fit.StandardErrors![1][0], absolute: 5e-5);
        Near.Equal(0.6287, fit.StandardErrors[1][1], absolute: 5e-5);
        Near.Equal(-8.02988, fit.LogLikelihood, absolute: 5e-6);
        Assert.Equal((0.0, 0.0), (fit.Model.Intercepts[0], fit.Model.Coefficients[0][0]));
        Assert.Equal((SeparationKind.None, 0), (fit.Separation, fit.Warnings.Count));
        Near.Equal(-fit.LogLikelihood, fit.Objective, 1e-14);
    }

    [Fact]
    public void A_model_with_as_many_parameters_as_shares_gives_the_shares()
    {
        // One yes/no feature and three classes: 10, 6, 4 of 20 without it and 2, 3, 5 of 10 with it.
        int[] labels = [.. Classes(10, 6, 4), .. Classes(2, 3, 5)];
        double[] feature = [.. Enumerable.Repeat(0.0, 20), .. Enumerable.Repeat(1.0, 10)];
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood(feature, 1, labels, 3);
        Close([0.5, 0.3, 0.2], fit.Model.Probabilities([0]), 1e-9);
        Close([0.2, 0.3, 0.5], fit.Model.Probabilities([1]), 1e-9);

        // The variance of a log-odds of counts a and b is 1/a + 1/b, and those of two groups add up.
        Near.Equal(Math.Sqrt(1.0 / 10 + 1.0 / 6), fit.StandardErrors![1][0], 1e-8);
        Near.Equal(Math.Sqrt(1.0 / 10 + 1.0 / 4 + 1.0 / 2 + 1.0 / 5), fit.StandardErrors[2][1], 1e-8);
        static IEnumerable<int> Classes(params int[] counts) => counts.SelectMany((count, c) => Enumerable.Repeat(c, count));
    }

    [Fact]
    public void The_slope_is_0_at_the_maximum() => Prop.ForAll(Problems, problem =>
    {
        LogisticRegressionFit fit = problem.Likelihood();
        return fit.Converged && problem.Slopes(fit.Model, 1, 0).All(slope => Math.Abs(slope) < 1e-6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_slope_is_0_at_the_penalized_minimum() => Prop.ForAll(Problems, Gen.Elements(0.01, 0.3, 1, 50).ToArbitrary(), (problem, c) =>
    {
        LogisticRegressionFit fit = problem.Penalized(c);
        double penalty = fit.Model.Coefficients.Sum(row => row.Sum(w => w * w)) / 2;
        return fit.Converged && fit.StandardErrors is null && problem.Slopes(fit.Model, c, 1).All(slope => Math.Abs(slope) < 1e-6 * (1 + c))
            && Math.Abs(fit.Objective - (penalty - c * fit.LogLikelihood)) < 1e-9 * (1 + fit.Objective)
            && Math.Abs(fit.Model.Intercepts.Sum()) < 1e-9 && Enumerable.Range(0, Problem.Width).All(j => Math.Abs(fit.Model.Coefficients.Sum(row => row[j])) < 1e-7);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Probabilities_sum_to_1_and_move_with_the_numbers_of_classes() => Prop.ForAll(Problems, problem =>
    {
        Problem renumbered = problem.Renumbered();
        double[] x = problem.Features[..Problem.Width];
        return Moved(problem.Likelihood().Model, renumbered.Likelihood().Model) && Moved(problem.Penalized(1).Model, renumbered.Penalized(1).Model);

        bool Moved(MultinomialLogisticRegression first, MultinomialLogisticRegression second)
        {
            double[] p = first.Probabilities(x), q = second.Probabilities(x);
            return Math.Abs(p.Sum() - 1) < 1e-12 && Enumerable.Range(0, 3).All(c => Math.Abs(p[c] - q[(c + 1) % 3]) < 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Units_do_not_matter_to_maximum_likelihood()
    {
        Problem problem = new(7);
        double[] scaled = [.. problem.Features.Select((x, i) => i % Problem.Width == 0 ? 1e6 * x + 5e7 : 1e-6 * x)];
        LogisticRegressionFit plain = problem.Likelihood(), other = MultinomialLogisticRegression.FitMaximumLikelihood(scaled, Problem.Width, problem.Labels, 3);
        Close(plain.Model.Probabilities(problem.Features.AsSpan(0, Problem.Width)), other.Model.Probabilities(scaled.AsSpan(0, Problem.Width)), 1e-7);
        Near.Equal(plain.StandardErrors![1][1], other.StandardErrors![1][1] * 1e6, 1e-6);
        Near.Equal(plain.LogLikelihood, other.LogLikelihood, 1e-9);
    }

    [Fact]
    public void Examples_given_twice_are_half_the_penalty()
    {
        Problem problem = new(11);
        MultinomialLogisticRegression twice = MultinomialLogisticRegression.FitPenalized([.. problem.Features, .. problem.Features], Problem.Width, [.. problem.Labels, .. problem.Labels], 3, 0.25).Model;
        Close(problem.Penalized(0.5).Model.Coefficients[2], twice.Coefficients[2], 1e-7);
    }

    [Fact]
    public void With_two_classes_the_penalty_is_the_binary_one_at_twice_C()
    {
        MultinomialLogisticRegression model = MultinomialLogisticRegression.FitPenalized(Hours, 1, Passed, 2, 0.5).Model;
        double slope = model.Coefficients[1][0] - model.Coefficients[0][0], intercept = model.Intercepts[1] - model.Intercepts[0];
        // The slope of 2C·NLL + w²/2 is 0 in w and in the intercept.
        double[] misses = [.. Hours.Zip(Passed, (x, y) => 1 / (1 + Math.Exp(-intercept - slope * x)) - y)];
        Near.Equal(0, misses.Zip(Hours, (miss, x) => miss * x).Sum() + slope, absolute: 1e-7);
        Near.Equal(0, misses.Sum(), absolute: 1e-7);
    }

    [Fact]
    public void Complete_separation_is_found_and_a_penalty_helps()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        int[] y = [0, 0, 0, 1, 1, 1];
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood(x, 1, y, 2);
        Assert.Equal((SeparationKind.Complete, false, 1), (fit.Separation, fit.Converged, fit.Warnings.Count));
        Assert.Null(fit.StandardErrors);
        Assert.Contains("Fit with a penalty", fit.Warnings[0], StringComparison.Ordinal);
        LogisticRegressionFit penalized = MultinomialLogisticRegression.FitPenalized(x, 1, y, 2);
        Assert.True(penalized.Converged);
        Assert.Equal(SeparationKind.None, penalized.Separation);
    }

    [Fact]
    public void Quasi_complete_separation_is_found()
    {
        // At 3 both classes occur, elsewhere only one.
        LogisticRegressionFit border = MultinomialLogisticRegression.FitMaximumLikelihood([1, 2, 3, 3, 4, 5], 1, [0, 0, 0, 1, 1, 1], 2);
        Assert.Equal((SeparationKind.QuasiComplete, false), (border.Separation, border.Converged));

        // Class 2 occurs only with the second feature; the first feature overlaps everywhere.
        Random random = new(3);
        double[] features = new double[600];
        int[] labels = new int[300];
        for (int i = 0; i < 300; i++)
        {
            features[2 * i] = random.NextDouble();
            features[2 * i + 1] = i % 10 == 0 ? 1 : 0;
            labels[i] = i % 10 == 0 && i % 20 == 0 ? 2 : random.Next(2);
        }

        LogisticRegressionFit rare = MultinomialLogisticRegression.FitMaximumLikelihood(features, 2, labels, 3);
        Assert.Equal((SeparationKind.QuasiComplete, false), (rare.Separation, rare.Converged));
        Assert.Null(rare.StandardErrors);
    }

    [Fact]
    public void Nearly_separated_classes_still_have_their_maximum()
    {
        // A single pair out of order: the coefficients are large and finite.
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood([1, 2, 3, 4.01, 4, 5, 6, 7], 1, [0, 0, 0, 0, 1, 1, 1, 1], 2);
        Assert.Equal((SeparationKind.None, true), (fit.Separation, fit.Converged));
        Assert.InRange(fit.Model.Coefficients[1][0], 1, 100);
    }

    [Fact]
    public void A_solver_that_was_stopped_says_so()
    {
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood(Hours, 1, Passed, 2, new LogisticRegressionOptions { MaximumIterations = 1 });
        Assert.Equal((false, 1, 1), (fit.Converged, fit.Iterations, fit.Warnings.Count));
        Assert.Null(fit.StandardErrors);
        Assert.True(fit.Slope > 1e-6);
    }

    [Fact]
    public void The_same_examples_give_the_same_bits()
    {
        Problem problem = new(5);
        Assert.Equal(problem.Penalized(1).Model.Coefficients, problem.Penalized(1).Model.Coefficients);
    }

    [Fact]
    public void A_model_made_again_from_its_parameters_is_the_same()
    {
        MultinomialLogisticRegression model = new Problem(9).Penalized(1).Model;
        Assert.Equal(model.Probabilities([1, -1]), MultinomialLogisticRegression.FromParameters(model.Intercepts, model.Coefficients).Probabilities([1, -1]));
        Assert.Equal(
            ["Intercept, class 1: Infinity is not a finite number.", "Coefficient, class 0, feature 0: NaN is not a finite number.", "Coefficient, class 1: there are 2 values, class 0 has 1."],
            MultinomialLogisticRegression.FaultsOf([0, double.PositiveInfinity], [[double.NaN], [1, 2]]));
        Assert.Throws<ArgumentException>(() => MultinomialLogisticRegression.FromParameters([0], [[1]]));
    }

    [Fact]
    public void Features_that_do_not_determine_coefficients_are_refused_without_a_penalty()
    {
        double[] constant = [.. Hours.SelectMany(x => new[] { x, 0.1 })], twice = [.. Hours.SelectMany(x => new[] { x, 3 - 2 * x })];
        Assert.Contains("Feature 1", Assert.Throws<ArgumentException>(() => MultinomialLogisticRegression.FitMaximumLikelihood(constant, 2, Passed, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Feature 1", Assert.Throws<ArgumentException>(() => MultinomialLogisticRegression.FitMaximumLikelihood(twice, 2, Passed, 2)).Message, StringComparison.Ordinal);
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitPenalized(constant, 2, Passed, 2);
        Assert.True(fit.Converged);
        Assert.Equal(0, fit.Model.Coefficients[1][1]);
        Assert.True(MultinomialLogisticRegression.FitPenalized(twice, 2, Passed, 2).Converged);
    }

    [Fact]
    public void What_nothing_can_be_learned_from_is_refused()
    {
        Assert.Contains("class 1", Assert.Throws<ArgumentException>(() => MultinomialLogisticRegression.FitPenalized([1, 2], 1, [0, 0], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("class 0, 1", Assert.Throws<ArgumentException>(() => MultinomialLogisticRegression.FitPenalized([], 1, [], 2)).Message, StringComparison.Ordinal);
        Assert.Equal("features", Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialLogisticRegression.FitPenalized([1, double.NaN], 1, [0, 1], 2)).ParamName);
        Assert.Equal("inverseStrength", Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialLogisticRegression.FitPenalized([1, 2], 1, [0, 1], 2, 0)).ParamName);
        Assert.Equal("featureCount", Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialLogisticRegression.FitPenalized([1, 2], 0, [0, 1], 2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialLogisticRegression.FitPenalized([-1e200, 1e200], 1, [0, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticRegressionOptions { MaximumIterations = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticRegressionOptions { Tolerance = double.NaN });
    }

    private static void Close(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double absolute)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach ((double first, double second) in expected.Zip(actual)) Near.Equal(first, second, 0, absolute);
    }

    /// <summary>Eighty cases of two features and three classes that overlap.</summary>
    private sealed class Problem
    {
        public const int Width = 2;
        private const int Cases = 80;

        public Problem(int seed)
        {
            Random random = new(seed);
            Features = [.. Enumerable.Range(0, Cases * Width).Select(_ => 4 * random.NextDouble() - 2)];
            Labels = [.. Enumerable.Range(0, Cases).Select(i => i < 3 ? i : random.NextDouble() < 0.4 && Features[i * Width] > 0 ? 2 : random.Next(3))];
        }

        private Problem(double[] features, int[] labels) => (Features, Labels) = (features, labels);

        public double[] Features { get; }

        public int[] Labels { get; }

        public Problem Renumbered() => new(Features, [.. Labels.Select(label => (label + 1) % 3)]);

        public LogisticRegressionFit Likelihood() => MultinomialLogisticRegression.FitMaximumLikelihood(Features, Width, Labels, 3);

        public LogisticRegressionFit Penalized(double c) => MultinomialLogisticRegression.FitPenalized(Features, Width, Labels, 3, c);

        /// <summary>The slopes of C·NLL + penalty·½Σw² in all parameters, by their definition.</summary>
        public IEnumerable<double> Slopes(MultinomialLogisticRegression model, double factor, double penalty)
        {
            double[][] misses = [.. Enumerable.Range(0, Labels.Length).Select(i => model.Probabilities(Features.AsSpan(i * Width, Width)).Select((p, c) => p - (c == Labels[i] ? 1 : 0)).ToArray())];
            for (int c = 0; c < 3; c++)
            {
                yield return factor * misses.Sum(row => row[c]);
                for (int j = 0; j < Width; j++) yield return factor * misses.Select((row, i) => row[c] * Features[i * Width + j]).Sum() + penalty * model.Coefficients[c][j];
            }
        }
    }
}
