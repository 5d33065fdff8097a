namespace CustomerJourney.Metrics.Surveys;

/// <summary>The values of several attributes of a customer, null where he has none. Ordered by name, what is missing last.</summary>
internal sealed class CellKey(string?[] values) : IEquatable<CellKey>, IComparable<CellKey>
{
    public IReadOnlyList<string?> Values { get; } = values;

    public bool Equals(CellKey? other) => other is not null && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as CellKey);

    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (string? value in Values) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public int CompareTo(CellKey? other)
    {
        if (other is null) return 1;
        for (int index = 0; index < Values.Count; index++)
        {
            int order = (Values[index] is null).CompareTo(other.Values[index] is null);
            if (order == 0) order = string.CompareOrdinal(Values[index], other.Values[index]);
            if (order != 0) return order;
        }

        return 0;
    }
}
