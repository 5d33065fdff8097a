namespace CustomerJourney.IO;

/// <summary>Where a column lies in a source, and where those that stand in for it. <c>default</c> is never used: what a mapping leaves out is <see cref="None"/>.</summary>
internal readonly struct ColumnPlaces
{
    private ColumnPlaces(int first, int[]? others)
    {
        First = first;
        Others = others;
    }

    /// <summary>No place at all.</summary>
    public static ColumnPlaces None { get; } = new(-1, null);

    /// <summary>The place that is read first; -1 where the mapping names no column.</summary>
    public int First { get; }

    /// <summary>The places that are read where those before them are empty; <see langword="null"/> where there are none.</summary>
    public int[]? Others { get; }

    public bool IsNone => First < 0;

    /// <summary>All places in the order of reading.</summary>
    public IEnumerable<int> All => IsNone ? [] : [First, .. Others ?? []];

    public static ColumnPlaces Of(int[] places) => places.Length == 0 ? None : new(places[0], places.Length == 1 ? null : places[1..]);

    /// <summary>What a row has for the column; empty where it has nothing, and without a column.</summary>
    public ReadOnlySpan<byte> TextIn<TFields>(in TFields fields)
        where TFields : struct, IRowFields => Others is not null ? fields.Get(In(fields)) : IsNone ? [] : fields.Get(First);

    /// <summary>The first place that has something in a row; the first one of all if none has; -1 without a column.</summary>
    public int In<TFields>(in TFields fields)
        where TFields : struct, IRowFields
    {
        if (Others is null || !fields.Get(First).IsEmpty) return First;
        foreach (int place in Others)
        {
            if (!fields.Get(place).IsEmpty) return place;
        }

        return First;
    }
}
