using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>What results of surveys say in words.</summary>
internal static class SurveyText
{
    public static NoValue? WhyNoValue(double? value, string title, long invalid) => value is not null ? null : new NoValue
    {
        Reason = NoValueReason.NoData,
        Message = invalid == 0
            ? $"There are no answers to {title}."
            : string.Create(CultureInfo.InvariantCulture, $"None of {invalid} answers to {title} is on its scale."),
    };

    public static IReadOnlyList<MetricTerm> Terms(AnswerCounting counting, double level) =>
    [
        new("answers", counting switch
        {
            AnswerCounting.LatestPerCustomer => "latest of each customer",
            AnswerCounting.FirstPerCustomer => "first of each customer",
            _ => "all",
        }),
        new("level", level.ToString("R", CultureInfo.InvariantCulture)),
    ];
}
