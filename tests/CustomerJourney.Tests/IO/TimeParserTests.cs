using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class TimeParserTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00.0000000Z")]
    [InlineData("2026-03-01T12:34", "2026-03-01T12:34:00.0000000Z")]
    [InlineData("2026-03-01 12:34:56", "2026-03-01T12:34:56.0000000Z")]
    [InlineData("2026-03-01t12:34:56.7z", "2026-03-01T12:34:56.7000000Z")]
    [InlineData("2026-03-01T12:34:56.789z", "2026-03-01T12:34:56.7890000Z")]
    [InlineData("2026-03-01T12:34:56,012Z", "2026-03-01T12:34:56.0120000Z")]
    [InlineData("2026-03-01T12:34:56,1234567Z", "2026-03-01T12:34:56.1234567Z")]
    [InlineData("2026-03-01T12:34:56.123456789Z", "2026-03-01T12:34:56.1234567Z")]
    [InlineData("2026-03-01T12:34+01", "2026-03-01T11:34:00.0000000Z")]
    [InlineData("2026-03-01T00:34:56-0330", "2026-03-01T04:04:56.0000000Z")]
    [InlineData("2026-03-01 12:34:56.5 +14:00", "2026-02-28T22:34:56.5000000Z")]
    [InlineData("2026-03-01 12:34:56 UTC", "2026-03-01T12:34:56.0000000Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00.0000000Z")]
    public void Iso_8601_is_read(string text, string expected) => Assert.Equal(expected, Read(TimeFormat.Iso8601, text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-3-1")]
    [InlineData("20260301")]
    [InlineData("2026/03/01")]
    [InlineData("2026-03-01T")]
    [InlineData("2026-03-01T12")]
    [InlineData("2026-03-01T12:3")]
    [InlineData("2026-03-01T12:34:")]
    [InlineData("2026-03-01T12:34:5")]
    [InlineData("2026-03-01T12:34:56.")]
    [InlineData("2026-03-01T12:34:56.Z")]
    [InlineData("2026-03-01T12:34:56.1:3Z")]
    [InlineData("2026-03-01T12:34:56./12Z")]
    [InlineData("2026-03-01T12:34:56.12?Z")]
    [InlineData("2026-03-01T12:34:56.12¹")]
    [InlineData("2026-03-01T12:34:56.123X")]
    [InlineData("2026-03-01T12:34:56:123Z")]
    [InlineData("2026-03-01T12:34:56.1234567890Z")]
    [InlineData("2026-03-01T12:34:56X")]
    [InlineData("2026-03-01T12:34:56ZZ")]
    [InlineData("2026-03-01T12:34:56 ")]
    [InlineData("2026-03-01T12:34:56+1")]
    [InlineData("2026-03-01T12:34:56+01:0")]
    [InlineData("2026-03-01T12:34:56+01-00")]
    [InlineData("2026-03-01_12:34:56")]
    [InlineData("2026-03-01T12.34")]
    [InlineData(" 2026-03-01")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("2026-01-01\u000012:00:00")]
    [InlineData("2026-01-01\u001412:00")]
    [InlineData("২০২৬-০৩-০১")]
    public void What_is_not_ISO_8601_is_not_guessed(string text) => Assert.StartsWith("is not an ISO 8601 time such as", Read(TimeFormat.Iso8601, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-00-01")]
    [InlineData("2026-13-01")]
    [InlineData("2026-04-31")]
    [InlineData("2100-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2026-03-01T24:00:00Z")]
    [InlineData("2026-03-01T12:60Z")]
    [InlineData("2016-12-31T23:59:60Z")]
    public void Times_that_do_not_exist_are_refused(string text) => Assert.StartsWith("is not a time that exists", Read(TimeFormat.Iso8601, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-01T12:00+14:01", "has an offset from UTC")]
    [InlineData("2026-03-01T12:00-01:60", "has an offset from UTC")]
    [InlineData("0001-01-01T00:00+01:00", "lies outside the years 1 to 9999")]
    [InlineData("9999-12-31T23:30-01:00", "lies outside the years 1 to 9999")]
    public void Offsets_have_limits(string text, string reason) => Assert.StartsWith(reason, Read(TimeFormat.Iso8601, text), StringComparison.Ordinal);

    [Fact]
    public void Iso_times_agree_with_the_base_library_whatever_was_read_before()
    {
        TimeParser parser = new(TimeFormat.Iso8601);
        var times = ArbMap.Default.GeneratorFor<(long Ticks, int Offset, int Style)>();
        Prop.ForAll(times.ToArbitrary(), sample =>
        {
            long ticks = 630_000_000_000_000_000 + (Math.Abs(sample.Ticks % 100_000_000) * 77_777_777_777);
            string text = Write(new DateTimeOffset(ticks, TimeSpan.FromMinutes(sample.Offset % 840)), Math.Abs(sample.Style % 6));
            DateTimeOffset expected = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            return parser.TryParse(Encoding.UTF8.GetBytes(text), out long actual, out _) && actual == expected.UtcTicks;
        }).QuickCheckThrowOnFailure();

        static string Write(DateTimeOffset time, int style) => style switch
        {
            0 => time.ToString("O", CultureInfo.InvariantCulture),
            1 => time.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
            2 => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
            3 => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            4 => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
            _ => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        };
    }

    [Fact]
    public void A_damaged_time_is_refused_or_means_what_the_base_library_reads()
    {
        TimeParser parser = new(TimeFormat.Iso8601);
        const string Letters = "0123456789-+:TZ .";
        Gen<string> damaged =
            from place in Gen.Choose(0, 27)
            from letter in Gen.Choose(0, Letters.Length - 1)
            from removed in Gen.Choose(0, 2)
            from minute in Gen.Choose(0, 59)
            select $"2026-02-27T12:{minute:00}:56.123456+01:00".Remove(place, removed).Insert(place, $"{Letters[letter]}");
        Prop.ForAll(damaged.ToArbitrary(), text =>
            !parser.TryParse(Encoding.UTF8.GetBytes(text), out long actual, out string? reason)
                ? reason is not null
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset expected)
                  && Math.Abs(actual - expected.UtcTicks) <= 1).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2026-03-29 01:59:59", "2026-03-29T00:59:59.0000000Z")]
    [InlineData("2026-03-29 03:00:00", "2026-03-29T01:00:00.0000000Z")]
    [InlineData("2026-10-25 02:30:00", "2026-10-25T01:30:00.0000000Z")]
    [InlineData("2026-07-01", "2026-06-30T22:00:00.0000000Z")]
    [InlineData("2026-07-01T12:00:00Z", "2026-07-01T12:00:00.0000000Z")]
    [InlineData("2026-03-29 02:30:00", "does not exist in Europe/Berlin, where clocks went forward over it")]
    public void A_time_without_zone_is_local(string text, string expected)
    {
        Assert.Equal(expected, Read(TimeFormat.Local(Berlin), text));
        if (text.Length == 19) Assert.Equal(expected, Read(TimeFormat.Local(Berlin, "yyyy-MM-dd HH:mm:ss"), text));
    }

    [Theory]
    [InlineData("Europe/Berlin", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("America/St_Johns", 2006)]
    [InlineData("Asia/Kathmandu", 1985)]
    public void Local_times_agree_with_the_zone_in_every_quarter_of_a_year(string zone, int year)
    {
        TimeZoneInfo rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        TimeParser parser = new(TimeFormat.Local(rules));
        for (DateTime local = new(year, 1, 1, 0, 1, 0); local.Year < year + 2; local = local.AddMinutes(15))
        {
            bool read = parser.TryParse(Encoding.UTF8.GetBytes(local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), out long ticks, out _);
            Assert.Equal(!rules.IsInvalidTime(local), read);
            if (read) Assert.Equal(TimeZoneInfo.ConvertTimeToUtc(local, rules).Ticks, ticks);
        }
    }

    [Theory]
    [InlineData("1541599523", "2018-11-07T14:05:23.0000000Z")]
    [InlineData("1541599523.0", "2018-11-07T14:05:23.0000000Z")]
    [InlineData("1541599523.1234567", "2018-11-07T14:05:23.1234567Z")]
    [InlineData("-0.5", "1969-12-31T23:59:59.5000000Z")]
    [InlineData("-62135596800", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000Z")]
    [InlineData("253402300800", "lies outside the years 1 to 9999; check the unit of the time format")]
    [InlineData("-62135596801", "lies outside the years 1 to 9999; check the unit of the time format")]
    [InlineData("1541599523000", "lies outside the years 1 to 9999; check the unit of the time format")]
    [InlineData("99999999999999999999999999", "lies outside the years 1 to 9999; check the unit of the time format")]
    [InlineData("1.5e9", "is not a number of seconds since 1970-01-01 such as 1767225600 or 1767225600.5")]
    [InlineData("12 ", "is not a number of seconds since 1970-01-01 such as 1767225600 or 1767225600.5")]
    [InlineData("-", "is not a number of seconds since 1970-01-01 such as 1767225600 or 1767225600.5")]
    [InlineData("1.", "is not a number of seconds since 1970-01-01 such as 1767225600 or 1767225600.5")]
    public void Unix_seconds_are_read_exactly(string text, string expected) => Assert.Equal(expected, Read(TimeFormat.UnixSeconds, text));

    [Theory]
    [InlineData("1541599523123", "2018-11-07T14:05:23.1230000Z")]
    [InlineData("1541599523123.5", "is not a whole number of milliseconds since 1970-01-01 such as 1767225600000")]
    [InlineData("999999999999999999", "lies outside the years 1 to 9999; check the unit of the time format")]
    public void Unix_milliseconds_are_whole(string text, string expected) => Assert.Equal(expected, Read(TimeFormat.UnixMilliseconds, text));

    [Theory]
    [InlineData("1541599523123456", "2018-11-07T14:05:23.1234560Z")]
    [InlineData("-1", "1969-12-31T23:59:59.9999990Z")]
    [InlineData("x", "is not a whole number of microseconds since 1970-01-01 such as 1767225600000000")]
    public void Unix_microseconds_are_whole(string text, string expected) => Assert.Equal(expected, Read(TimeFormat.UnixMicroseconds, text));

    [Theory]
    [InlineData("dd/MM/yy HH:mm", "01/07/26 12:30", "2026-07-01T10:30:00.0000000Z")]
    [InlineData("MMM d yyyy", "Jul 1 2026", "2026-06-30T22:00:00.0000000Z")]
    [InlineData("yyyyMMddHHmmsszzz", "20260701123000+05:00", "2026-07-01T07:30:00.0000000Z")]
    [InlineData("dd/MM/yy HH:mm", "31/06/26 12:30", "is not a time of the pattern 'dd/MM/yy HH:mm'")]
    public void A_pattern_is_read_in_the_invariant_culture(string pattern, string text, string expected)
    {
        TimeParser parser = new(TimeFormat.Local(Berlin, pattern));
        for (int again = 0; again < 3; again++)
        {
            Assert.Equal(expected, Read(parser, text));
            Assert.StartsWith("is not a time of the pattern", Read(parser, ""), StringComparison.Ordinal);
        }
    }

    private static string Read(TimeFormat format, string text) => Read(new TimeParser(format), text);

    private static string Read(TimeParser parser, string text) =>
        parser.TryParse(Encoding.UTF8.GetBytes(text), out long ticks, out string? reason) ? new DateTime(ticks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture) : reason!;
}
