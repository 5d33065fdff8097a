using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Decompressed text that may not be too long, nor too long beside the data it comes from. Leaves the inner stream open.</summary>
/// <param name="inner">The decompressed text.</param>
/// <param name="compressedBytes">How many bytes of the source were read for it.</param>
/// <param name="limits">The limits.</param>
internal sealed class LimitedInput(Stream inner, Func<long> compressedBytes, ReadLimits limits) : AsyncReadStream
{
    /// <summary>Text that is short is not dangerous, however well it was compressed.</summary>
    private const long ShortText = 64 * 1024 * 1024;

    private long _count;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The text is longer than the limits allow.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _count += read;
        if (_count > limits.DecompressedBytes) throw TooLong($"The compressed data unfold to more than {limits.DecompressedBytes:N0} bytes, the most that {nameof(ReadLimits)}.{nameof(ReadLimits.DecompressedBytes)} allows.");
        if (_count > ShortText && _count / limits.DecompressionRatio > compressedBytes())
            throw TooLong($"The compressed data unfold to more than {limits.DecompressionRatio:N0} times their size, the most that {nameof(ReadLimits)}.{nameof(ReadLimits.DecompressionRatio)} allows.");
        return read;
    }

    private static InvalidDataException TooLong(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture));
}
