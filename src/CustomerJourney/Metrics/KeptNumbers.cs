namespace CustomerJourney.Metrics;

/// <summary>Numbers in states that are kept, with checks of what is read.</summary>
internal static class KeptNumbers
{
    /// <summary>No more than these, 2⁴⁰, are ever counted of anything: so sums of a few counts, and of counts times squares of scores, are within the range of whole numbers.</summary>
    public const long MostCount = 1L << 40;

    // Two sums, or a sum and what a log adds to it, are within the range of whole numbers.
    private const long MostSum = 1L << 61;

    private const int HalfBits = 64;

    // Several sums of money fit into a decimal.
    private static readonly Int128 MostMoney = Int128.One << 92;

    public static void Write(BinaryWriter state, Int128 value)
    {
        state.Write((long)(value >> HalfBits));
        state.Write((ulong)(value & ulong.MaxValue));
    }

    public static Int128 ReadInt128(BinaryReader state)
    {
        long upper = state.ReadInt64();
        return Money(((Int128)upper << HalfBits) + state.ReadUInt64());
    }

    public static long ReadCount(BinaryReader state) => Count(state.ReadInt64());

    /// <summary>A sum of money in ten-thousandths.</summary>
    public static Int128 Money(Int128 units) => units >= -MostMoney && units <= MostMoney ? units : throw new InvalidDataException($"{units} ten-thousandths are beyond any amount of money.");

    /// <summary>A number that is a count, or the sum of several.</summary>
    public static long Count(long value) => value switch
    {
        < 0 => throw new InvalidDataException("A count in the state is negative."),
        > MostCount => throw new InvalidDataException($"A count in the state is {value}, more than there can be ({MostCount})."),
        _ => value,
    };

    /// <inheritdoc cref="Count(long)"/>
    public static int Count(int value) => (int)Count((long)value);

    /// <summary>A sum of squares or of products of counts, which may be below 0.</summary>
    public static long ReadSum(BinaryReader state) =>
        state.ReadInt64() is >= -MostSum and <= MostSum and long sum ? sum : throw new InvalidDataException("A sum in the state is larger than there can be.");

    /// <summary>The first instant of a log, in UTC ticks; <see cref="long.MaxValue"/> where there is no event.</summary>
    public static void WriteFirst(BinaryWriter state, long ticks) => state.Write(ticks == long.MaxValue ? 0 : ticks);

    /// <summary>Reads what <see cref="WriteFirst"/> wrote.</summary>
    public static long ReadFirst(BinaryReader state) => ReadInstant(state) is > 0 and long ticks ? ticks : long.MaxValue;

    /// <summary>An instant in UTC ticks; 0 where none is known.</summary>
    public static long ReadInstant(BinaryReader state) =>
        state.ReadInt64() is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? ticks : throw new InvalidDataException($"{ticks} is not the ticks of an instant.");
}
