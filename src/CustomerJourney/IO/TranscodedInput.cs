using System.Globalization;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>A text in any encoding as UTF-8. What the encoding does not know is read as its decoder fallback says. Leaves the inner stream open.</summary>
internal sealed class TranscodedInput(Stream inner, Encoding encoding) : AsyncReadStream
{
    private const int BufferSize = 128 * 1024;
    private const int CharsAtOnce = 32 * 1024;

    private readonly Decoder _decoder = encoding.GetDecoder();

    // An encoder, not an encoding: the halves of a surrogate pair may come one after the other.
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly byte[] _bytes = new byte[BufferSize];
    private readonly char[] _chars = new char[CharsAtOnce];
    private readonly byte[] _text = new byte[Encoding.UTF8.GetMaxByteCount(CharsAtOnce)];
    private int _bytesStart;
    private int _bytesEnd;
    private int _textStart;
    private int _textEnd;
    private long _converted;
    private bool _innerEnded;
    private bool _ended;

    /// <inheritdoc/>
    /// <exception cref="DecoderFallbackException">The encoding refuses bytes that it does not know.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        while (_textStart == _textEnd && !_ended)
        {
            if (_bytesStart == _bytesEnd && !_innerEnded)
            {
                _bytesStart = 0;
                _bytesEnd = await inner.ReadAsync(_bytes, cancellationToken).ConfigureAwait(false);
                _innerEnded = _bytesEnd == 0;
            }

            ConvertMore();
        }

        int count = Math.Min(buffer.Length, _textEnd - _textStart);
        _text.AsSpan(_textStart, count).CopyTo(buffer.Span);
        _textStart += count;
        return count;
    }

    private void ConvertMore()
    {
        int used, chars;
        bool completed;
        try
        {
            _decoder.Convert(_bytes.AsSpan(_bytesStart, _bytesEnd - _bytesStart), _chars, flush: _innerEnded, out used, out chars, out completed);
        }
        catch (DecoderFallbackException exception)
        {
            // The decoder knows the place in the buffer only, from the bytes that it was given last.
            byte[] unknown = exception.BytesUnknown ?? [];
            FormattableString message = $"The bytes [{Convert.ToHexString(unknown)}] at place {_converted + Math.Max(0, exception.Index) + 1:N0} of the text have no meaning in {encoding.WebName}.";
            throw new DecoderFallbackException(message.ToString(CultureInfo.InvariantCulture), unknown, exception.Index);
        }

        _bytesStart += used;
        _converted += used;
        _ended = _innerEnded && completed;
        _textStart = 0;
        _textEnd = _encoder.GetBytes(_chars.AsSpan(0, chars), _text, flush: _ended);
    }
}
