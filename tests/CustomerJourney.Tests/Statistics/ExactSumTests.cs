using System.Numerics;
using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class ExactSumTests
{
    // Any finite double by its bits: all sizes, subnormal numbers and both zeros.
    private static readonly Gen<double> AnyFinite =
        from sign in Gen.Choose(0, 1)
        from exponent in Gen.Choose(0, 2046)
        from high in Gen.Choose(0, (1 << 26) - 1)
        from low in Gen.Choose(0, (1 << 26) - 1)
        select BitConverter.Int64BitsToDouble(((long)sign << 63) | ((long)exponent << 52) | ((long)high << 26) | (uint)low);

    // Numbers of like size, so that much cancels and ties happen.
    private static readonly Gen<double> Similar =
        from sign in Gen.Choose(0, 1)
        from exponent in Gen.Choose(-60, 3)
        from mantissa in Gen.Choose(0, 7)
        select (sign == 0 ? 1 : -1) * mantissa * Math.Pow(2, exponent);

    private static readonly Arbitrary<double[]> Terms =
        Gen.OneOf(AnyFinite.ArrayOf(), Similar.ArrayOf()).ToArbitrary();

    [Fact]
    public void Sum_is_the_exact_one_rounded_to_nearest_even() => Prop.ForAll(Terms, terms =>
    {
        BigInteger exact = terms.Aggregate(BigInteger.Zero, (sum, term) => sum + Units(term));
        double rounded = Sum(terms).ToDouble();
        if (double.IsInfinity(rounded)) return BigInteger.Abs(exact) >= Units(double.MaxValue) + (BigInteger.One << 2044);
        BigInteger off = BigInteger.Abs(exact - Units(rounded));
        return new[] { Math.BitIncrement(rounded), Math.BitDecrement(rounded) }.Where(double.IsFinite).All(neighbor =>
        {
            BigInteger other = BigInteger.Abs(exact - Units(neighbor));
            return off < other || (off == other && (BitConverter.DoubleToInt64Bits(rounded) & 1) == 0);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_and_partition_do_not_change_a_bit() => Prop.ForAll(Terms, Gen.Choose(0, int.MaxValue).ToArbitrary(), (terms, seed) =>
    {
        Random random = new(seed);
        double[] shuffled = [.. terms];
        random.Shuffle(shuffled);
        ExactSum[] parts = [new(), new(), new()];
        foreach (double term in shuffled) parts[random.Next(3)].Add(term);
        parts[2].Merge(parts[0]);
        parts[2].Merge(parts[1]);
        ExactSum whole = Sum(terms);
        return Bits(whole) == Bits(parts[2]) && State(whole).SequenceEqual(State(parts[2]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void State_survives_writing_and_reading() => Prop.ForAll(Terms, terms =>
    {
        ExactSum sum = Sum(terms);
        using BinaryReader reader = new(new MemoryStream(State(sum)));
        ExactSum read = ExactSum.Load(reader);
        read.Add(1);
        sum.Add(1);
        return Bits(sum) == Bits(read) && State(sum).SequenceEqual(State(read));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intermediate_sums_do_not_overflow()
    {
        Assert.Equal(double.MaxValue, Sum(double.MaxValue, double.MaxValue, -double.MaxValue).ToDouble());
        Assert.Equal(double.PositiveInfinity, Sum(double.MaxValue, double.MaxValue).ToDouble());
        Assert.Equal(double.NegativeInfinity, Sum(-double.MaxValue, -double.MaxValue).ToDouble());

        // Half a unit in the last place above the largest double is the first value that rounds to infinity.
        Assert.Equal(double.MaxValue, Sum(double.MaxValue, Math.BitDecrement(Math.Pow(2, 970))).ToDouble());
        Assert.Equal(double.PositiveInfinity, Sum(double.MaxValue, Math.Pow(2, 970)).ToDouble());
    }

    [Fact]
    public void Subnormal_numbers_are_added_exactly()
    {
        Assert.Equal(3 * double.Epsilon, Sum(double.Epsilon, double.Epsilon, double.Epsilon).ToDouble());
        Assert.Equal(-double.Epsilon, Sum(1, -double.Epsilon, -1).ToDouble());
        Assert.Equal(2.2250738585072014e-308, Sum(2.225073858507201e-308, double.Epsilon).ToDouble());
    }

    [Fact]
    public void Nothing_and_what_cancels_is_positive_zero()
    {
        Assert.Equal(0L, Bits(new ExactSum()));
        Assert.Equal(0L, Bits(Sum(-0.0, -0.0)));
        Assert.Equal(0L, Bits(Sum(1e300, 1e-300, -1e300, -1e-300)));
    }

    [Fact]
    public void A_sum_may_be_merged_with_itself_and_leaves_its_argument_alone()
    {
        ExactSum sum = Sum(0.1, -7, 1e-20), other = Sum(2.5);
        sum.Merge(sum);
        sum.Merge(other);
        Assert.Equal(Bits(Sum(0.1, 0.1, -7, -7, 1e-20, 1e-20, 2.5)), Bits(sum));
        Assert.Equal(2.5, other.ToDouble());
    }

    [Fact]
    public void Products_are_added_without_rounding()
    {
        ExactSum sum = new();
        sum.AddProduct(0.1, 0.1);
        sum.Add(-0.1 * 0.1);
        Assert.Equal(Math.FusedMultiplyAdd(0.1, 0.1, -(0.1 * 0.1)), sum.ToDouble());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_refused(double value) =>
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => new ExactSum().Add(value)).ParamName);

    [Fact]
    public void Bytes_of_something_else_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => Read([60, 60]));
        Assert.Throws<InvalidDataException>(() => Read([3, 1, 255, 255, 255, 255, 255, 255, 255, 255]));

        static ExactSum Read(byte[] bytes)
        {
            using BinaryReader reader = new(new MemoryStream(bytes));
            return ExactSum.Load(reader);
        }
    }

    private static ExactSum Sum(params double[] terms)
    {
        ExactSum sum = new();
        foreach (double term in terms) sum.Add(term);
        return sum;
    }

    private static long Bits(ExactSum sum) => BitConverter.DoubleToInt64Bits(sum.ToDouble());

    private static byte[] State(ExactSum sum)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        sum.Save(writer);
        writer.Flush();
        return stream.ToArray();
    }

    // A finite double as a whole number of units of 2^−1074.
    private static BigInteger Units(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent > 0) mantissa += BigInteger.One << 52;
        BigInteger size = mantissa << Math.Max(0, exponent - 1);
        return bits < 0 ? -size : size;
    }
}
