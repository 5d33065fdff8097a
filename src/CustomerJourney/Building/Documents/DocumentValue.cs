using System.Globalization;

namespace CustomerJourney.Building.Documents;

/// <summary>
/// A value of a JSON document and where it stood. Values are changed only while a document is read; after that they are shared between maps and never change.
/// Numbers keep their digits, so that what nobody interprets is written as it was read.
/// </summary>
internal sealed class DocumentValue
{
    private DocumentValue? _parent;
    private string? _name;
    private int _index;

    private DocumentValue(DocumentValueKind kind, string text, IReadOnlyList<DocumentMember> members, IReadOnlyList<DocumentValue> items, int line)
    {
        Kind = kind;
        Content = text;
        Members = members;
        Items = items;
        Line = line;
    }

    public DocumentValueKind Kind { get; }

    /// <summary>The text, the digits of the number, or <c>true</c> or <c>false</c>.</summary>
    public string Content { get; }

    /// <summary>The properties of an object, in order.</summary>
    public IReadOnlyList<DocumentMember> Members { get; }

    /// <summary>The values of a list, in order.</summary>
    public IReadOnlyList<DocumentValue> Items { get; }

    /// <summary>The line, from 1; 0 for a value that was not read.</summary>
    public int Line { get; }

    /// <summary>The JSON path and line, as problems tell it.</summary>
    public string Location => $"{Path}, line {Line.ToString(CultureInfo.InvariantCulture)}";

    public string Path => _parent is null ? "$" : _name is null ? $"{_parent.Path}[{_index.ToString(CultureInfo.InvariantCulture)}]" : $"{_parent.Path}{Step(_name)}";

    public static DocumentValue Text(string text, int line = 0) => new(DocumentValueKind.Text, text, [], [], line);

    public static DocumentValue Digits(string digits, int line = 0) => new(DocumentValueKind.Number, digits, [], [], line);

    public static DocumentValue Number(double value) => Digits(value.ToString("R", CultureInfo.InvariantCulture));

    public static DocumentValue Number(int value) => Digits(value.ToString(CultureInfo.InvariantCulture));

    public static DocumentValue Number(long value) => Digits(value.ToString(CultureInfo.InvariantCulture));

    public static DocumentValue Flag(bool value, int line = 0) => new(DocumentValueKind.Flag, value ? "true" : "false", [], [], line);

    public static DocumentValue Null(int line) => new(DocumentValueKind.Null, "null", [], [], line);

    public static DocumentValue List(IReadOnlyList<DocumentValue> items, int line = 0)
    {
        DocumentValue list = new(DocumentValueKind.List, "", [], items, line);
        if (line > 0)
        {
            for (int i = 0; i < items.Count; i++) (items[i]._parent, items[i]._index) = (list, i);
        }

        return list;
    }

    public static DocumentValue Object(IReadOnlyList<DocumentMember> members, int line = 0)
    {
        DocumentValue result = new(DocumentValueKind.Object, "", members, [], line);
        if (line > 0)
        {
            foreach ((string name, DocumentValue value) in members) (value._parent, value._name) = (result, name);
        }

        return result;
    }

    public DocumentValue? Member(string? name)
    {
        foreach ((string candidate, DocumentValue value) in Members)
        {
            if (string.Equals(candidate, name, StringComparison.Ordinal)) return value;
        }

        return null;
    }

    /// <summary>The value at a path such as <c>scope.trigger</c> or <c>needs[2]</c>, or as far towards it as the document goes; <see langword="null"/> where it does not begin.</summary>
    public DocumentValue? Find(string path)
    {
        DocumentValue? found = null;
        foreach (string step in path.Split('.'))
        {
            int bracket = step.IndexOf('[', StringComparison.Ordinal);
            if ((found ?? this).Member(bracket < 0 ? step : step[..bracket]) is not { } member) return found;
            found = member;
            if (bracket < 0) continue;
            int index = int.Parse(step.AsSpan(bracket + 1, step.Length - bracket - 2), CultureInfo.InvariantCulture);
            if (index >= member.Items.Count) return found;
            found = member.Items[index];
        }

        return found;
    }

    public bool IsText(string text) => Kind == DocumentValueKind.Text && string.Equals(Content, text, StringComparison.Ordinal);

    /// <summary>Lets go of the document around this value, so that a map that keeps the value does not keep the document.</summary>
    public void Detach() => _parent = null;

    /// <summary>One step of a path; names that are no plain words stand in brackets.</summary>
    private static string Step(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '$')
            ? $".{name}"
            : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
}
