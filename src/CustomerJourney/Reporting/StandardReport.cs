using System.Globalization;
using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Reporting;

/// <summary>What a reader wants to know of a log first.</summary>
internal static class StandardReport
{
    public static JourneyReport Of(StagedLog staged) => JourneyReport.Create(staged.Journey.Name, page =>
    {
        page.AddMap(staged);
        AddWays(page, staged);
        if (Has(staged, FeedbackKind.Nps)) AddSurvey(page, staged, "NPS", new Nps());
        if (Has(staged, FeedbackKind.Csat)) AddSurvey(page, staged, "CSAT", new Csat());
        if (Has(staged, FeedbackKind.Ces)) AddSurvey(page, staged, "CES", new Ces());
        if (Has(staged, FeedbackKind.Ces1)) AddSurvey(page, staged, "CES 1.0", new Ces { Version = CesVersion.Version1 });
        if (Has(staged, FeedbackKind.Emotion)) AddSurvey(page, staged, "Emotion", new ObservedEmotion());
        if (Has(staged, FeedbackKind.EmployeeNps)) AddSurvey(page, staged, "eNPS", new Nps { OfEmployees = true });
        if (staged.EventCount > 0) page.AddHeading("Who comes back").Add(staged.Measure(new Retention(CalendarUnit.Month)), "Customers active again, by month of first event");
        page.AddHeading("Where the figures come from").Add(staged.Quality);
    });

    private static void AddWays(ReportBuilder page, StagedLog staged)
    {
        IReadOnlyList<Stage> stages = staged.Journey.Stages;
        if (stages.Count < 2) return;
        TimeSpan window = StageWays.WindowFor(staged);
        Funnel[] ways = [.. Enumerable.Range(1, stages.Count - 1).Select(stage => StageWays.Between(staged.Journey, stages[stage - 1], stages[stage], window))];
        Measurements measured = staged.Measure(ways);
        page.AddHeading("From stage to stage").Add(new WayTable(window, [.. ways.Select(measured.Of)]));
    }

    private static void AddSurvey<TResult>(ReportBuilder page, StagedLog staged, string name, SurveyMetric<TResult> metric)
        where TResult : SurveyResult
    {
        var (byStage, byMonth) = staged.Measure(metric.By(Dimension.Stage), metric.By(Dimension.Calendar(CalendarUnit.Month)));
        page.AddHeading(name).Add(byStage).Add(byMonth);
    }

    private static bool Has(StagedLog staged, FeedbackKind kind) => staged.Columns.Feedback is { } feedback && Array.IndexOf(feedback.Kinds, kind) >= 0;

    /// <summary>The way from each stage to the next as one table: customers may skip stages, so this is not one long funnel.</summary>
    private sealed class WayTable(TimeSpan window, IReadOnlyList<FunnelResult> ways) : IJourneyResult
    {
        public string Title => string.Create(CultureInfo.InvariantCulture, $"Customers who reach the next stage within {(window.TotalDays >= 2 ? $"{Math.Round(window.TotalDays):0} days" : $"{Math.Max(1, Math.Round(window.TotalHours)):0} hours")}");

        public ResultTable ToTable() => new()
        {
            Columns =
            [
                new ResultColumn { Name = "From", Kind = ResultColumnKind.Text },
                new ResultColumn { Name = "To", Kind = ResultColumnKind.Text },
                new ResultColumn { Name = "Customers", Kind = ResultColumnKind.Count },
                new ResultColumn { Name = "Went on", Kind = ResultColumnKind.Count },
                new ResultColumn { Name = "Share", Kind = ResultColumnKind.Share },
                new ResultColumn { Name = "Lower", Kind = ResultColumnKind.Share },
                new ResultColumn { Name = "Upper", Kind = ResultColumnKind.Share },
                new ResultColumn { Name = "Median time", Kind = ResultColumnKind.Duration },
            ],
            Rows = [.. ways.Select(Row)],
            BaseColumn = "Customers",
            Chart = new ResultChart { LabelColumns = ["From", "To"], ValueColumn = "Share", LowerColumn = "Lower", UpperColumn = "Upper", Minimum = 0, Maximum = 1 },
        };

        private static IReadOnlyList<object?> Row(FunnelResult way) =>
        [
            way.Steps[0].Step.ToString(), way.Steps[1].Step.ToString(), way.Entered, way.Completed,
            way.Conversion?.Value, way.Conversion?.Lower, way.Conversion?.Upper, way.MedianTime,
        ];
    }
}
