using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Trends;

public class TrendPropertyTests
{
    private static readonly TrendOptions AllRules = new()
    {
        Rules = TrendRules.BeyondLimits | TrendRules.ChangePoint | TrendRules.RunOnOneSide | TrendRules.MovingAverage | TrendRules.CumulativeSum,
        ShortestLevel = 1,
    };

    [Fact]
    public void The_trend_of_merged_parts_is_the_trend_of_the_whole_in_any_order() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        ReportingCalendar berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        foreach (TrendLimits limits in Enum.GetValues<TrendLimits>())
        {
            TrendOptions options = AllRules with { Limits = limits };
            Same(new Nps().Trend(CalendarUnit.Day, berlin, options), trend => trend.ToJson());
            Same(new Csat { Counting = AnswerCounting.All }.Trend(CalendarUnit.Day, options: options), trend => trend.ToJson());
            Same(new Nps().Trends(Dimension.Channel, CalendarUnit.Day, options: options), trends => trends.ToJson());
        }

        TimeRange span = new(LogGenerator.Start.AddDays(-1), LogGenerator.Start.AddDays(5));
        Analysis<Trend<ShareResult>> retention = Trend.Of(span, CalendarUnit.Day, day => new CustomerRetention(day) { ActiveWithin = TimeSpan.FromDays(1) });
        Same(retention, trend => trend.ToJson());

        void Same<T>(Analysis<T> question, Func<T, string> text)
        {
            string whole = text(JourneyLog.From(events).Measure(question));
            JourneyLog[] parts = [.. events.GroupBy(e => HashCode(e.Customer, seed)).OrderBy(part => part.Key).Select(part => JourneyLog.From(part))];
            PartialResult<T>[] partial = [.. parts.Select(part => PartialResult<T>.FromBytes(question, part.MeasurePart(question).ToBytes()))];
            if (partial.Length == 0) return;
            Assert.Equal(whole, text(partial.Aggregate((a, b) => a.Merge(b)).ToResult()));
            Assert.Equal(whole, text(partial.Reverse().Aggregate((a, b) => a.Merge(b)).ToResult()));
            Assert.Equal(whole, text(JourneyLog.From(events).Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 1 })));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Values_are_those_of_the_breakdown_and_limits_hold_what_is_expected() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        Breakdown<NpsResult> days = log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Day)));
        Trend<NpsResult> trend = days.Trend(AllRules);
        Assert.Equal(days.Where(day => !day.IsNone).Select(day => (day.Group, day.Result.Value)), trend.Points.Select(point => (point.Period, point.Value)));
        foreach (TrendPoint<NpsResult> point in trend.Points)
        {
            if (point.State is TrendPointState.Judged or TrendPointState.Baseline) Assert.True(point.LowerLimit <= point.Expected && point.Expected <= point.UpperLimit && point.LowerLimit >= -100 && point.UpperLimit <= 100);
            else Assert.Null(point.LowerLimit);
        }

        Assert.All(trend.Alerts, alert =>
        {
            Assert.InRange(alert.PValue, 0, alert.AdjustedPValue);
            Assert.InRange(alert.AdjustedPValue, 0, 0.05);
            Assert.Contains(trend.Points, point => point.Period == alert.Period && point.State != TrendPointState.Open);
        });
        ResultTable table = trend.ToTable();
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        System.Text.Json.JsonDocument.Parse(trend.ToJson()).Dispose();
    }).QuickCheckThrowOnFailure();

    private static int HashCode(string customer, int seed) => unchecked((customer.Aggregate(seed, (hash, letter) => hash * 31 + letter) & int.MaxValue) % 4);
}
