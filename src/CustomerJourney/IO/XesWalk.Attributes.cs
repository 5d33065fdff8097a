using System.Xml;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>Attributes, and attributes inside of them.</content>
internal sealed partial class XesWalk
{
    private ValueTask ReadAttributeAsync(XesRecord record, string type)
    {
        string? key = _reader.GetAttribute("key"), value = _reader.GetAttribute("value");
        if (string.IsNullOrEmpty(key)) record.Fault ??= new XesFault(type, value ?? "", "has no key; every attribute of XES has one");
        else if (!IsList(type))
        {
            if (value is null) record.Fault ??= new XesFault(key, "", "has no value; leave the attribute out instead");
            else if (!record.TryAdd(key, value)) record.Fault ??= new XesFault(key, value, "stands twice with different values; keys are unique within a trace or event");
            CheckSize(record, key, value ?? "");
        }

        if (!_format.NestedAttributes && IsList(type)) Nested++;
        return _reader.IsEmptyElement ? ValueTask.CompletedTask : _format.NestedAttributes ? ReadNestedAsync(record, key ?? "") : CountNestedAsync();
    }

    private async ValueTask CountNestedAsync()
    {
        int depth = _reader.Depth;
        while (await NextAsync().ConfigureAwait(false) && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element && IsAttribute(ElementName())) Nested++;
        }
    }

    /// <summary>Reads what lies inside of an attribute; as deep as <see cref="XesFormat.MaxDepth"/> allows.</summary>
    private async ValueTask ReadNestedAsync(XesRecord record, string path)
    {
        int depth = _reader.Depth;
        while (await NextAsync().ConfigureAwait(false) && _reader.Depth > depth)
        {
            if (_reader.NodeType != XmlNodeType.Element) continue;
            string type = ElementName();
            string inner = type == "values" ? path : $"{path}/{_reader.GetAttribute("key")}";
            if (type != "values" && !IsAttribute(type))
            {
                await PassOverAsync().ConfigureAwait(false);
                continue;
            }

            if (type != "values" && !IsList(type) && _reader.GetAttribute("value") is { } value)
            {
                record.AddNested(inner, value);
                CheckSize(record, inner, value);
            }

            if (!_reader.IsEmptyElement) await ReadNestedAsync(record, inner).ConfigureAwait(false);
        }
    }

    private void CheckSize(XesRecord record, string key, string value)
    {
        record.Count(key, value);
        if (record.Bytes > _options.Limits.RecordBytes) throw JourneyDataException.For(_options.Limits, record.Line, "event or trace", key, $"{_options.Limits.RecordTooLong}");
        if (record.Attributes.Count > _format.MaxAttributes)
            throw JourneyDataException.For(_options.Limits, _place.LineNumber, "attributes", key, $"is one of more than {_format.MaxAttributes:N0} attributes of one event or trace; XesFormat.MaxAttributes sets the limit");
    }
}
