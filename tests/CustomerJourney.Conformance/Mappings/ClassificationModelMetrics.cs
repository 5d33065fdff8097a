using System.Text.Json;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>stage.*: models learned from labeled cases.</summary>
internal static class ClassificationModelMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("stage.multinomial_logit_mle", MaximumLikelihood);
        table.Add("stage.multinomial_logit_l2", Penalized);
        table.Add("stage.multinomial_naive_bayes", Multinomial);
        table.Add("stage.gaussian_naive_bayes", Gaussian);
    }

    private static Answer MaximumLikelihood(JsonElement input)
    {
        Examples examples = new(input);
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitMaximumLikelihood(examples.Features, examples.Width, examples.Labels, examples.Classes);
        if (!fit.Converged) throw new InvalidOperationException(string.Join(" ", fit.Warnings));
        return new Answer
        {
            ["coefficients"] = fit.Model.Coefficients.Select((row, c) => row.Prepend(fit.Model.Intercepts[c]).ToArray()).Skip(1).ToArray(),
            ["standardErrors"] = fit.StandardErrors?.Skip(1).ToArray(),
            ["logLikelihood"] = fit.LogLikelihood,
        };
    }

    private static Answer Penalized(JsonElement input)
    {
        Examples examples = new(input);
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitPenalized(examples.Features, examples.Width, examples.Labels, examples.Classes, input.Number("C"));
        if (!fit.Converged) throw new InvalidOperationException(string.Join(" ", fit.Warnings));
        return new Answer
        {
            ["probabilitiesFirst5"] = examples.FirstFive(fit.Model),
            ["accuracy"] = (double)examples.Rows.Zip(examples.Labels).Count(pair => fit.Model.MostLikely(pair.First) == pair.Second) / examples.Labels.Length,
        };
    }

    private static Answer Multinomial(JsonElement input)
    {
        Examples examples = new(input);
        MultinomialNaiveBayes model = MultinomialNaiveBayes.Fit(examples.Features, examples.Width, examples.Labels, examples.Classes, input.Number("alpha"));
        return new Answer
        {
            ["classLogPrior"] = model.ClassLogPriors,
            ["featureLogProbability"] = model.FeatureLogProbabilities,
            ["probabilitiesFirst5"] = examples.FirstFive(model),
        };
    }

    private static Answer Gaussian(JsonElement input)
    {
        Examples examples = new(input);
        GaussianNaiveBayes model = GaussianNaiveBayes.Fit(examples.Features, examples.Width, examples.Labels, examples.Classes);
        return new Answer { ["means"] = model.Means, ["variances"] = model.Variances, ["probabilitiesFirst5"] = examples.FirstFive(model) };
    }

    private sealed class Examples(JsonElement input)
    {
        public double[][] Rows { get; } = input.Rows("x");

        public double[] Features => [.. Rows.SelectMany(row => row)];

        public int Width => Rows[0].Length;

        public int[] Labels { get; } = [.. input.Wholes("y").Select(label => (int)label)];

        public int Classes { get; } = (int)input.Whole("classes");

        public double[][] FirstFive(ClassificationModel model) => [.. Rows.Take(5).Select(row => model.Probabilities(row))];
    }
}
