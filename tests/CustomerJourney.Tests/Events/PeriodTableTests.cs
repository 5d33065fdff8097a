using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class PeriodTableTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"];

    [Fact]
    public void Each_instant_of_the_span_is_found_in_its_period() => Prop.ForAll(
        Gen.Choose(1_300_000_000, 1_330_000_000).ToArbitrary(),
        Gen.Choose(0, 20_000_000).ToArbitrary(),
        Gen.Elements(from zone in Zones from unit in Enum.GetValues<CalendarUnit>() select (zone, unit)).ToArbitrary(),
        (start, length, choice) =>
        {
            ReportingCalendar calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(choice.zone) };
            DateTimeOffset first = DateTimeOffset.FromUnixTimeSeconds(start), last = first.AddSeconds(length);
            PeriodTable table = new(new TimeRange(first, last.AddTicks(1)), choice.unit, calendar);
            Assert.Equal(table.Days.Count, table.Names.Count);
            Assert.Equal(table.Names.Distinct(), table.Names);
            Assert.Equal(calendar.PeriodOf(first, choice.unit), table.Days[0]);
            Assert.Equal(calendar.PeriodOf(last, choice.unit), table.Days[^1]);
            for (int step = 0; step <= 50; step++)
            {
                DateTimeOffset instant = first.AddSeconds((long)length * step / 50);
                Assert.Equal(calendar.PeriodOf(instant, choice.unit), table.Days[table.IndexOf(instant.UtcTicks)]);
            }

            foreach (long beginning in table.Starts.ToArray()[1..])
            {
                DateTimeOffset instant = new(beginning, TimeSpan.Zero);
                Assert.Equal(calendar.PeriodOf(instant, choice.unit), table.Days[table.IndexOf(beginning)]);
                Assert.Equal(table.IndexOf(beginning) - 1, table.IndexOf(beginning - 1));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_that_a_zone_skipped_is_no_period()
    {
        ReportingCalendar apia = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia") };
        TimeRange span = new(new(2011, 12, 29, 12, 0, 0, TimeSpan.Zero), new(2012, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["2011-12-29", "2011-12-31", "2012-01-01"], new PeriodTable(span, CalendarUnit.Day, apia).Names);
    }

    [Fact]
    public void A_log_without_events_has_no_periods() => Assert.Empty(new PeriodTable(null, CalendarUnit.Month, ReportingCalendar.Utc).Days);

    [Fact]
    public void Millions_of_days_are_refused_with_the_way_out()
    {
        TimeRange span = TimeRange.Parse("2026-01-01/9999-12-31");
        string message = Assert.Throws<InvalidOperationException>(() => new PeriodTable(span, CalendarUnit.Day, ReportingCalendar.Utc)).Message;
        Assert.StartsWith("The log spans 2,912,442 days, 2026-01-01T00:00:00Z/9999-12-31T00:00:00Z, more than the 100,000", message, StringComparison.Ordinal);
        Assert.Equal(95_688, new PeriodTable(span, CalendarUnit.Month, ReportingCalendar.Utc).Days.Count);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z")]
    [InlineData("9999-12-30T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void Dates_that_stand_for_never_have_periods_too(string start, string end)
    {
        TimeRange span = TimeRange.Parse($"{start}/{end}");
        foreach (string zone in Zones)
        {
            foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
            {
                PeriodTable table = new(span, unit, new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), FirstDayOfWeek = DayOfWeek.Sunday });
                Assert.InRange(table.IndexOf(span.Start.UtcTicks), 0, table.Days.Count - 1);
                Assert.InRange(table.IndexOf(span.End.UtcTicks), 0, table.Days.Count - 1);
            }
        }
    }
}
