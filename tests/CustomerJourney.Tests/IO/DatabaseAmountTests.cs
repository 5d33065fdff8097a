using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.IO;

/// <summary>Amounts of money as databases give them: what is kept, what is rounded and counted, what is rejected.</summary>
public class DatabaseAmountTests
{
    private const string Refused = "is not an amount of at most four decimals between -922337203685477 and 922337203685477";
    private const string NotMoney = Refused + ", written such as 12.50 without group separators";
    private const string TooManyDecimals = Refused + "; EventMapping.RoundAmounts rounds such to four decimals";
    private static readonly string[] Columns = ["customer", "event", "time", "value", "currency"];
    private static readonly DateTime March = new(2026, 3, 1, 12, 0, 0);
    private static readonly EventMapping Mapping = CsvText.Plain with { Value = "value", Currency = "currency" };

    public static TheoryData<object, long> Kept => new()
    {
        // Four decimals hold every currency of ISO 4217, so one more than cents is no fault.
        { 12.345m, 123_450 },
        { 12.3456m, 123_456 },
        { 12.340000000000m, 123_400 },
        { -19.90m, -199_000 },
        { -0.0001m, -1 },
        { 0m, 0 },
        { -0.0, 0 },
        { 922_337_203_685_477m, 9_223_372_036_854_770_000 },
        { -922_337_203_685_477m, -9_223_372_036_854_770_000 },
        { 0.1 + 0.2, 3_000 },
        { 19.99 * 3, 599_700 },
        { 1.25e7, 125_000_000_000 },
        { 0.1f, 1_000 },
        { (short)-3, -30_000 },
        { 7L, 70_000 },
        { ulong.MaxValue / 1_000_000, 184_467_440_737_090_000 },
        { "12.50", 125_000 },
        { "1.25E7", 125_000_000_000 },
        { " 5 ", 50_000 },
    };

    public static TheoryData<object, long> Longer => new()
    {
        { 12.34565m, 123_456 },
        { 12.34575m, 123_458 },
        { 0.00001m, 0 },
        { -0.00015m, -2 },
        { 1.0 / 3, 3_333 },
        { 1E-20, 0 },
        { "19.99995", 200_000 },
    };

    public static TheoryData<object, string> None => new()
    {
        { 922_337_203_685_478m, "922337203685478" },
        { decimal.MaxValue, "79228162514264337593543950335" },
        { 1e20, "1E+20" },
        { double.MaxValue, "1.7976931348623157E+308" },
        { double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { ulong.MaxValue, "18446744073709551615" },
        { "12,50", "12,50" },
        { "1,250.00", "1,250.00" },
        { "€12", "€12" },
        { "twelve", "twelve" },
        { true, "true" },
        { March, "2026-03-01T12:00:00" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task An_amount_of_up_to_four_decimals_is_kept_whatever_its_type_and_the_culture(object value, long units)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            foreach (bool slowly in new[] { false, true })
            {
                JourneyLog log = await ReadAsync(Mapping, slowly, value);
                Assert.Empty(log.Quality.FirstRejected);
                Assert.Empty(log.Quality.SourceCounts);
                Assert.Equal([units], log.Columns.Money!.Units.ToArray());
                Assert.Equal("EUR", log.Columns.Money.Currency(0));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Longer))]
    public async Task More_decimals_are_rejected_or_rounded_half_to_even_and_counted(object value, long units)
    {
        RejectedRow row = Assert.Single((await ReadAsync(Mapping, slowly: false, value)).Quality.FirstRejected);
        Assert.Equal((1L, "value", TooManyDecimals), (row.Line, row.Column, row.Reason));

        JourneyLog log = await ReadAsync(Mapping with { RoundAmounts = true }, slowly: false, value, 1m, value);
        Assert.Equal([units, 10_000, units], log.Columns.Money!.Units.ToArray());
        Assert.Equal("2 amounts rounded to four decimals", XesText.Counts(log));
    }

    [Theory]
    [MemberData(nameof(None))]
    public async Task What_is_no_amount_is_rejected_with_its_text_whatever_the_option(object value, string text)
    {
        JourneyLog log = await ReadAsync(Mapping with { RoundAmounts = true }, slowly: false, value, 1m);
        Assert.Equal((2L, 1L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((1L, "value", text, NotMoney), (row.Line, row.Column, row.Value, row.Reason));
        Assert.Equal([(("value", NotMoney), 1L)], log.Quality.RejectedByReason.Select(reason => ((reason.Column, reason.Reason), reason.Rows)));
    }

    [Fact]
    public async Task An_amount_of_a_type_without_text_is_rejected()
    {
        JourneyLog log = await ReadAsync(Mapping, slowly: false, new byte[] { 1, 2 }, 1m);
        RejectedRow row = Assert.Single(log.Quality.FirstRejected);
        Assert.Equal((1L, "value", "Byte[]"), (row.Line, row.Column, row.Value));
        Assert.StartsWith("is of this type, which is neither", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_there_is_an_event_without_an_amount_and_not_one_of_zero()
    {
        foreach (bool slowly in new[] { false, true })
        {
            JourneyLog log = await ReadAsync(Mapping, slowly, null, DBNull.Value, "", 0m);
            Assert.Equal((4L, 0L), (log.EventCount, log.Quality.Rejected));
            Assert.Equal([3], log.Columns.Money!.Positions);
        }
    }

    [Fact]
    public async Task A_row_with_a_value_that_is_too_long_is_rejected_if_the_value_is_read()
    {
        const string Ten = "ten bytés", Eleven = "eleven byte";
        DateOnly day = new(2026, 3, 1);
        ReadOptions options = new() { Limits = new() { FieldBytes = 10, RejectedValueLength = 5 } };
        foreach (bool slowly in new[] { false, true })
        {
            using FakeReader reader = new(
                ["customer", "event", "time", "note", "unread"],
                [Ten, "e", day, Ten, Eleven], [Ten, Eleven, day, null, null], [Eleven, "e", day, null, null], [Ten, "e", day, 12_345_678_901L, null], [Ten, "e", day, Guid.Empty, null])
            { AsynchronousOnly = slowly };
            JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, CsvText.Plain with { EventAttributes = ["note"] }, options);
            Assert.Equal((5L, 1L, 4L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
            Assert.Equal(
                [(2L, "event", "eleve…"), (3L, "customer", "eleve…"), (4L, "note", "12345…"), (5L, "note", "00000…")],
                log.Quality.FirstRejected.Select(row => (row.Line, row.Column, row.Value)));
            Assert.All(log.Quality.FirstRejected, row => Assert.Equal("is longer than 10 bytes, the most that ReadLimits.FieldBytes allows", row.Reason));
        }
    }

    private static async Task<JourneyLog> ReadAsync(EventMapping mapping, bool slowly, params object?[] values)
    {
        using FakeReader reader = new(Columns, [.. values.Select((value, row) => (object?[])["c", "e", March.AddHours(row), value, "EUR"])]) { AsynchronousOnly = slowly };
        return await JourneyLog.ReadDatabaseAsync(reader, mapping);
    }
}
