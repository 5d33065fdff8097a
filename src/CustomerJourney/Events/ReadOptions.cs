namespace CustomerJourney.Events;

/// <summary>How to read: strict or lenient, duplicates, limits, progress.</summary>
public sealed record ReadOptions
{
    /// <summary>The options that are used where none are given: lenient, duplicates kept, the first 100 rejected rows listed.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Whether the first bad row ends reading with an exception. Otherwise bad rows are left out, counted and listed.</summary>
    public bool Strict { get; init; }

    /// <summary>What to do with duplicate events.</summary>
    public DuplicateEvents Duplicates
    {
        get;
        init
        {
            if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown way of treating duplicates.");
            field = value;
        }
    }

    /// <summary>How many rejected rows the <see cref="DataQualityReport"/> lists; all are counted. At least 0.</summary>
    public int MaxListedRows
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 100;

    /// <summary>How much of a source is taken: the longest record and value, the most different names, the most text that compressed data may unfold to.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ReadLimits Limits
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = ReadLimits.Default;

    /// <summary>Is told the number of rows read so far, from time to time and at the end.</summary>
    public IProgress<long>? Progress { get; init; }
}
