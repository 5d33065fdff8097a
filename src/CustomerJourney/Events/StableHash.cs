using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>A hash that is the same in every process and on every machine: SipHash-2-4 (Aumasson, Bernstein 2012, "SipHash: a fast short-input PRF").</summary>
internal static class StableHash
{
    /// <summary>A number in [0, 1) for a name: equal for equal names and seeds, spread evenly over different ones.</summary>
    public static double Fraction(string name, ulong seed)
    {
        const int OnStack = 256, BitsOfDouble = 53;
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> utf8 = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        ulong hash = Of(utf8[..Encoding.UTF8.GetBytes(name, utf8)], seed, 0);
        return Math.ScaleB(hash >> (64 - BitsOfDouble), -BitsOfDouble);
    }

    public static ulong Of(ReadOnlySpan<byte> data, ulong key0, ulong key1)
    {
        State state = new(key0, key1);
        ReadOnlySpan<byte> rest = data;
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..]) state.Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        ulong last = (ulong)(byte)(data.Length & byte.MaxValue) << 56;
        for (int index = 0; index < rest.Length; index++) last |= (ulong)rest[index] << (8 * index);
        state.Add(last);
        return state.Finish();
    }

    private struct State(ulong key0, ulong key1)
    {
        private const int RoundsOfWord = 2, RoundsAtEnd = 4;
        private ulong _0 = key0 ^ 0x736F6D6570736575UL;
        private ulong _1 = key1 ^ 0x646F72616E646F6DUL;
        private ulong _2 = key0 ^ 0x6C7967656E657261UL;
        private ulong _3 = key1 ^ 0x7465646279746573UL;

        public void Add(ulong word)
        {
            _3 ^= word;
            for (int round = 0; round < RoundsOfWord; round++) Round();
            _0 ^= word;
        }

        public ulong Finish()
        {
            _2 ^= byte.MaxValue;
            for (int round = 0; round < RoundsAtEnd; round++) Round();
            return _0 ^ _1 ^ _2 ^ _3;
        }

        private void Round()
        {
            unchecked
            {
                _0 += _1;
                _2 += _3;
                _1 = BitOperations.RotateLeft(_1, 13) ^ _0;
                _3 = BitOperations.RotateLeft(_3, 16) ^ _2;
                _0 = BitOperations.RotateLeft(_0, 32);
                _2 += _1;
                _0 += _3;
                _1 = BitOperations.RotateLeft(_1, 17) ^ _2;
                _3 = BitOperations.RotateLeft(_3, 21) ^ _0;
                _2 = BitOperations.RotateLeft(_2, 32);
            }
        }
    }
}
