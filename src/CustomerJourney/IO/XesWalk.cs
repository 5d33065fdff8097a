using System.Xml;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Walks over the elements of a document: header, traces, events. What XES does not have at a place is passed over and counted.</summary>
internal sealed partial class XesWalk
{
    private const int RowsBetweenProgress = 65_536;
    private const int NodesBetweenLooks = 4_096;

    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _place;
    private readonly XesFormat _format;
    private readonly ReadOptions _options;
    private readonly LogBuilder _builder;
    private readonly XesIntake _intake;
    private readonly XesHeader _header = new();
    private readonly XesRecord _trace = new();
    private readonly CancellationToken _stop;
    private string _namespace = "";
    private long _nodes;
    private long _reported;

    public XesWalk(XmlReader reader, XesFormat format, ReadOptions options, string source, XesIntake intake, LogBuilder builder, CancellationToken stop)
    {
        (_reader, _place, _format, _options, _intake, _builder, _stop) = (reader, (IXmlLineInfo)reader, format, options, intake, builder, stop);
        _reported = builder.RowsRead / RowsBetweenProgress * RowsBetweenProgress;
        intake.BeginDocument(_header, source);
    }

    /// <summary>Attributes inside of attributes, which were passed over.</summary>
    public long Nested { get; private set; }

    /// <summary>Elements where XES has none of their name, which were passed over.</summary>
    public long Unknown { get; private set; }

    public async Task RunAsync()
    {
        while (await NextAsync().ConfigureAwait(false) && _reader.NodeType != XmlNodeType.Element)
        {
        }

        if (_reader.LocalName != "log") throw JourneyDataException.For(_options.Limits, _place.LineNumber, "XML", _reader.LocalName, $"is not 'log', the outermost element of XES");
        _namespace = _reader.NamespaceURI;
        while (await NextAsync().ConfigureAwait(false))
        {
            if (_reader.NodeType == XmlNodeType.Element) await ReadPartAsync().ConfigureAwait(false);
        }

        _intake.Finish();
    }

    public static IEnumerable<NameCount> Counted(string name, long count) => count == 0 ? [] : [new NameCount { Name = name, Count = count }];

    /// <summary>Reads one of the elements inside of the log.</summary>
    private ValueTask ReadPartAsync()
    {
        switch (ElementName())
        {
            case "trace":
                return ReadTraceAsync();
            case "event":
                return ReadEventAsync();
            case "global":
                return ReadGlobalAsync();
            case "classifier":
                if (_reader.GetAttribute("scope") is null or "event") _header.AddClassifier(_reader.GetAttribute("name") ?? "", _reader.GetAttribute("keys") ?? "");
                return SkipAsync();
            case "extension":
                return SkipAsync();
            case { } name when IsAttribute(name):
                return SkipAsync();
            default:
                return PassOverAsync();
        }
    }

    private async ValueTask ReadTraceAsync()
    {
        _trace.Start(_place.LineNumber);
        _intake.BeginTrace(_trace);
        if (!_reader.IsEmptyElement)
        {
            int depth = _reader.Depth;
            while (await NextAsync().ConfigureAwait(false) && _reader.Depth > depth)
            {
                if (_reader.NodeType != XmlNodeType.Element) continue;
                string name = ElementName();
                if (name == "event") await ReadEventAsync().ConfigureAwait(false);
                else if (IsAttribute(name)) await ReadAttributeAsync(_trace, name).ConfigureAwait(false);
                else await PassOverAsync().ConfigureAwait(false);
            }
        }

        _intake.EndTrace();
    }

    private async ValueTask ReadEventAsync()
    {
        XesRecord record = _intake.NextRecord(_place.LineNumber);
        await ReadAttributesAsync(record).ConfigureAwait(false);
        _intake.Add(record);
        if (_builder.RowsRead < _reported + RowsBetweenProgress) return;
        _reported = _builder.RowsRead;
        _options.Progress?.Report(_reported);
    }

    private async ValueTask ReadGlobalAsync()
    {
        XesRecord? record = _reader.GetAttribute("scope") switch
        {
            null or "event" => _header.EventGlobals,
            "trace" => _header.TraceGlobals,
            _ => null,
        };
        if (record is null) await PassOverAsync().ConfigureAwait(false);
        else await ReadAttributesAsync(record).ConfigureAwait(false);
    }

    /// <summary>Reads the attributes inside of the current element.</summary>
    private async ValueTask ReadAttributesAsync(XesRecord record)
    {
        if (_reader.IsEmptyElement) return;
        int depth = _reader.Depth;
        while (await NextAsync().ConfigureAwait(false) && _reader.Depth > depth)
        {
            if (_reader.NodeType != XmlNodeType.Element) continue;
            string name = ElementName();
            if (IsAttribute(name)) await ReadAttributeAsync(record, name).ConfigureAwait(false);
            else await PassOverAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Moves on by a node; <see langword="false"/> at the end of the document.</summary>
    private async ValueTask<bool> NextAsync()
    {
        if (++_nodes % NodesBetweenLooks == 0) _stop.ThrowIfCancellationRequested();
        if (!await _reader.ReadAsync().ConfigureAwait(false)) return false;
        return _reader.Depth <= _format.MaxDepth
            ? true
            : throw JourneyDataException.For(_options.Limits, _place.LineNumber, "element", _reader.LocalName, $"is nested more than {_format.MaxDepth} deep; XesFormat.MaxDepth sets the limit");
    }

    private ValueTask PassOverAsync()
    {
        Unknown++;
        return SkipAsync();
    }

    /// <summary>Moves to the end of the current element.</summary>
    private async ValueTask SkipAsync()
    {
        if (_reader.IsEmptyElement) return;
        int depth = _reader.Depth;
        while (await NextAsync().ConfigureAwait(false) && _reader.Depth > depth)
        {
        }
    }

    /// <summary>The name of the current element; nothing for one of another namespace than the log's.</summary>
    private string ElementName() => _reader.NamespaceURI == _namespace ? _reader.LocalName : "";

    private static bool IsAttribute(string name) => name is "string" or "date" or "int" or "float" or "boolean" or "id" || IsList(name);

    private static bool IsList(string name) => name is "list" or "container";
}
