namespace CustomerJourney.Events;

/// <summary>How much of a source is taken, so that a hostile or broken one can fill neither the memory nor the hours. The defaults are far above what real exports need.</summary>
/// <remarks>All sizes are of UTF-8 text, after decompressing and transcoding. Two records with the same limits are equal.</remarks>
public sealed record ReadLimits
{
    /// <summary>The limits that are used where none are given.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>The longest record, in bytes of UTF-8 with its quotes and separators; 16 MiB by default, from 256 bytes to 1 GiB. A longer one ends reading with a <see cref="JourneyDataException"/>; a longer line of JSON Lines is rejected.</summary>
    /// <remarks>In XES a record is an event or a trace without its events: the keys and values of its attributes, and the bytes of each element. Most often a quote that is never closed makes a record this long: what follows cannot be told apart any more, so reading cannot go on.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside of the range.</exception>
    public int RecordBytes
    {
        get;
        init => field = Checked(value, 256, 1024 * 1024 * 1024);
    } = 16 * 1024 * 1024;

    /// <summary>The longest value of a column that is read, in bytes of UTF-8; 1 MiB by default, at least 1. A row with a longer one is rejected. Columns that are not read may be longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public int FieldBytes
    {
        get;
        init => field = Checked(value, 1, int.MaxValue);
    } = 1024 * 1024;

    /// <summary>
    /// The most different names of one kind: customers, questions, currencies, touchpoints that answers are about, values of one attribute. 50 million by default, from 1 to 500 million.
    /// One more ends reading with a <see cref="JourneyDataException"/>, whose row has the line 0, since no single row is at fault.
    /// </summary>
    /// <remarks>A name takes about 60 bytes and its own length while a log is read. Event names and channels have narrower limits: <see cref="LogSchema.MaxEvents"/>, <see cref="LogSchema.MaxChannels"/>.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside of the range.</exception>
    public int DistinctNames
    {
        get;
        init => field = Checked(value, 1, 500_000_000);
    } = 50_000_000;

    /// <summary>
    /// After how many characters the values of rejected rows are cut in reports and exceptions; 200 by default, from 0 to 300.
    /// 0 keeps the values out of both altogether, where they may be personal data; names of columns, and reasons, are shown always, and ids that were seen with several customers are listed whole:
    /// <see cref="ReadOptions.MaxListedRows"/> 0 leaves those lists empty.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside of the range.</exception>
    public int RejectedValueLength
    {
        get;
        init => field = Checked(value, 0, 300);
    } = 200;

    /// <summary>The most text that compressed data may unfold to, in bytes as decompressed; 256 GiB by default, at least 1. More ends reading with an <see cref="InvalidDataException"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public long DecompressedBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 256L * 1024 * 1024 * 1024;

    /// <summary>
    /// How many times as long as the compressed data the text may be; 1,000 by default, at least 1. Looked at once there are more than 64 MiB of text, so that short repetitive files do not matter.
    /// More ends reading with an <see cref="InvalidDataException"/>.
    /// </summary>
    /// <remarks>Real logs shrink five- to fiftyfold; gzip cannot unfold to more than 1,032 times its size, brotli to much more.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public int DecompressionRatio
    {
        get;
        init => field = Checked(value, 1, int.MaxValue);
    } = 1_000;

    /// <summary>How deeply objects and lists of JSON may be nested; 64 by default, from 1 to 1,000. A row that is nested deeper is rejected or, where rows cannot be told apart, ends reading.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit lies outside of the range.</exception>
    public int JsonDepth
    {
        get;
        init => field = Checked(value, 1, 1_000);
    } = 64;

    /// <summary>Why a record with more than <see cref="RecordBytes"/> is not read.</summary>
    internal string RecordTooLong => FormattableString.Invariant($"is longer than {RecordBytes:N0} bytes, the most that {nameof(ReadLimits)}.{nameof(RecordBytes)} allows");

    /// <summary>Why a row with a value of more than <see cref="FieldBytes"/> is not read.</summary>
    internal string FieldTooLong => FormattableString.Invariant($"is longer than {FieldBytes:N0} bytes, the most that {nameof(ReadLimits)}.{nameof(FieldBytes)} allows");

    /// <summary>What reports and exceptions show of a value: the only way by which values of a source come into them.</summary>
    internal string Shown(string value)
    {
        int length = RejectedValueLength;
        if (value.Length <= length) return value;
        if (length > 0 && char.IsHighSurrogate(value[length - 1])) length--;
        return $"{value.AsSpan(0, length)}…";
    }

    private static int Checked(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
