using System.Numerics;

namespace CustomerJourney.Statistics;

/// <summary>
/// A sum of doubles without any rounding until it is read: the result is the exact sum rounded once, to nearest with ties to even,
/// and so the same bits for any order and any partition of the terms.
/// </summary>
/// <remarks>
/// A fixed-point number wide enough for every double (Kulisch's long accumulator; R. M. Neal, "Fast exact summation using small and large
/// superaccumulators", 2015). Subnormal numbers are added exactly; intermediate sums cannot overflow, and a total beyond the largest double reads as an infinity.
/// An empty sum and terms that cancel read as +0. Infinities and NaN are refused. Not safe for use by several threads at once.
/// </remarks>
public sealed class ExactSum
{
    // Limb i holds multiples of 2^(32 i − 1074); 68 limbs span every double and 2^63 additions of the largest.
    private const int Limbs = 68;
    private const int LimbBits = 32;
    private const uint LimbMask = 0xFFFF_FFFF;

    // An addition changes a limb by less than 2^32, so this many leave room in 64 bits.
    private const int AdditionsBetweenCarries = 1 << 30;

    private readonly long[] _limbs = new long[Limbs];
    private int _additions;

    /// <summary>Adds a term.</summary>
    /// <param name="value">Any finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public void Add(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7FF;
        if (exponent == 0x7FF) Domain.CheckFinite(value);
        ulong mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0) exponent = 1;
        else mantissa |= 1UL << 52;

        int position = exponent - 1;
        int limb = position >> 5, shift = position & 31;
        if (_additions == AdditionsBetweenCarries) Carry();

        // Cannot overflow between carries; 64-bit halves of the shifted mantissa, the upper one in two steps because a shift by 64 does nothing.
        unchecked
        {
            _additions++;
            ulong low = mantissa << shift;
            long sign = 1 - (long)(bits >> 63 << 1);
            Span<long> limbs = _limbs.AsSpan(limb, 3);
            limbs[0] += sign * (long)(low & LimbMask);
            limbs[1] += sign * (long)(low >> LimbBits);
            limbs[2] += sign * (long)(mantissa >> 1 >> (63 - shift));
        }
    }

    /// <summary>Adds a product without rounding it; exact as long as the product neither overflows nor comes within 2^53 of the smallest subnormal.</summary>
    internal void AddProduct(double left, double right)
    {
        double product = left * right;
        Add(product);
        Add(Math.FusedMultiplyAdd(left, right, -product));
    }

    /// <summary>Adds all terms of another sum, which is left as it was.</summary>
    /// <param name="other">The sum to add; may be this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public void Merge(ExactSum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Carry();
        other.Carry();
        for (int i = 0; i < Limbs; i++) _limbs[i] += other._limbs[i];
        Normalize(_limbs);
    }

    /// <summary>The exact sum of all terms so far, rounded to the nearest double, ties to even; infinite where it lies beyond the largest.</summary>
    public double ToDouble()
    {
        Carry();
        bool negative = _limbs[^1] < 0;
        Span<long> digits = stackalloc long[Limbs];
        _limbs.CopyTo(digits);
        if (negative) Negate(digits);
        int top = Limbs - 1;
        while (top >= 0 && digits[top] == 0) top--;
        if (top < 0) return 0;

        double size = Round(digits, top);
        return negative ? -size : size;
    }

    /// <summary>The sum as two doubles: rounded, and what the rounding left.</summary>
    internal (double Rounded, double Left) ToTwoDoubles()
    {
        double rounded = ToDouble();
        if (!double.IsFinite(rounded)) return (rounded, 0);
        Add(-rounded);
        double rest = ToDouble();
        Add(rounded);
        return (rounded, rest);
    }

    /// <summary>Writes the state; equal sums write equal bytes, whatever the order of their terms.</summary>
    /// <param name="writer">Where to write.</param>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Carry();
        int first = Array.FindIndex(_limbs, limb => limb != 0);
        int last = Array.FindLastIndex(_limbs, limb => limb != 0);
        writer.Write((byte)Math.Max(first, 0));
        writer.Write((byte)(first < 0 ? 0 : last - first + 1));
        for (int i = Math.Max(first, 0); i <= last; i++) writer.Write(_limbs[i]);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="InvalidDataException">The bytes are not those of a sum.</exception>
    public static ExactSum Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int first = reader.ReadByte(), count = reader.ReadByte();
        if (first + count > Limbs) throw new InvalidDataException($"The state of an exact sum names digits {first} to {first + count}; it has {Limbs}.");
        ExactSum sum = new();
        for (int i = first; i < first + count; i++)
        {
            long digit = reader.ReadInt64();
            if (i < Limbs - 1 && digit is < 0 or > LimbMask) throw new InvalidDataException($"Digit {i} of an exact sum is {digit}; it lies between 0 and {LimbMask}.");
            sum._limbs[i] = digit;
        }

        return sum;
    }

    // Brings every limb but the last into 0…2^32 − 1; the last keeps the sign. This form is unique.
    private void Carry()
    {
        if (_additions == 0) return;
        Normalize(_limbs);
        _additions = 0;
    }

    private static void Normalize(Span<long> limbs)
    {
        long carry = 0;
        for (int i = 0; i < Limbs - 1; i++)
        {
            long limb = limbs[i] + carry;
            limbs[i] = limb & LimbMask;
            carry = limb >> LimbBits;
        }

        limbs[^1] += carry;
    }

    private static void Negate(Span<long> limbs)
    {
        for (int i = 0; i < Limbs; i++) limbs[i] = -limbs[i];
        Normalize(limbs);
    }

    // The magnitude is a whole number of units of 2^−1074, which is how the bits of a double count.
    private static double Round(ReadOnlySpan<long> digits, int top)
    {
        int length = top * LimbBits + 64 - BitOperations.LeadingZeroCount((ulong)digits[top]);
        int dropped = Math.Max(0, length - 53);
        ulong mantissa = Extract(digits, dropped);
        if (dropped > 0 && Bit(digits, dropped - 1) && ((mantissa & 1) == 1 || AnyBelow(digits, dropped - 1))) mantissa++;
        if (mantissa == 1UL << 53)
        {
            mantissa >>= 1;
            dropped++;
        }

        if (dropped >= 0x7FE) return double.PositiveInfinity;
        return BitConverter.UInt64BitsToDouble(((ulong)dropped << 52) + mantissa);
    }

    private static ulong Extract(ReadOnlySpan<long> digits, int from)
    {
        int limb = from / LimbBits, shift = from % LimbBits;
        UInt128 window = 0;
        for (int i = Math.Min(limb + 3, digits.Length - 1); i >= limb; i--) window = (window << LimbBits) + (ulong)digits[i];
        return (ulong)(window >> shift);
    }

    private static bool Bit(ReadOnlySpan<long> digits, int position) => (digits[position / LimbBits] >> position % LimbBits & 1) == 1;

    private static bool AnyBelow(ReadOnlySpan<long> digits, int position)
    {
        int limb = position / LimbBits;
        for (int i = 0; i < limb; i++)
            if (digits[i] != 0) return true;
        return (digits[limb] & ((1L << position % LimbBits) - 1)) != 0;
    }
}
