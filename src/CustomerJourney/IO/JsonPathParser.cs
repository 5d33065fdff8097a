using System.Globalization;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>Reads the text of a <see cref="JsonPath"/>; says what is wrong with it and where.</summary>
internal sealed class JsonPathParser
{
    private const string Special = @".[]=^\";
    private readonly string _text;
    private readonly List<JsonStep> _steps = [];
    private int _place;
    private string? _problem;

    private JsonPathParser(string text) => _text = text;

    private bool AtEnd => _place == _text.Length;

    /// <summary>Reads a path; the problem says why it could not.</summary>
    public static JsonPath? Parse(string text, out string? problem)
    {
        JsonPathParser parser = new(text);
        JsonPath? path = parser.Read();
        problem = parser._problem;
        return problem is null ? path : null;
    }

    private JsonPath? Read()
    {
        int parents = 0;
        while (!AtEnd && _text[_place] == '^')
        {
            if (_place + 1 == _text.Length) return Fail("ends with '^'; name the field of the enclosing object, such as ^.id");
            if (_text[_place + 1] != '.') return Fail(@"has '^' before a key; write ^. for the enclosing object, or \^ for the character");
            parents++;
            _place += 2;
        }

        bool needsKey = AtEnd || _text[_place] != '[';
        while (_problem is null)
        {
            if (needsKey) ReadKey();
            else ReadChoice();
            if (_problem is not null || AtEnd) break;
            needsKey = _text[_place] == '.';
            if (needsKey) _place++;
        }

        return new JsonPath { Parents = parents, Steps = _steps };
    }

    private void ReadKey()
    {
        string key = ReadText(".[");
        if (_problem is not null) return;
        if (key.Length == 0) Fail("has no key there");
        else if (!AtEnd && _text[_place] == ']') Fail(@"has ']' without '['; write \] for the character");
        else _steps.Add(new JsonStep(JsonStepKind.Key, key));
    }

    private void ReadChoice()
    {
        _place++;
        int first = _place;
        string key = ReadText("]=.[");
        if (_problem is not null) return;
        if (AtEnd) Fail("has '[' without ']'");
        else if (_text[_place] == '=') ReadChosen(key);
        else if (_text[_place] != ']') Fail(@"has a path inside [ ]; name one key and its value, such as [key=page], and write \. or \[ for the character");
        else if (key.Length == 0) AddAndClose(new JsonStep(JsonStepKind.Each));
        else if (int.TryParse(_text.AsSpan(first, _place - first), NumberStyles.None, CultureInfo.InvariantCulture, out int index)) AddAndClose(new JsonStep(JsonStepKind.Index, Index: index));
        else Fail("has neither a place such as [0] nor a key and its value such as [key=page] inside [ ]");
    }

    private void ReadChosen(string key)
    {
        if (key.Length == 0)
        {
            Fail("has no key there");
            return;
        }

        _place++;
        string value = ReadText("]");
        if (_problem is not null) return;
        if (AtEnd) Fail("has '[' without ']'");
        else AddAndClose(new JsonStep(JsonStepKind.Choice, key, value));
    }

    private void AddAndClose(JsonStep step)
    {
        _steps.Add(step);
        _place++;
        if (!AtEnd && _text[_place] is not ('.' or '[')) Fail("has text behind ']'; write a dot before a key");
    }

    /// <summary>Reads up to one of the ends, or a bracket that closes nothing; takes escapes for what they stand for.</summary>
    private string ReadText(string ends)
    {
        StringBuilder text = new();
        for (; !AtEnd; _place++)
        {
            char character = _text[_place];
            if (ends.Contains(character, StringComparison.Ordinal) || character == ']') break;
            if (character == '\\')
            {
                _place++;
                if (AtEnd || !Special.Contains(_text[_place], StringComparison.Ordinal))
                {
                    Fail(@"has '\' before a character that needs none; it stands only before . [ ] = ^ and \");
                    break;
                }

                character = _text[_place];
            }

            text.Append(character);
        }

        return text.ToString();
    }

    private JsonPath? Fail(string problem)
    {
        _problem ??= string.Create(CultureInfo.InvariantCulture, $"{problem} (character {Math.Min(_place, _text.Length) + 1})");
        return null;
    }
}
