using CustomerJourney.Statistics.Models;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Models;

public class NaiveBayesTests
{
    private static readonly Arbitrary<(double[] Counts, int[] Labels)> Examples =
        (from n in Gen.Choose(3, 20)
         from counts in Gen.Choose(0, 6).Select(x => (double)x).ArrayOf(n * 3)
         from labels in Gen.Choose(0, 2).ArrayOf(n)
         where labels.Distinct().Count() == 3 && counts.Distinct().Count() > 1
         select (counts, labels)).ToArbitrary();

    // C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008), example 13.1: Chinese, Beijing, Shanghai, Macao, Tokyo, Japan.
    private static readonly MultinomialNaiveBayes China = MultinomialNaiveBayes.Fit(
        [2, 1, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1], 6, [1, 1, 1, 0], 2);

    [Fact]
    public void Multinomial_model_agrees_with_the_textbook()
    {
        Near.Equal(3.0 / 7, Math.Exp(China.FeatureLogProbabilities[1][0]), 1e-14);
        Near.Equal(1.0 / 14, Math.Exp(China.FeatureLogProbabilities[1][4]), 1e-14);
        Near.Equal(2.0 / 9, Math.Exp(China.FeatureLogProbabilities[0][0]), 1e-14);
        Near.Equal(3.0 / 4, Math.Exp(China.ClassLogPriors[1]), 1e-14);
        double yes = 3.0 / 4 * Math.Pow(3.0 / 7, 3) / 14 / 14, no = 1.0 / 4 * Math.Pow(2.0 / 9, 5);
        double[] probabilities = China.Probabilities([3, 0, 0, 0, 1, 1]);
        Near.Equal(yes / (yes + no), probabilities[1], 1e-13);
        Assert.Equal(1, China.MostLikely([3, 0, 0, 0, 1, 1]));
    }

    [Fact]
    public void Gaussian_model_agrees_with_a_calculation_by_hand()
    {
        GaussianNaiveBayes model = GaussianNaiveBayes.Fit([1, 5, 3, 9], 1, [0, 1, 0, 1], 2);
        Assert.Equal([2.0, 7.0], model.Means.Select(row => row[0]));
        Near.Equal(1 + 8.75e-9, model.Variances[0][0], 1e-15);
        Near.Equal(4 + 8.75e-9, model.Variances[1][0], 1e-15);
        double low = Math.Exp(-2), high = Math.Exp(-9.0 / 8) / 2;
        Near.Equal(low / (low + high), model.Probabilities([4])[0], 1e-7);
    }

    [Fact]
    public void Many_counts_neither_overflow_nor_lose_the_logarithm()
    {
        double[] logs = new double[2];
        China.LogProbabilities([0, 0, 0, 0, 5000, 5000], logs);
        Assert.Equal(0, logs[0]);
        Assert.True(logs[1] < -1000 && double.IsFinite(logs[1]));
        Assert.Equal([1.0, 0.0], China.Probabilities([0, 0, 0, 0, 5000, 5000]));
    }

