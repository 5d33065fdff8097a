using System.Text.Json;

namespace CustomerJourney.Building.Documents;

/// <summary>Walks JSON text into <see cref="DocumentValue"/>s and gathers what is wrong with the text itself: syntax (which ends the walk), properties that are there twice, text that is no Unicode.</summary>
internal ref struct DocumentParser
{
    private const int Megabyte = 1024 * 1024;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly DefinitionProblems _problems;
    private readonly JourneyReadOptions _options;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private long _counted;
    private int _values;

    private DocumentParser(ReadOnlySpan<byte> utf8, DefinitionProblems problems, JourneyReadOptions options)
    {
        _options = options;
        _utf8 = utf8;
        _problems = problems;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = options.MaximumDepth + 1 });
    }

    /// <summary>The root of the document, or <see langword="null"/> when it cannot be walked to its end.</summary>
    public static DocumentValue? Parse(ReadOnlySpan<byte> utf8, DefinitionProblems problems, JourneyReadOptions options)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) utf8 = utf8[3..];
        if (utf8.Length > options.MaximumBytes)
        {
            problems.Add(TooLarge(options));
            return null;
        }

        DocumentParser parser = new(utf8, problems, options);
        try
        {
            parser._reader.Read();
            DocumentValue root = parser.ReadValue();
            parser._reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            int end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            problems.Add($"line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}: it is no valid JSON. {(end < 0 ? error.Message : error.Message[..end])}");
            return null;
        }
        catch (LimitException limit)
        {
            problems.Add($"line {parser._line}: {limit.Message}");
            return null;
        }
    }

    public static string TooLarge(JourneyReadOptions options) => options.MaximumBytes % Megabyte == 0
        ? $"it has more than {options.MaximumBytes / Megabyte} MB, which is the most that is read"
        : $"it has more than {options.MaximumBytes} bytes, which is the most that is read";

    private DocumentValue ReadValue()
    {
        int line = CountLines();
        if (++_values > _options.MaximumValues) throw new LimitException($"it has more than {_options.MaximumValues} values, which is the most that is read");
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject: return ReadObject(line);
            case JsonTokenType.StartArray: return ReadList(line);
            case JsonTokenType.True: return DocumentValue.Flag(true, line);
            case JsonTokenType.False: return DocumentValue.Flag(false, line);
            case JsonTokenType.Null: return DocumentValue.Null(line);
            case JsonTokenType.Number: return DocumentValue.Digits(System.Text.Encoding.ASCII.GetString(_reader.ValueSpan), line);
            default:
                string? text = ReadText();
                DocumentValue value = DocumentValue.Text(text ?? "", line);
                if (text is null) _problems.AddUnreadable(value, "it is no valid Unicode text");
                return value;
        }
    }

    private DocumentValue ReadObject(int line)
    {
        CheckLevel();
        List<DocumentMember> members = [];
        List<(DocumentValue Value, string Problem)> faults = [];
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        List<(DocumentValue Value, string Name)> repeated = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            int nameLine = CountLines();
            string? name = ReadText();
            _reader.Read();
            DocumentValue value = ReadValue();
            if (name is null) faults.Add((value, $"the name of the property on line {nameLine} is no valid Unicode text"));
            else if (!names.TryAdd(name, 1) && ++names[name] == 2) repeated.Add((value, name));
            members.Add(new DocumentMember(name ?? "", value));
        }

        DocumentValue result = DocumentValue.Object(members, line);
        foreach ((DocumentValue value, string name) in repeated)
            faults.Add((value, $"the property {Phrase.Quote(name)} is there {(names[name] == 2 ? "twice" : $"{Phrase.Number(names[name])} times")}; each is allowed once"));
        foreach ((DocumentValue value, string problem) in faults) _problems.AddUnreadable(value, problem);
        return result;
    }

    private DocumentValue ReadList(int line)
    {
        CheckLevel();
        List<DocumentValue> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue());
        return DocumentValue.List(items, line);
    }

    private readonly void CheckLevel()
    {
        if (_reader.CurrentDepth >= _options.MaximumDepth) throw new LimitException($"it is nested deeper than {_options.MaximumDepth} levels, which is the most that is read");
    }

    /// <summary>The text of the token, or <see langword="null"/> when its bytes or escapes are no Unicode.</summary>
    private readonly string? ReadText()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private int CountLines()
    {
        _line += _utf8[(int)_counted..(int)_reader.TokenStartIndex].Count((byte)'\n');
        _counted = _reader.TokenStartIndex;
        return _line;
    }

    private sealed class LimitException(string message) : Exception(message);
}
