using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class MoneyUnitsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.0001", -1)]
    [InlineData("12.3400", 123_400)]
    [InlineData("1.00000000000000000000000000", 10_000)]
    [InlineData("922337203685477", 9_223_372_036_854_770_000)]
    [InlineData("-922337203685477", -9_223_372_036_854_770_000)]
    public void Four_decimals_are_kept(string amount, long units)
    {
        Assert.True(MoneyUnits.TryFrom(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), out long actual));
        Assert.Equal(units, actual);
        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), MoneyUnits.ToDecimal(actual));
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("7.0000000000000000000000000001")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("922337203685477.0001")]
    [InlineData("-922337203685477.0001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void More_decimals_and_larger_amounts_are_refused(string amount) =>
        Assert.False(MoneyUnits.TryFrom(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), out _));

    [Fact]
    public void Units_come_back() => Prop.ForAll(ArbMap.Default.ArbFor<long>(), units =>
    {
        long small = units % 9_223_372_036_854_770_000;
        Assert.True(MoneyUnits.TryFrom(MoneyUnits.ToDecimal(small), out long back));
        Assert.Equal(small, back);
        Assert.Equal((double)MoneyUnits.ToDecimal(small), MoneyUnits.ToDouble(small), 1e-15 * Math.Abs((double)MoneyUnits.ToDecimal(small)));
    }).QuickCheckThrowOnFailure();
}
