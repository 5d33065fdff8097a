using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.IO;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

public class AmountTests
{
    private const string TooMany = "is not an amount of at most four decimals between -922337203685477 and 922337203685477; EventMapping.RoundAmounts rounds such to four decimals";

    private static EventMapping Mapping { get; } = CsvText.Plain with { Value = "amount" };

    [Theory]
    [InlineData("59.970000000000006", 599_700)]
    [InlineData("49.989999999999995", 499_900)]
    [InlineData("0.30000000000000004", 3_000)]
    [InlineData("1.25E7", 125_000_000_000)]
    [InlineData("1e-4", 1)]
    [InlineData("-1.5e+1", -150_000)]
    [InlineData("0E9", 0)]
    [InlineData("12.50000000000000000000000000000001", 125_000)]
    public async Task Exponents_and_the_traces_of_floating_point_are_read_everywhere(string amount, long units)
    {
        JourneyLog[] logs =
        [
            await CsvText.ReadAsync($"customer,event,time,amount\nc,e,2026-03-01,{amount}\n", Mapping),
            await JsonTestText.ReadLinesAsync(JsonTestText.Line("c", $",\"amount\":{amount}"), Mapping),
            await XesText.ReadAsync(XesText.Trace(XesText.Event("e", "12:00", null, $"amount={amount}")), new() { Value = "amount" }),
        ];
        Assert.All(logs, log => Assert.Equal([units], log.Columns.Money!.Units.ToArray()));
        Assert.All(logs, log => Assert.Empty(log.Quality.SourceCounts));
    }

    [Theory]
    [InlineData("0.00005", 0)]
    [InlineData("0.00015", 2)]
    [InlineData("1E-05", 0)]
    [InlineData("1E-40", 0)]
    [InlineData("19.99995", 200_000)]
    [InlineData("1234567890.12345", 12_345_678_901_234)]
    public async Task Other_decimals_are_rejected_or_rounded_half_to_even_and_counted(string amount, long units)
    {
        string text = $"customer,event,time,amount\nc,e,2026-03-01,{amount}\n";
        Assert.Equal(TooMany, (await CsvText.RejectedAsync(text, Mapping)).Reason);
        JourneyLog log = await CsvText.ReadAsync(text, Mapping with { RoundAmounts = true });
        Assert.Equal([units], log.Columns.Money!.Units.ToArray());
        Assert.Equal("1 amounts rounded to four decimals", XesText.Counts(log));

        string document = XesText.Trace(XesText.Event("e", "12:00", null, $"amount={amount}"));
        XesFormat format = new() { Value = "amount" };
        Assert.Contains("XesFormat.RoundAmounts", Assert.Single((await XesText.ReadAsync(document, format)).Quality.FirstRejected).Reason, StringComparison.Ordinal);
        JourneyLog xes = await XesText.ReadAsync(document, format with { RoundAmounts = true });
        Assert.Equal([units], xes.Columns.Money!.Units.ToArray());
        Assert.Equal("1 amounts rounded to four decimals", XesText.Counts(xes));
    }

    [Theory]
    [InlineData("1E15")]
    [InlineData("1E400")]
    [InlineData("1E")]
    [InlineData("NaN")]
    public async Task What_is_no_amount_is_rejected_whatever_the_option(string amount)
    {
        RejectedRow row = await CsvText.RejectedAsync($"customer,event,time,amount\nc,e,2026-03-01,{amount}\n", Mapping with { RoundAmounts = true });
        Assert.StartsWith("is not an amount", row.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("RoundAmounts", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_in_floating_point_are_read_as_the_decimal_sum()
    {
        NumberParser parser = new(culture: null, roundsAmounts: false, "option");
        Gen<int[]> amounts = Gen.Choose(1, int.MaxValue).ArrayOf(5);
        Prop.ForAll(amounts.ToArbitrary(), units =>
        {
            double sum = 0;
            foreach (int unit in units) sum += (double)(unit / 10_000m);
            Assert.Null(parser.ReadMoney(System.Text.Encoding.UTF8.GetBytes(sum.ToString("R", CultureInfo.InvariantCulture)), out long read, out bool isRounded));
            Assert.Equal((units.Sum(unit => (long)unit), false), (read, isRounded));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_number_of_up_to_fifteen_digits_is_changed_unasked()
    {
        NumberParser parser = new(culture: null, roundsAmounts: false, "option");
        Prop.ForAll(Gen.Choose(0, 999_999).Zip(Gen.Choose(1, 999_999_999)).ToArbitrary(), number =>
        {
            string text = FormattableString.Invariant($"{number.Item1}.{number.Item2:D9}");
            bool isFour = number.Item2 % 100_000 == 0;
            Assert.Equal(isFour, parser.ReadMoney(System.Text.Encoding.UTF8.GetBytes(text), out _, out _) is null);
        }).QuickCheckThrowOnFailure();
    }
}
