using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>csat.summary and ces.summary: ratings as answers of as many customers, measured on a log.</summary>
internal static class SurveyMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("csat.summary", Satisfaction);
        table.Add("ces.summary", Effort);
    }

    private static Answer Satisfaction(JsonElement input)
    {
        int maximum = (int)input.Whole("scaleMax");
        CsatResult result = Log(input, FeedbackKind.Csat).Measure(new Csat
        {
            ScaleMinimum = (int)input.Whole("scaleMin"),
            ScaleMaximum = maximum,
            TopBoxes = maximum - (int)input.Whole("topBoxMinimum") + 1,
            Level = input.Number("confidence"),
        });
        Estimate? exact = ProportionInterval.ClopperPearson(result.Satisfied, result.Responses, input.Number("confidence"));
        return new Answer
        {
            ["n"] = result.Responses,
            ["satisfied"] = result.Satisfied,
            ["topBoxShare"] = result.Share,
            ["wilsonLower"] = result.Estimate?.Lower,
            ["wilsonUpper"] = result.Estimate?.Upper,
            ["clopperPearsonLower"] = exact?.Lower,
            ["clopperPearsonUpper"] = exact?.Upper,
            ["mean"] = result.Mean?.Value,
            ["standardDeviation"] = MeanSample.Of(input.Numbers("ratings")).Variance is { } variance ? Math.Sqrt(variance) : null,
            ["meanLower"] = result.Mean?.Lower,
            ["meanUpper"] = result.Mean?.Upper,
        };
    }

    private static Answer Effort(JsonElement input)
    {
        if (input.Whole("scaleMin") != 1 || input.Whole("scaleMax") != 7 || input.Whole("easyMinimum") != 5 || input.Whole("difficultMaximum") != 3)
            throw new NotSupportedException("CES 2.0 has the scale 1 to 7, easy from 5, difficult to 3.");
        CesResult result = Log(input, FeedbackKind.Ces).Measure(new Ces { Level = input.Number("confidence") });
        return new Answer
        {
            ["n"] = result.Responses,
            ["easy"] = result.AnswersByScore.TakeLast(3).Sum(),
            ["easyShare"] = result.EasyShare?.Value,
            ["difficultShare"] = result.DifficultShare?.Value,
            ["netEasy"] = 100 * result.NetEasyShare?.Value,
            ["wilsonLower"] = result.EasyShare?.Lower,
            ["wilsonUpper"] = result.EasyShare?.Upper,
            ["mean"] = result.Mean,
            ["meanLower"] = result.Estimate?.Lower,
            ["meanUpper"] = result.Estimate?.Upper,
        };
    }

    private static JourneyLog Log(JsonElement input, FeedbackKind kind) => JourneyLog.From(input.Numbers("ratings").Select((rating, index) => new JourneyEvent
    {
        Customer = index.ToString(CultureInfo.InvariantCulture),
        Event = "answer",
        At = DateTimeOffset.UnixEpoch,
        Feedback = new Feedback(kind, rating),
    }));
}
