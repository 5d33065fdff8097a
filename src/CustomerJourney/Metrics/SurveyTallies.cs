using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Makes the tallies of surveys on scales of whole numbers: the plain one keeps counts by score and nothing else.</summary>
internal static class SurveyTallies
{
    /// <param name="metric">The metric.</param>
    /// <param name="minimum">The least score of its scale.</param>
    /// <param name="maximum">The greatest score of its scale.</param>
    /// <param name="figures">What each score is worth in each figure; asked for only where customers or weights matter.</param>
    /// <param name="result">What the counts come to.</param>
    public static Tally<TResult> Create<TResult>(SurveyMetric<TResult> metric, int minimum, int maximum, Func<long[][]> figures, Func<SurveyCounts, SurveyFacts, TResult> result)
        where TResult : SurveyResult
    {
        SurveyCounts counts = new(minimum, maximum - minimum + 1, metric.IsClustered ? figures() : []);
        bool watchesQuestions = metric.Question is null;
        if (metric.Weight is not { } weight) return new SurveyTally<TResult>(counts, watchesQuestions, result);
        long[][] values = figures();
        return new WeightedSurveyTally<TResult>(counts, new WeightSums(weight, values.Length), values, watchesQuestions, result);
    }
}
