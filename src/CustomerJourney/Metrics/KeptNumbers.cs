namespace CustomerJourney.Metrics;

/// <summary>Numbers in states that are kept, with checks of what is read.</summary>
internal static class KeptNumbers
{
    private const int HalfBits = 64;

    public static void Write(BinaryWriter state, Int128 value)
    {
        state.Write((long)(value >> HalfBits));
        state.Write((ulong)(value & ulong.MaxValue));
    }

    public static Int128 ReadInt128(BinaryReader state)
    {
        long upper = state.ReadInt64();
        return ((Int128)upper << HalfBits) + state.ReadUInt64();
    }

    public static long ReadCount(BinaryReader state) =>
        state.ReadInt64() is >= 0 and long count ? count : throw new InvalidDataException("A count in the state is negative.");

    /// <summary>The first instant of a log, in UTC ticks; <see cref="long.MaxValue"/> where there is no event.</summary>
    public static void WriteFirst(BinaryWriter state, long ticks) => state.Write(ticks == long.MaxValue ? 0 : ticks);

    /// <summary>Reads what <see cref="WriteFirst"/> wrote.</summary>
    public static long ReadFirst(BinaryReader state) => ReadInstant(state) is > 0 and long ticks ? ticks : long.MaxValue;

    /// <summary>An instant in UTC ticks; 0 where none is known.</summary>
    public static long ReadInstant(BinaryReader state) =>
        state.ReadInt64() is var ticks && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? ticks : throw new InvalidDataException($"{ticks} is not the ticks of an instant.");
}
