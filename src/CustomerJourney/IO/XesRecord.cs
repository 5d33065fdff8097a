using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>The attributes of one trace or event while it is read. Used again for the next one.</summary>
internal sealed class XesRecord
{
    private readonly List<XesAttribute> _attributes = [];
    private Dictionary<string, int>? _repeats;

    /// <summary>The line of its start tag.</summary>
    public long Line { get; private set; }

    /// <summary>The first thing that is wrong; <see langword="null"/> where nothing is.</summary>
    public XesFault? Fault { get; set; }

    public IReadOnlyList<XesAttribute> Attributes => _attributes;

    /// <summary>The length of what was read of it: keys and values of its attributes, in UTF-8.</summary>
    public long Bytes { get; private set; }

    /// <summary>Counts an attribute, whether it is kept or not.</summary>
    public void Count(string key, string value) => Bytes += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value);

    /// <summary>The event: its times and numbers, read from the attributes.</summary>
    public EventRow Row;

    /// <summary>Whether the amount of the event was rounded.</summary>
    public bool HasRoundedAmount { get; set; }

    /// <summary>The name of the event.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name of the activity, which start and completion share; another than that of the event where a classifier looks at transitions.</summary>
    public string Activity { get; set; } = "";

    /// <summary>What an event that is held back waits for.</summary>
    public XesRecordState State { get; set; }

    public void Start(long line)
    {
        _attributes.Clear();
        _repeats?.Clear();
        Line = line;
        Fault = null;
        Bytes = 0;
        Row = new EventRow();
        Name = Activity = "";
        State = XesRecordState.Ready;
    }

    /// <summary>The value of an attribute; <see langword="null"/> where there is none.</summary>
    public string? Find(string? key)
    {
        foreach (XesAttribute attribute in _attributes)
        {
            if (attribute.Key == key) return attribute.Value;
        }

        return null;
    }

    /// <summary>Adds an attribute; <see langword="false"/> if there is one of this key with another value.</summary>
    public bool TryAdd(string key, string value)
    {
        if (Find(key) is { } present) return present == value;
        _attributes.Add(new(key, value));
        return true;
    }

    /// <summary>Adds an attribute from inside of another one; from the second on, those of one name are numbered.</summary>
    public void AddNested(string path, string value)
    {
        string name = path;
        int number = (_repeats ??= []).GetValueOrDefault(path);
        while (number > 0 || Find(name) is not null)
        {
            number = Math.Max(2, number + 1);
            name = string.Create(CultureInfo.InvariantCulture, $"{path}[{number}]");
            if (Find(name) is null) break;
        }

        _repeats[path] = Math.Max(1, number);
        _attributes.Add(new(name, value));
    }

    /// <summary>Takes over what only another record has.</summary>
    public void AddMissing(IReadOnlyList<XesAttribute> others)
    {
        foreach (XesAttribute other in others)
        {
            if (Find(other.Key) is null) _attributes.Add(other);
        }
    }

    public void Remove(string key) => _attributes.RemoveAll(attribute => attribute.Key == key);
}
