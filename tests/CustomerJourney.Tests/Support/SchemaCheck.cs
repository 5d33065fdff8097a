using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CustomerJourney.Tests.Support;

/// <summary>Validates JSON against the part of JSON Schema 2020-12 that <c>docs/journey.schema.json</c> uses; a keyword that it does not know is an error of the schema, not silence.</summary>
internal sealed class SchemaCheck
{
    private readonly JsonObject _root;
    private readonly List<string> _faults = [];

    private SchemaCheck(JsonObject root) => _root = root;

    private static readonly JsonObject Journey = JsonNode.Parse(File.ReadAllText(Repository.File("docs", "journey.schema.json")))!.AsObject();

    /// <summary>What is wrong with a map document by the schema that ships; empty when nothing is.</summary>
    public static IReadOnlyList<string> OfJourney(string json) => Of(Journey, json);

    public static IReadOnlyList<string> Of(JsonObject schema, string json)
    {
        SchemaCheck check = new(schema);
        check.Check(schema, JsonNode.Parse(json), "$");
        return check._faults;
    }

    private void Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema is JsonValue flag)
        {
            if (!flag.GetValue<bool>()) _faults.Add($"{path}: nothing is allowed here");
            return;
        }

        foreach ((string keyword, JsonNode? rule) in schema.AsObject()) Check(schema.AsObject(), keyword, rule!, value, path);
    }

    private void Check(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path)
    {
        bool isHeld = keyword switch
        {
            "$schema" or "$id" or "$defs" or "title" or "description" or "then" => true,
            "$ref" => Follow(rule.GetValue<string>(), value, path),
            "type" => IsType(rule.GetValue<string>(), value),
            "enum" => rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)),
            "const" => JsonNode.DeepEquals(rule, value),
            "minimum" => value is not JsonValue || Number(value) is not { } number || number >= Number(rule),
            "maxItems" => value is not JsonArray array || array.Count <= Number(rule),
            "maximum" => Number(value) is not { } number || number <= Number(rule),
            "exclusiveMinimum" => Number(value) is not { } number || number > Number(rule),
            "minLength" => Text(value) is not { } text || text.Length >= Number(rule),
            "maxLength" => Text(value) is not { } text || text.EnumerateRunes().Count() <= Number(rule),
            "pattern" => Text(value) is not { } text || Matches(rule, text),
            "format" => Text(value) is not { } text || HasFormat(rule.GetValue<string>(), text),
            "minItems" => value is not JsonArray array || array.Count >= Number(rule),
            "uniqueItems" => value is not JsonArray array || array.Select(item => item?.ToJsonString()).Distinct().Count() == array.Count,
            "items" => value is not JsonArray array || Each(array, rule, path),
            "minProperties" => value is not JsonObject map || map.Count >= Number(rule),
            "required" => value is not JsonObject map || rule.AsArray().All(name => map.ContainsKey(name!.GetValue<string>())),
            "propertyNames" => value is not JsonObject map || map.All(member => Holds(rule, JsonValue.Create(member.Key))),
            "properties" or "patternProperties" or "additionalProperties" => true,
            "oneOf" => rule.AsArray().Count(choice => Holds(choice!, value)) == 1,
            "if" => !Holds(rule, value) || Holds(schema["then"]!, value),
            _ => throw new NotSupportedException($"The schema uses {keyword}, which this check does not know."),
        };
        if (!isHeld) _faults.Add($"{path}: {keyword} {rule.ToJsonString()} does not hold for {Shorten(value)}");
        if (value is JsonObject members && keyword == "additionalProperties") CheckMembers(schema, members, path);
        if (value is JsonObject named && keyword is "properties" or "patternProperties" && !schema.ContainsKey("additionalProperties")) CheckMembers(schema, (JsonObject)value!, path);
    }

    private void CheckMembers(JsonObject schema, JsonObject members, string path)
    {
        foreach ((string name, JsonNode? member) in members)
        {
            JsonNode[] rules =
            [
                .. schema["properties"]?[name] is { } own ? [own] : Array.Empty<JsonNode>(),
                .. schema["patternProperties"]?.AsObject().Where(pattern => Regex.IsMatch(name, pattern.Key)).Select(pattern => pattern.Value!) ?? [],
            ];
            if (rules.Length == 0 && schema["additionalProperties"] is { } other) rules = [other];
            foreach (JsonNode rule in rules) Check(rule, member, $"{path}.{name}");
        }
    }

    private bool Follow(string reference, JsonNode? value, string path)
    {
        JsonNode target = _root;
        foreach (string step in reference.TrimStart('#', '/').Split('/')) target = target[step]!;
        Check(target, value, path);
        return true;
    }

    private bool Each(JsonArray array, JsonNode rule, string path)
    {
        for (int i = 0; i < array.Count; i++) Check(rule, array[i], $"{path}[{i}]");
        return true;
    }

    private bool Holds(JsonNode schema, JsonNode? value)
    {
        SchemaCheck inner = new(_root);
        inner.Check(schema, value, "");
        return inner._faults.Count == 0;
    }

    // ECMA-262: digits are ASCII, and $ is the end, not the line before it.
    private static bool Matches(JsonNode rule, string text) => Regex.IsMatch(text, rule.GetValue<string>().Replace("$", "\\z", StringComparison.Ordinal).Replace("(?!\\z)", "(?!$)", StringComparison.Ordinal), RegexOptions.ECMAScript);

    private static bool HasFormat(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new NotSupportedException($"The schema uses the format {format}."),
    };

    private static bool IsType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && double.IsInteger(number),
        "boolean" => value is JsonValue && value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };

    private static double? Number(JsonNode? value) => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<double>() : null;

    private static string? Text(JsonNode? value) => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Shorten(JsonNode? value) => (value?.ToJsonString() ?? "null") is { Length: > 80 } text ? text[..80] + "…" : value?.ToJsonString() ?? "null";
}
