namespace CustomerJourney.Events;

/// <summary>The groups along one side of a breakdown, with the number of customers in each where whole customers are grouped.</summary>
internal sealed class GroupAxis
{
    private readonly List<GroupKey> _keys = [];
    private readonly List<long> _customers = [];
    private readonly Dictionary<GroupKey, int> _indexes = [];

    public GroupAxis(IEnumerable<GroupKey> keys)
    {
        foreach (GroupKey key in keys) IndexOf(key);
    }

    public int Count => _keys.Count;

    public GroupKey this[int index] => _keys[index];

    public void CountCustomer(int index) => _customers[index]++;

    /// <summary>Takes over the groups of another axis and gives, for each, its index here.</summary>
    public int[] Merge(GroupAxis other)
    {
        int[] indexes = new int[other.Count];
        for (int index = 0; index < indexes.Length; index++)
        {
            indexes[index] = IndexOf(other._keys[index]);
            _customers[indexes[index]] += other._customers[index];
        }

        return indexes;
    }

    /// <summary>The rows to show, in order, each with the groups that it is made of.</summary>
    public IReadOnlyList<(GroupKey Key, int[] Members)> Rows(Dimension dimension)
    {
        foreach (GroupKey key in dimension.Completed([.. _keys.Where(key => key.Kind == GroupKind.Named)]).ToArray()) IndexOf(key);
        int[] ordered = [.. Enumerable.Range(0, Count).OrderBy(index => _keys[index])];
        if (dimension is not TopDimension top) return [.. ordered.Select(index => (_keys[index], new[] { index }))];

        int[] named = [.. ordered.Where(index => _keys[index].Kind == GroupKind.Named)];
        HashSet<int> kept = [.. named.OrderByDescending(index => _customers[index]).ThenBy(index => _keys[index]).Take(top.Groups)];
        return
        [
            .. named.Where(kept.Contains).Select(index => (_keys[index], new[] { index })),
            (new GroupKey(0, "Other", GroupKind.Other), [.. named.Where(index => !kept.Contains(index))]),
            .. ordered.Where(index => _keys[index].Kind == GroupKind.None).Select(index => (_keys[index], new[] { index })),
        ];
    }

    public void Save(BinaryWriter state)
    {
        state.Write(Count);
        for (int index = 0; index < Count; index++)
        {
            _keys[index].Save(state);
            state.Write(_customers[index]);
        }
    }

    public static GroupAxis Load(BinaryReader state, Dimension? dimension)
    {
        int count = state.ReadInt32();
        if (count < 0) throw new InvalidDataException($"A breakdown cannot have {count} groups.");
        GroupAxis axis = new([]);
        for (int index = 0; index < count; index++)
        {
            GroupKey key = GroupKey.Load(state);
            if (dimension is not null && !dimension.CanHold(key)) throw new InvalidDataException($"'{key.Name}' at place {key.Place} is no group of {dimension}.");
            if (axis.IndexOf(key) != index) throw new InvalidDataException($"The group '{key.Name}' stands in the breakdown twice.");
            long customers = state.ReadInt64();
            if (customers < 0) throw new InvalidDataException($"The group '{key.Name}' cannot have {customers} customers.");
            axis._customers[index] = customers;
        }

        return axis;
    }

    private int IndexOf(GroupKey key)
    {
        if (_indexes.TryGetValue(key, out int index)) return index;
        _indexes.Add(key, Count);
        _keys.Add(key);
        _customers.Add(0);
        return Count - 1;
    }
}
