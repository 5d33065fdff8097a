using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

public class TimeRangeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_start_is_inside_and_the_end_is_not()
    {
        TimeRange range = new(Start, Start.AddHours(1));
        Assert.True(range.Contains(Start));
        Assert.True(range.Contains(Start.AddHours(1).AddTicks(-1)));
        Assert.False(range.Contains(Start.AddHours(1)));
        Assert.False(range.Contains(Start.AddTicks(-1)));
        Assert.Equal(TimeSpan.FromHours(1), range.Length);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new TimeRange(Start, Start.AddTicks(-1)));
    }

    [Fact]
    public void Empty_spans_hold_nothing()
    {
        Assert.False(new TimeRange(Start, Start).Contains(Start));
        Assert.False(default(TimeRange).Contains(default));
    }

    [Fact]
    public void Spans_of_the_same_instants_are_equal_in_any_offset() =>
        Assert.Equal(new TimeRange(Start, Start.AddHours(1)), new TimeRange(Start.ToOffset(TimeSpan.FromHours(5)), Start.AddHours(1)));

    [Theory]
    [InlineData("2026-01-01T00:00Z/2026-04-01T00:00Z", "2026-01-01T00:00:00Z/2026-04-01T00:00:00Z")]
    [InlineData("2026-01-01/2026-04-01", "2026-01-01T00:00:00Z/2026-04-01T00:00:00Z")]
    [InlineData("2026-01-01T02:00:00+02:00/2026-01-01 01:02:03.5", "2026-01-01T00:00:00Z/2026-01-01T01:02:03.5Z")]
    public void A_range_is_read_from_ISO_8601(string text, string expected)
    {
        Assert.Equal(expected, TimeRange.Parse(text).ToString());
        Assert.Equal(TimeRange.Parse(text), TimeRange.Parse(TimeRange.Parse(text).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01/")]
    [InlineData("2026-04-01/2026-01-01")]
    [InlineData("2026-01-01/2026-02-01/2026-03-01")]
    [InlineData("10:00/12:00")]
    [InlineData("Monday/Tuesday")]
    [InlineData("01/02/2026")]
    public void Other_texts_are_refused_with_an_example(string text) =>
        Assert.Contains("2026-01-01T00:00Z/2026-04-01T00:00Z", Assert.Throws<FormatException>(() => TimeRange.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Months_and_quarters_begin_at_the_midnight_of_their_zone()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal("2026-02-28T23:00:00Z/2026-03-31T22:00:00Z", TimeRange.Month(2026, 3, berlin).ToString());
        Assert.Equal("2026-10-01T00:00:00Z/2027-01-01T00:00:00Z", TimeRange.Quarter(2026, 4).ToString());
        Assert.Equal("2026-12-01T00:00:00Z/2027-01-01T00:00:00Z", TimeRange.Month(2026, 12).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("quarter", () => TimeRange.Quarter(2026, 5));
        Assert.Throws<ArgumentOutOfRangeException>("quarter", () => TimeRange.Quarter(2026, 0));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => TimeRange.Month(2026, 13));
    }

    [Fact]
    public void The_first_month_of_all_begins_with_the_first_instant() =>
        Assert.Equal(DateTimeOffset.MinValue, TimeRange.Month(1, 1, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Start);

    [Fact]
    public void Reading_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Assert.Equal("2026-01-01T00:00:00Z/2026-04-01T00:00:00Z", TimeRange.Parse("2026-01-01/2026-04-01").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
