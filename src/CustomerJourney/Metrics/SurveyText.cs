using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>What results of surveys say in words.</summary>
internal static class SurveyText
{
    /// <summary>That the scale of answers is not looked at.</summary>
    public static MetricTerm NoScaleCheck { get; } = new("scale check", "off");

    /// <summary>Why there is no value where no answer could be used.</summary>
    public static NoValue WhyNoValue(string title, long invalid) => invalid == 0
        ? new NoValue { Reason = NoValueReason.NoData, Message = $"There are no answers to {title}." }
        : new NoValue { Reason = NoValueReason.WrongScale, Message = invalid == 1 ? $"The answer to {title} is not on its scale." : string.Create(CultureInfo.InvariantCulture, $"None of {invalid} answers to {title} is on its scale.") };

    public static IReadOnlyList<MetricTerm> Terms<TResult>(SurveyMetric<TResult> metric)
        where TResult : SurveyResult
    {
        List<MetricTerm> terms = [Answers(metric.Counting)];
        if (metric.Question is { } question) terms.Add(new("question", question));
        if (metric.Weight is { } weight) terms.Add(new("weight", weight));
        if (metric.TrustScale) terms.Add(NoScaleCheck);
        terms.Add(MetricTerms.Level(metric.Level));
        return terms;
    }

    /// <summary>Which answers of a customer count.</summary>
    public static MetricTerm Answers(AnswerCounting counting) => new("answers", counting switch
    {
        AnswerCounting.LatestPerCustomer => "latest of each customer",
        AnswerCounting.FirstPerCustomer => "first of each customer",
        _ => "all",
    });

    /// <summary>Names in a sentence.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => name.Length == 0 ? "none named" : $"'{name}'"));
}
