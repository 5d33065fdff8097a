namespace CustomerJourney.Metrics;

/// <summary>The first few of many names in ordinal order: the same ones, however the names were divided among several sets that are merged.</summary>
internal sealed class NameSet
{
    /// <summary>How many names are kept.</summary>
    public const int Most = 8;

    // Most sets stay empty, and there is one for each group of a breakdown.
    private SortedSet<string>? _names;

    // Names of a log are the same objects, so one that was seen lately is known without comparing letters.
    private string?[]? _latest;
    private string? _last;
    private int _next;

    public IReadOnlyList<string> Names => _names is null ? [] : Array.AsReadOnly([.. _names]);

    public void Add(string name)
    {
        if (ReferenceEquals(name, _last)) return;
        _last = name;
        _latest ??= new string?[Most];
        foreach (string? known in _latest)
        {
            if (ReferenceEquals(known, name)) return;
        }

        _latest[_next] = name;
        _next = (_next + 1) % Most;
        Insert(name);
    }

    public void Merge(NameSet other)
    {
        foreach (string name in other._names ?? []) Insert(name);
    }

    public void Save(BinaryWriter state)
    {
        state.Write(_names?.Count ?? 0);
        foreach (string name in _names ?? []) state.Write(name);
    }

    public void Load(BinaryReader state)
    {
        int count = state.ReadInt32();
        if (count is < 0 or > Most) throw new InvalidDataException($"{count} names were kept; at most {Most} are.");
        for (; count > 0; count--) Insert(state.ReadString());
    }

    private void Insert(string name)
    {
        _names ??= new(StringComparer.Ordinal);
        if (_names.Add(name) && _names.Count > Most) _names.Remove(_names.Max!);
    }
}
