using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>How to read: strict or lenient, duplicates, threads, progress.</summary>
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

    /// <summary>Ids that are one customer, told apart from the rows; empty by default. Ids that the log does not have are passed over.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public IReadOnlyList<IdentityLink> IdentityLinks { get; init => field = EquatableList.Of(value); } = EquatableList<IdentityLink>.Empty;

    /// <summary>How many threads to use at most; all cores by default. Never changes a log or its quality report.</summary>
    public int? MaxDegreeOfParallelism
    {
        get;
        init
        {
            if (value is int threads) ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
            field = value;
        }
    }

    /// <summary>Is told the number of rows read so far, from time to time and at the end. May be called from any thread, but never from two at once.</summary>
    public IProgress<long>? Progress { get; init; }
}
