using System.Globalization;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class ReportingCalendarTests
{
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe"];

    [Fact]
    public void A_day_in_Berlin_has_23_or_25_hours_when_clocks_move()
    {
        ReportingCalendar berlin = In("Europe/Berlin");
        Assert.Equal("2026-03-28T23:00:00Z", Instant(berlin.StartOf(new(2026, 3, 29))));
        Assert.Equal("2026-03-29T22:00:00Z", Instant(berlin.StartOf(new(2026, 3, 30))));
        Assert.Equal("2026-10-24T22:00:00Z", Instant(berlin.StartOf(new(2026, 10, 25))));
        Assert.Equal("2026-10-25T23:00:00Z", Instant(berlin.StartOf(new(2026, 10, 26))));
        Assert.Equal(new DateOnly(2026, 3, 29), berlin.PeriodOf(new(2026, 3, 28, 23, 0, 0, TimeSpan.Zero), CalendarUnit.Day));
        Assert.Equal(new DateOnly(2026, 3, 28), berlin.PeriodOf(new(2026, 3, 28, 22, 59, 59, TimeSpan.Zero), CalendarUnit.Day));
    }

    [Fact]
    public void A_day_in_Sao_Paulo_that_had_no_midnight_begins_at_one()
    {
        ReportingCalendar calendar = In("America/Sao_Paulo");
        // On 2018-11-04 clocks went from 00:00 to 01:00; on 2019-02-17 from 00:00 back to 23:00 of the day before.
        Assert.Equal("2018-11-04T03:00:00Z", Instant(calendar.StartOf(new(2018, 11, 4))));
        Assert.Equal(new DateOnly(2018, 11, 3), calendar.PeriodOf(new(2018, 11, 4, 2, 59, 59, TimeSpan.Zero), CalendarUnit.Day));
        Assert.Equal(new DateOnly(2018, 11, 4), calendar.PeriodOf(new(2018, 11, 4, 3, 0, 0, TimeSpan.Zero), CalendarUnit.Day));
        Assert.Equal("2019-02-17T03:00:00Z", Instant(calendar.StartOf(new(2019, 2, 17))));
        Assert.Equal(25, (calendar.StartOf(new(2019, 2, 17)) - calendar.StartOf(new(2019, 2, 16))).TotalHours);
    }

    [Fact]
    public void The_day_that_Apia_skipped_begins_when_the_next_one_does()
    {
        ReportingCalendar apia = In("Pacific/Apia");
        // 2011-12-29 24:00 in UTC-10 was followed by 2011-12-31 00:00 in UTC+14.
        Assert.Equal("2011-12-30T10:00:00Z", Instant(apia.StartOf(new(2011, 12, 31))));
        Assert.Equal("2011-12-30T10:00:00Z", Instant(apia.StartOf(new(2011, 12, 30))));
        Assert.Equal(new DateOnly(2011, 12, 31), apia.PeriodOf(new(2011, 12, 30, 10, 0, 0, TimeSpan.Zero), CalendarUnit.Day));
        Assert.Equal(new DateOnly(2011, 12, 29), apia.PeriodOf(new(2011, 12, 30, 9, 59, 59, TimeSpan.Zero), CalendarUnit.Day));
    }

    [Fact]
    public void A_day_that_has_begun_in_St_Johns_goes_on_when_the_clock_goes_back_over_midnight()
    {
        // 2010-11-07 00:01 in UTC-2:30 was followed by 2010-11-06 23:01 in UTC-3:30.
        ReportingCalendar calendar = In("America/St_Johns");
        DateTimeOffset begun = calendar.StartOf(new(2010, 11, 7));
        Assert.Equal("2010-11-07T02:30:00Z", Instant(begun));
        for (int minute = 0; minute < 130; minute++) Assert.Equal(new DateOnly(2010, 11, 7), calendar.PeriodOf(begun.AddMinutes(minute), CalendarUnit.Day));
        Assert.Equal(new DateOnly(2010, 11, 6), calendar.PeriodOf(begun.AddTicks(-1), CalendarUnit.Day));
    }

    [Theory]
    [InlineData("Antarctica/Casey", "2010-03-04")]
    [InlineData("Europe/Vilnius", "1919-10-09")]
    [InlineData("Pacific/Apia", "1911-01-01")]
    public void A_day_that_has_begun_goes_on_also_where_a_zone_went_back_for_good(string zone, string before)
    {
        // Minute by minute, as neither the hour of the change nor its size is the same.
        ReportingCalendar calendar = In(zone);
        DateOnly day = DateOnly.Parse(before, CultureInfo.InvariantCulture);
        DateTimeOffset from = calendar.StartOf(day);
        for (int minute = 0; minute < 3 * 24 * 60; minute++)
        {
            DateTimeOffset instant = from.AddMinutes(minute);
            DateOnly holds = calendar.PeriodOf(instant, CalendarUnit.Day);
            Assert.True(calendar.StartOf(holds) <= instant && instant < calendar.StartOf(holds.AddDays(1)), $"{instant:O} does not lie in {holds:O}, which begins at {calendar.StartOf(holds):O}.");
        }
    }

    [Theory]
    [InlineData("2026-01-01", "2025-12-29", "2026-W01")]
    [InlineData("2021-01-03", "2020-12-28", "2020-W53")]
    [InlineData("2024-12-30", "2024-12-30", "2025-W01")]
    [InlineData("2026-12-31", "2026-12-28", "2026-W53")]
    public void Weeks_from_Monday_have_their_ISO_name(string day, string first, string name)
    {
        DateOnly monday = ReportingCalendar.Utc.PeriodOf(At(day), CalendarUnit.Week);
        Assert.Equal((first, name), (Text(monday), ReportingCalendar.Utc.NameOf(monday, CalendarUnit.Week)));
    }

    [Fact]
    public void Weeks_from_Sunday_are_named_after_their_first_day()
    {
        ReportingCalendar calendar = new() { FirstDayOfWeek = DayOfWeek.Sunday };
        DateOnly sunday = calendar.PeriodOf(At("2026-01-01"), CalendarUnit.Week);
        Assert.Equal(("2025-12-28", "2025-12-28"), (Text(sunday), calendar.NameOf(sunday, CalendarUnit.Week)));
        Assert.Equal(sunday, calendar.PeriodOf(At("2025-12-28"), CalendarUnit.Week));
        Assert.Equal(sunday, calendar.PeriodOf(At("2026-01-03"), CalendarUnit.Week));
    }

    [Theory]
    [InlineData(CalendarUnit.Day, "2026-05-17", "2026-05-17")]
    [InlineData(CalendarUnit.Month, "2026-05-01", "2026-05")]
    [InlineData(CalendarUnit.Quarter, "2026-04-01", "2026-Q2")]
    [InlineData(CalendarUnit.Year, "2026-01-01", "2026")]
    public void Periods_have_a_first_day_and_a_name(CalendarUnit unit, string first, string name)
    {
        DateOnly day = ReportingCalendar.Utc.PeriodOf(At("2026-05-17"), unit);
        Assert.Equal((first, name), (Text(day), ReportingCalendar.Utc.NameOf(day, unit)));
    }

    [Fact]
    public void Every_instant_lies_in_its_period() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Elements(Zones).ToArbitrary(), Gen.Elements(Enum.GetValues<CalendarUnit>()).ToArbitrary(), (seconds, zone, unit) =>
        {
            // Seconds since 1970, up to 2038.
            ReportingCalendar calendar = In(zone) with { FirstDayOfWeek = (DayOfWeek)(seconds % 7) };
            DateTimeOffset instant = DateTimeOffset.FromUnixTimeSeconds(seconds);
            DateOnly first = calendar.PeriodOf(instant, unit);
            Assert.True(calendar.StartOf(first) <= instant, $"{instant:O} lies before the start {calendar.StartOf(first):O} of its {unit} in {zone}.");
            DateOnly next = ReportingCalendar.Later(first, unit);
            Assert.True(calendar.StartOf(next) > instant, $"{instant:O} lies after the end {calendar.StartOf(next):O} of its {unit} in {zone}.");
            Assert.Equal(first, calendar.FirstDayOf(first, unit));
            Assert.Equal(first, ReportingCalendar.Later(next, unit, -1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calendars_are_equal_by_value_and_checked()
    {
        Assert.Equal(In("Europe/Berlin"), In("Europe/Berlin"));
        Assert.NotEqual(In("Europe/Berlin"), In("UTC"));
        Assert.Equal(Dimension.Calendar(CalendarUnit.Day), Dimension.Calendar(CalendarUnit.Day, new()));
        Assert.Throws<ArgumentNullException>(() => new ReportingCalendar { TimeZone = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportingCalendar { FirstDayOfWeek = (DayOfWeek)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportingCalendar.Utc.PeriodOf(At("2026-01-01"), (CalendarUnit)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dimension.Calendar((CalendarUnit)9));
    }

    [Fact]
    public void The_first_day_of_all_can_be_grouped_in_any_zone()
    {
        foreach (string zone in Zones)
        {
            foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
            {
                ReportingCalendar calendar = In(zone) with { FirstDayOfWeek = DayOfWeek.Sunday };
                Assert.Equal(DateOnly.MinValue, calendar.PeriodOf(DateTimeOffset.MinValue, unit));
                Assert.Equal(DateTimeOffset.MinValue, calendar.StartOf(DateOnly.MinValue));
            }
        }
    }

    private static ReportingCalendar In(string zone) => new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