    [Fact]
    public void Probabilities_sum_to_1_and_move_with_the_numbers_of_classes() => Prop.ForAll(Examples, examples =>
    {
        int[] renumbered = [.. examples.Labels.Select(label => (label + 1) % 3)];
        double[] x = examples.Counts[..3];
        (ClassificationModel First, ClassificationModel Second)[] models =
        [
            (MultinomialNaiveBayes.Fit(examples.Counts, 3, examples.Labels, 3, 0.5), MultinomialNaiveBayes.Fit(examples.Counts, 3, renumbered, 3, 0.5)),
            (GaussianNaiveBayes.Fit(examples.Counts, 3, examples.Labels, 3), GaussianNaiveBayes.Fit(examples.Counts, 3, renumbered, 3)),
        ];
        return models.All(pair =>
        {
            double[] first = pair.First.Probabilities(x), second = pair.Second.Probabilities(x);
            return Math.Abs(first.Sum() - 1) < 1e-12 && first.All(p => p is >= 0 and <= 1) && Enumerable.Range(0, 3).All(c => Math.Abs(first[c] - second[(c + 1) % 3]) < 1e-12);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Multinomial_model_agrees_with_products_of_shares() => Prop.ForAll(Examples, examples =>
    {
        MultinomialNaiveBayes model = MultinomialNaiveBayes.Fit(examples.Counts, 3, examples.Labels, 3);
        double[] x = [1, 2, 3], joint = new double[3];
        for (int c = 0; c < 3; c++)
        {
            double[] sums = [.. Enumerable.Range(0, 3).Select(j => 1 + Enumerable.Range(0, examples.Labels.Length).Where(i => examples.Labels[i] == c).Sum(i => examples.Counts[i * 3 + j]))];
            joint[c] = examples.Labels.Count(label => label == c) * sums.Zip(x, (sum, count) => Math.Pow(sum / sums.Sum(), count)).Aggregate((a, b) => a * b);
        }

        return model.Probabilities(x).Zip(joint).All(pair => Math.Abs(pair.First - pair.Second / joint.Sum()) < 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_model_made_again_from_its_parameters_is_the_same()
    {
        GaussianNaiveBayes gaussian = GaussianNaiveBayes.Fit([1, 5, 3, 9], 1, [0, 1, 0, 1], 2);
        Assert.Equal(China.Probabilities([3, 0, 0, 0, 1, 1]), MultinomialNaiveBayes.FromParameters(China.ClassLogPriors, China.FeatureLogProbabilities).Probabilities([3, 0, 0, 0, 1, 1]));
        Assert.Equal(gaussian.Probabilities([4]), GaussianNaiveBayes.FromParameters(gaussian.ClassLogPriors, gaussian.Means, gaussian.Variances).Probabilities([4]));
    }

    [Fact]
    public void All_faults_of_parameters_are_told_at_once()
    {
        double half = Math.Log(0.5);
        IReadOnlyList<string> faults = GaussianNaiveBayes.FaultsOf([half, 0.1], [[1, 2], [double.NaN]], [[1, -1], [1, 1], [1, 1]]);
        Assert.Equal(
            [
                "Class log prior, class 1: 0.1 is not a finite logarithm of a probability, at most 0.",
                "Mean, class 1: there are 1 values, class 0 has 2.",
                "Mean, class 1, feature 0: NaN is not a finite number.",
                "Variance: there are 3 rows for 2 classes.",
                "Variance, class 0, feature 1: -1 is not a finite number above 0.",
                "Class log prior: the probabilities sum to 1.6051709180756477; they must sum to 1.",
            ],
            faults);
        Assert.Contains("feature 1: -1", Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.FromParameters([half, half], [[1, 2], [1, 2]], [[1, -1], [1, 1]])).Message, StringComparison.Ordinal);
        Assert.Equal(["Feature log probability, class 1: the probabilities sum to 1.5; they must sum to 1."], MultinomialNaiveBayes.FaultsOf([half, half], [[half, half], [half, 0]]));
        Assert.Equal(["Variance: there are 2 features on one side and 1 on the other."], GaussianNaiveBayes.FaultsOf([half, half], [[1], [1]], [[1, 1], [1, 1]]));
        Assert.NotEmpty(MultinomialNaiveBayes.FaultsOf([], []));
        Assert.NotEmpty(MultinomialNaiveBayes.FaultsOf([half, half], [null!, [0]]));
        Assert.Throws<ArgumentNullException>(() => MultinomialNaiveBayes.FaultsOf(null!, []));
    }

    [Fact]
    public void What_nothing_can_be_learned_from_is_refused()
    {
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => GaussianNaiveBayes.Fit([1, 2], 1, [0, 0], 1)).ParamName);
        Assert.Contains("class 1", Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit([1, 2], 1, [0, 0], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("No feature varies", Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit([2, 2], 1, [0, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Equal("labels", Assert.Throws<ArgumentOutOfRangeException>(() => GaussianNaiveBayes.Fit([1, 2], 1, [0, 2], 2)).ParamName);
        Assert.Contains("Feature 1 of case 0", Assert.Throws<ArgumentOutOfRangeException>(() => GaussianNaiveBayes.Fit([1, double.NaN, 1, 1], 2, [0, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Equal("features", Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit([1, 2, 3], 2, [0, 1], 2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianNaiveBayes.Fit([1e200, 0], 1, [0, 1], 2));
        Assert.Contains("Feature 0 of case 1 is negative", Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialNaiveBayes.Fit([1, -1], 1, [0, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => MultinomialNaiveBayes.Fit([1, 1], 1, [0, 1], 2, 0)).ParamName);
    }

    [Fact]
    public void A_case_that_does_not_fit_the_model_is_refused()
    {
        Assert.Equal("features", Assert.Throws<ArgumentException>(() => China.Probabilities([1])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => China.Probabilities([1, 0, 0, 0, 0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => China.Probabilities([1, 0, 0, 0, 0, double.NaN]));
        Assert.Throws<ArgumentException>(() => China.Probabilities([1, 0, 0, 0, 0, 1], new double[3]));
        Assert.Throws<ArgumentException>(() => GaussianNaiveBayes.Fit([1, 5, 3, 9], 1, [0, 1, 0, 1], 2).Probabilities([1e300]));
    }
}
