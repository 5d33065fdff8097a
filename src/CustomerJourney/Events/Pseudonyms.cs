using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CustomerJourney.Events;

/// <summary>Names made unrecognizable with a key: HMAC-SHA256 (RFC 2104) over their UTF-8.</summary>
internal sealed class Pseudonyms(byte[] key, PseudonymFormat format)
{
    /// <summary>RFC 2104: a key shorter than the hash is strongly discouraged.</summary>
    public const int ShortestKey = HMACSHA256.HashSizeInBytes;

    /// <summary>The pseudonyms of names, place by place; of no name, none.</summary>
    public string?[] Of(string?[] names)
    {
        string?[] pseudonyms = new string?[names.Length];
        Chunks.Each(names.Length, (start, end) =>
        {
            for (int index = start; index < end; index++) pseudonyms[index] = names[index] is { } name ? Of(name) : null;
        });
        return pseudonyms;
    }

    /// <summary>The pseudonyms of different names in ordinal order, and for each the place of its name.</summary>
    /// <exception cref="InvalidOperationException">Two names have one pseudonym.</exception>
    public (string[] Sorted, int[] Order) Sorted(string[] names)
    {
        string[] pseudonyms = Of(names)!;
        int[] order = new int[names.Length];
        for (int index = 0; index < order.Length; index++) order[index] = index;
        Array.Sort(pseudonyms, order, StringComparer.Ordinal);
        for (int index = 1; index < pseudonyms.Length; index++)
        {
            if (pseudonyms[index] == pseudonyms[index - 1])
                throw new InvalidOperationException($"Two ids have the pseudonym '{pseudonyms[index]}': use another key.");
        }

        return (pseudonyms, order);
    }

    private string Of(string name)
    {
        const int OnStack = 256;
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> utf8 = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, utf8[..Encoding.UTF8.GetBytes(name, utf8)], hash);
        return format == PseudonymFormat.Hex ? Convert.ToHexStringLower(hash) : Base64Url.EncodeToString(hash);
    }
}
