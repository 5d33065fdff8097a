using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;

namespace CustomerJourney.Tests.Metrics.Drivers;

/// <summary>Answers that look like another scale give no score, so nothing drives it, and nothing is weighted.</summary>
public class WithheldOutcomeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JourneyLog Stars = JourneyLog.From(Enumerable.Range(0, 120).SelectMany(i => (JourneyEvent[])
    [
        new() { Customer = $"c{i}", Event = i % 3 == 0 ? "help" : "visit", At = Start, Channel = i % 2 == 0 ? "web" : "shop", CustomerAttributes = new Dictionary<string, string> { ["plan"] = i % 2 == 0 ? "free" : "pro" } },
        new() { Customer = $"c{i}", Event = "survey", At = Start.AddDays(1), Feedback = new(FeedbackKind.Nps, 1 + (i % 5)) },
    ]));

    private static readonly Driver[] Of = [Driver.Events, Driver.Channels];

    [Fact]
    public void Drivers_of_a_refused_score_are_refused_with_its_reason()
    {
        NoValue refusal = Stars.Measure(new Nps()).WhyNoValue!;
        KeyDriversResult result = Stars.Measure(new KeyDrivers(new Nps()) { Of = Of });
        Assert.Null(result.Value);
        Assert.Equal(refusal, result.WhyNoValue);
        Assert.Null(result.Outcome);
        Assert.Empty(result.Drivers);
        Assert.Equal(120, result.Customers);
        Assert.NotEmpty(Stars.Measure(new KeyDrivers(new Nps { TrustScale = true }) { Of = Of }).Drivers);
        Assert.NotEmpty(Stars.Measure(new KeyDrivers(CustomerOutcome.Of("stars", (in CustomerTrace trace) => new OutcomeAt(trace.Length, trace.Length))) { Of = Of }).LeftOut);
    }

    [Fact]
    public void A_refused_score_is_neither_shown_by_context_nor_weighted()
    {
        NoValue refusal = Stars.Measure(new Nps()).WhyNoValue!;
        AnswerContextsResult contexts = Stars.Measure(new AnswerContexts(new Nps()));
        Assert.Equal((null, refusal), (contexts.Value, contexts.WhyNoValue));
        Assert.Null(contexts.Estimate);
        Assert.Equal(120, contexts.Answers.Count);
        Assert.All(contexts.Groups, group => Assert.True(group.Value is null && group.Estimate is null && group.Answers > 0));
        Assert.True(contexts.Figures.Single().IsWithheld);
        PoststratifiedSurveyResult weighted = Stars.Measure(new PoststratifiedSurvey(new Nps(), "plan"));
        Assert.Equal((null, refusal), (weighted.Value, weighted.WhyNoValue));
        Assert.Null(weighted.Estimate);
        Assert.Null(weighted.Unweighted);
        Assert.All(weighted.Cells, cell => Assert.Null(cell.Value));
    }

    [Fact]
    public void The_refusal_goes_by_all_parts_together()
    {
        KeyDrivers question = new(new Nps()) { Of = Of };
        JourneyLog[] parts = [.. Enumerable.Range(0, 6).Select(part => JourneyLog.From(Enumerable.Range(0, 20).SelectMany(i => (JourneyEvent[])
        [
            new() { Customer = $"p{part} {i}", Event = i % 2 == 0 ? "help" : "visit", At = Start, Channel = "web" },
            new() { Customer = $"p{part} {i}", Event = "survey", At = Start.AddDays(1), Feedback = new(FeedbackKind.Nps, 1 + (i % 5)) },
        ])))];
        Assert.NotEqual(NoValueReason.WrongScale, parts[0].Measure(question).WhyNoValue!.Reason);
        PartialResult<KeyDriversResult> all = parts.Select(part => PartialResult<KeyDriversResult>.FromBytes(question, part.MeasurePart(question).ToBytes())).Aggregate((left, right) => left.Merge(right));
        Assert.Equal(NoValueReason.WrongScale, all.ToResult().WhyNoValue!.Reason);
    }

    [Theory]
    [InlineData("With")]
    [InlineData("Kind")]
    [InlineData("Difference")]
    [InlineData("Lower")]
    [InlineData("Weight")]
    [InlineData("Answers")]
    [InlineData("Customers")]
    public void An_outcome_named_like_a_column_keeps_columns_apart(string name)
    {
        CustomerOutcome outcome = CustomerOutcome.Of(name, (in CustomerTrace trace) => new OutcomeAt(trace.Length % 2, 1));
        KeyDriversResult drivers = Stars.Measure(new KeyDrivers(outcome) { Of = Of });
        ResultTable[] tables =
        [
            drivers.ToTable(), drivers.ImportancePerformance.ToTable(), Stars.Measure(new AnswerContexts(outcome)).ToTable(),
            Stars.Measure(new PoststratifiedSurvey(outcome, "plan")).CellTable.ToTable(),
        ];
        foreach (ResultTable table in tables)
        {
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name).Distinct().Count());
            if (table.Chart is { } chart) Assert.Single(table.Columns, column => column.Name == chart.ValueColumn);
        }
    }
}
