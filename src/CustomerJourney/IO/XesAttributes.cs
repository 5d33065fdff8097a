using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Which keys become attributes: those that were asked for, or all but those that mean something else.</summary>
internal sealed class XesAttributes
{
    private const int None = -1;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Func<string, int> _columnOf;
    private readonly bool _takesAll;
    private readonly int _most;
    private readonly string _level;
    private readonly ReadLimits _limits;
    private int _count;

    public XesAttributes(IReadOnlyList<string>? asked, IEnumerable<string?> roles, Func<string, int> columnOf, int most, string level, ReadLimits limits)
    {
        (_columnOf, _takesAll, _most, _level, _limits) = (columnOf, asked is null, most, level, limits);
        foreach (string? role in roles)
        {
            if (role is not null) _columns[role] = None;
        }

        foreach (string key in asked ?? []) _columns[key] = columnOf(key);
    }

    /// <summary>Whether a key is read at all: as an attribute, or for what else it means.</summary>
    public bool IsRead(string key) => _takesAll || _columns.ContainsKey(key);

    /// <summary>The attribute of a key; -1 if the key is none.</summary>
    /// <exception cref="JourneyDataException">There are more different keys than allowed.</exception>
    public int ColumnOf(string key, long line)
    {
        if (_columns.TryGetValue(key, out int column)) return column;
        if (!_takesAll) return None;
        if (++_count > _most)
            throw JourneyDataException.For(_limits, line, "attributes", key, $"is one of more than {_most:N0} different {_level} attributes; list those that are needed in XesFormat, or set its MaxAttributes");
        return _columns[key] = _columnOf(key);
    }
}
