using System.Buffers.Binary;
using System.Text;

namespace CustomerJourney.Events;

/// <content>Sorting: the one order of names, in which their codes in a log stand.</content>
internal sealed partial class NameTable
{
    /// <summary>The names in ordinal order, and for each code its place in that order.</summary>
    /// <param name="rankOfCode">For each code, the place of its name.</param>
    /// <param name="degree">How many threads to use at most.</param>
    public string[] ToSorted(out int[] rankOfCode, int degree = 1) => Sort(out rankOfCode, degree).Value;

    /// <summary>As <see cref="ToSorted"/>, but names become strings when they are first asked for: until then they take a third of the memory. No name may be added any more.</summary>
    /// <inheritdoc cref="ToSorted"/>
    public Lazy<string[]> Sort(out int[] rankOfCode, int degree = 1)
    {
        int[] codes = new int[Count];
        for (int code = 0; code < codes.Length; code++) codes[code] = code;
        Lazy<string[]> names;
        if (Ascii.IsValid(_bytes.AsSpan(0, Count == 0 ? 0 : _ends[Count - 1])))
        {
            SortAscii(codes, degree);
            names = new(() => Array.ConvertAll(codes, NameOf));
        }
        else
        {
            names = new(SortUnicode(codes));
        }

        int[] ranks = rankOfCode = new int[Count];
        for (int rank = 0; rank < codes.Length; rank++) ranks[codes[rank]] = rank;
        return names;
    }

    /// <summary>Sorts names whose bytes are in the ordinal order of their chars: as numbers of eight bytes, in stretches between some of them, which threads share out.</summary>
    private void SortAscii(int[] codes, int degree)
    {
        int[] starts = Partition(codes, degree);
        Parallel.For(0, starts.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = degree }, Array.Empty<ulong>, (stretch, _, keys) =>
        {
            Span<int> codesHere = codes.AsSpan(starts[stretch]..starts[stretch + 1]);
            if (keys.Length < codesHere.Length) keys = new ulong[codesHere.Length];
            SortStretch(codesHere, keys.AsSpan(0, codesHere.Length));
            return keys;
        }, _ => { });
    }

    private void SortStretch(Span<int> codes, Span<ulong> keys)
    {
        for (int index = 0; index < keys.Length; index++) keys[index] = KeyOf(codes[index]);
        keys.Sort(codes);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            if (end - start > 1) codes[start..end].Sort((a, b) => Bytes(a).SequenceCompareTo(Bytes(b)));
            start = end;
        }
    }

    /// <summary>The first eight bytes of a name as a number that sorts as they do.</summary>
    private ulong KeyOf(int code) => BinaryPrimitives.ReverseEndianness(Prefix(Bytes(code)));

    /// <summary>Deals out the codes of all names to stretches of which each lies before the next; gives where they begin.</summary>
    private int[] Partition(int[] codes, int degree)
    {
        const int FewNames = 16_384, Stretches = 64, SampledPerStretch = 16, NamesAtOnce = 8192;
        if (codes.Length < FewNames) return [0, codes.Length];
        ulong[] sample = new ulong[Stretches * SampledPerStretch];
        for (int index = 0; index < sample.Length; index++) sample[index] = KeyOf((int)((long)codes.Length * index / sample.Length));
        Array.Sort(sample);
        ulong[] firsts = new ulong[Stretches - 1];
        for (int index = 0; index < firsts.Length; index++) firsts[index] = sample[(index + 1) * SampledPerStretch];

        byte[] stretchOf = new byte[codes.Length];
        Parallel.For(0, (codes.Length / NamesAtOnce) + 1, new ParallelOptions { MaxDegreeOfParallelism = degree }, part =>
        {
            int end = Math.Min(codes.Length, (part + 1) * NamesAtOnce);
            for (int code = part * NamesAtOnce; code < end; code++) stretchOf[code] = (byte)CountUpTo(KeyOf(code), firsts);
        });
        int[] starts = new int[Stretches + 1];
        foreach (byte stretch in stretchOf) starts[stretch + 1]++;
        for (int stretch = 0; stretch < Stretches; stretch++) starts[stretch + 1] += starts[stretch];
        int[] next = starts[..Stretches];
        for (int code = 0; code < codes.Length; code++) codes[next[stretchOf[code]]++] = code;
        return starts;
    }

    /// <summary>How many of the sorted firsts are not greater than a key: equal keys fall into one stretch, though several may begin with the same.</summary>
    /// <param name="key">The key.</param>
    /// <param name="firsts">One less than a power of two of them.</param>
    private static int CountUpTo(ulong key, ReadOnlySpan<ulong> firsts)
    {
        int count = 0;
        for (int step = (firsts.Length + 1) / 2; step > 0; step /= 2)
        {
            if (firsts[count + step - 1] <= key) count += step;
        }

        return count;
    }

    /// <summary>Sorts names whose bytes have another order than their chars.</summary>
    private string[] SortUnicode(int[] codes)
    {
        string[] names = Array.ConvertAll(codes, NameOf);
        Array.Sort(names, codes, StringComparer.Ordinal);
        return names;
    }
}
