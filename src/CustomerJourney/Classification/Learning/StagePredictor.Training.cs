using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <content>Training.</content>
public sealed partial class StagePredictor
{
    private static StagePredictor TrainNaiveBayes(StageExamples examples, string[] stages, int[] labels, StagePredictorOptions options)
    {
        StageFeatures features = examples.Features with { Timing = false, Feedback = [] };
        if (features.Count == 0) throw new ArgumentException("Naive Bayes learns from counts and no feature is one: name events, touchpoints or channels.", nameof(examples));
        double[] counts = [.. examples.Items.SelectMany(example => example.Values.Take(features.Count))];
        MultinomialNaiveBayes model = MultinomialNaiveBayes.Fit(counts, features.Count, labels, stages.Length, options.Smoothing);
        return new StagePredictor(StagePredictorKind.NaiveBayes, features, stages, labels.Length, [], model.ClassLogPriors, model.FeatureLogProbabilities);
    }

    // The penalty is on features of standard deviation 1, so that it does not depend on their units; the weights are brought back to the features as they are.
    private static StagePredictor TrainSoftmax(StageExamples examples, string[] stages, int[] labels, StagePredictorOptions options)
    {
        int width = examples.Features.Count;
        double[][] rows = [.. examples.Items.Select(example => Transformed(StagePredictorKind.Softmax, examples.Features, [.. example.Values]))];
        double[] means = new double[width], deviations = new double[width];
        for (int feature = 0; feature < width; feature++) (means[feature], deviations[feature]) = Spread(rows, feature);
        double[] standardized = [.. rows.SelectMany(row => row.Select((value, feature) => deviations[feature] == 0 ? 0 : (value - means[feature]) / deviations[feature]))];
        LogisticRegressionFit fit = MultinomialLogisticRegression.FitPenalized(
            standardized, width, labels, stages.Length, options.InverseStrength, new LogisticRegressionOptions { MaximumIterations = options.MaximumIterations });
        double[][] weights = [.. fit.Model.Coefficients.Select(row => row.Select((weight, feature) => deviations[feature] == 0 ? 0 : weight / deviations[feature]).ToArray())];
        double[] intercepts = [.. fit.Model.Intercepts.Select((intercept, stage) => intercept - weights[stage].Select((weight, feature) => weight * means[feature]).Sum())];
        return new StagePredictor(StagePredictorKind.Softmax, examples.Features, stages, labels.Length, fit.Warnings, intercepts, weights);
    }

    private static (double Mean, double Deviation) Spread(double[][] rows, int feature)
    {
        ExactSum sum = new(), squares = new();
        foreach (double[] row in rows) sum.Add(row[feature]);
        double mean = sum.ToDouble() / rows.Length;
        if (Array.TrueForAll(rows, row => row[feature] == rows[0][feature])) return (mean, 0);
        foreach (double[] row in rows) squares.AddProduct(row[feature] - mean, row[feature] - mean);
        return (mean, Math.Sqrt(squares.ToDouble() / rows.Length));
    }
}
