using System.Runtime.InteropServices;

namespace CustomerJourney.Statistics.Survival;

/// <summary>Sorts times that are not negative: their bits, read as whole numbers, have their order, so many are sorted digit by digit, in time in proportion to their number.</summary>
internal static class TimeSorter
{
    /// <summary>Fewer are sorted sooner by comparison.</summary>
    internal const int LeastByDigits = 4096;

    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int Values = 1 << DigitBits;
    private const ulong DigitMask = Values - 1;

    public static void Sort(Span<double> times)
    {
        if (times.Length < LeastByDigits)
        {
            times.Sort();
            return;
        }

        Span<ulong> from = MemoryMarshal.Cast<double, ulong>(times), into = new ulong[times.Length];
        int[] counts = new int[Digits * Values];
        foreach (ulong bits in from)
        {
            for (int digit = 0; digit < Digits; digit++) counts[(digit * Values) + (int)((bits >> (digit * DigitBits)) & DigitMask)]++;
        }

        bool isMoved = false;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> places = counts.AsSpan(digit * Values, Values);
            int shift = digit * DigitBits;
            // Times of whole days leave most digits alike.
            if (places[(int)((from[0] >> shift) & DigitMask)] == from.Length) continue;
            int next = 0;
            foreach (ref int place in places) (place, next) = (next, next + place);
            foreach (ulong bits in from) into[places[(int)((bits >> shift) & DigitMask)]++] = bits;
            Span<ulong> sorted = into;
            into = from;
            from = sorted;
            isMoved = !isMoved;
        }

        if (isMoved) from.CopyTo(into);
    }
}
