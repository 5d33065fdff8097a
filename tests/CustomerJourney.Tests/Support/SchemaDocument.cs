using System.Globalization;
using System.Text.Json.Nodes;

namespace CustomerJourney.Tests.Support;

/// <summary>
/// Random documents that are valid by <c>docs/journey.schema.json</c>, made by walking it. What the schema cannot say (its description lists it) is seen to here: ids, what they point to, sums, orders.
/// </summary>
internal sealed class SchemaDocument
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Repository.File("docs", "journey.schema.json")))!.AsObject();
    private static readonly string[] Words = ["a", "Bé", "购买", "🛒", "x y", "-", "\"q\"", "<b>", "\u0001.", "=1", "e\u0301", "0"];
    private static readonly string[] Phases = ["need", "discover", "engage", "evaluate", "decide", "purchase", "receive", "use", "support", "retain", "advocate", "leave"];
    private static readonly Dictionary<string, string> KindOfList = new()
    {
        ["stages"] = "stage", ["touchpoints"] = "touchpoint", ["painPoints"] = "painPoint", ["opportunities"] = "opportunity", ["personas"] = "persona",
        ["channels"] = "channel", ["departments"] = "department", ["metrics"] = "metric", ["evidence"] = "evidence",
    };

    private readonly Random _random;
    private readonly Dictionary<string, List<string>> _ids = [];
    private readonly Dictionary<string, int> _planned;

    private SchemaDocument(int seed)
    {
        _random = new Random(seed);
        // The journey comes first and points to the libraries behind it.
        _planned = new[] { "persona", "channel", "department", "metric", "evidence" }.ToDictionary(kind => kind, _ => _random.Next(4));
        foreach ((string kind, int count) in _planned) _ids[kind] = [.. Enumerable.Range(0, count).Select(index => $"{kind}-{index}")];
    }

    /// <summary>The languages of texts.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["en", "zh-Hans", "pt-BR", "de-DE-u-co-phonebk", "ru"];

    public static JsonObject Make(int seed) => new SchemaDocument(seed).Object(Schema, "", "");

    /// <summary>Any JSON at all.</summary>
    public static JsonNode? AnyJson(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(Math.Round(random.NextDouble() * 100, 2)),
        3 => JsonValue.Create(""),
        4 => JsonValue.Create(Words[random.Next(Words.Length)]),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => AnyJson(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(3)).Select(place => KeyValuePair.Create(place == 0 ? "to" : "x-from", AnyJson(random, depth - 1)))),
    };

    /// <summary>The document with what is the same to its readers made equal: what is empty or usual is left out, observations stand by date.</summary>
    public static JsonNode? Normalized(JsonNode? node, string name = "")
    {
        bool isFree = name == "sourceNames" || (name.StartsWith("x-", StringComparison.Ordinal) && name is not "x-customerjourney-observedAs");
        if (node is null || isFree) return node?.DeepClone();
        if (node is JsonArray list)
        {
            IEnumerable<JsonNode?> items = list.Select(item => Normalized(item));
            return new JsonArray([.. name == "observations" ? items.OrderBy(item => item!["at"]!.GetValue<string>(), StringComparer.Ordinal) : items]);
        }

        if (node is not JsonObject members) return node.DeepClone();
        JsonObject normal = [];
        foreach ((string member, JsonNode? value) in members)
        {
            JsonNode? inner = name == "where" ? value?.DeepClone() : Normalized(value, member);
            bool isForeign = name == "where" || member.StartsWith("x-", StringComparison.Ordinal) && member != "x-customerjourney-observedAs";
            if (!isForeign && (inner is JsonArray { Count: 0 } || (inner is JsonObject { Count: 0 } && member != "journey") || IsUsual(member, inner))) continue;
            normal.Add(member, inner);
        }

        return normal;
    }

    private static bool IsUsual(string member, JsonNode? value) => member switch
    {
        "importance" => value!.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.ToJsonString() == "3",
        "isPrimary" => value!.ToJsonString() == "false",
        "status" => value!.ToJsonString() == "\"draft\"",
        "formula" or "gender" or "source" or "stageModelId" or "imageUri" or "uri" or "name" => value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String && string.IsNullOrWhiteSpace(text.GetValue<string>()),
        _ => false,
    };

    private JsonNode Any(JsonNode schema, string name, string kind)
    {
        JsonObject rule = schema.AsObject();
        if (rule["$ref"]?.GetValue<string>() is { } reference)
        {
            string definition = reference.Split('/')[^1];
            return definition switch
            {
                "id" => JsonValue.Create(name == "id" ? NewId(kind) : OtherId(name)),
                "range" => Durations(),
                _ => Any(Schema["$defs"]![definition]!, name, kind),
            };
        }

        if (rule["oneOf"] is JsonArray choices) return Any(choices[_random.Next(choices.Count)]!, name, kind);
        if (rule["enum"] is JsonArray words) return words[_random.Next(words.Count)]!.DeepClone();
        return rule["type"]!.GetValue<string>() switch
        {
            "object" => Object(rule, name, kind),
            "array" => List(rule, name, kind),
            "integer" => JsonValue.Create(Whole(rule)),
            "number" => JsonValue.Create(Number(rule)),
            "boolean" => JsonValue.Create(false),
            _ => JsonValue.Create(Text(rule, name)),
        };
    }

    private JsonObject Object(JsonObject rule, string name, string kind)
    {
        JsonObject made = [];
        string[] required = [.. (rule["required"] as JsonArray ?? []).Select(item => item!.GetValue<string>())];
        foreach ((string member, JsonNode? inner) in rule["properties"]?.AsObject() ?? [])
        {
            bool isLibrary = name == "" && KindOfList.ContainsKey(member);
            if (!required.Contains(member) && !isLibrary && _random.Next(3) == 0) continue;
            if (Value(member, inner!, made, kind) is { } value) made.Add(member, value);
        }

        if (rule["if"] is not null && made["kind"]!.GetValue<string>() == "interaction" && !made.ContainsKey("initiator")) made.Add("initiator", "company");
        if (rule["patternProperties"] is null) AddMembers(rule, name, made);
        else if (_random.Next(4) == 0) made.Add("x-note", AnyJson(_random, 2));
        PutInOrder(made);
        return made;
    }

    /// <summary>The value of a member, seen to what the schema cannot say; <see langword="null"/> where there can be none.</summary>
    private JsonNode? Value(string member, JsonNode rule, JsonObject around, string kind)
    {
        if (member == "phases") return Weights();
        if (member is "baseline" or "target") return JsonValue.Create(_random.Next(101));
        if (member == "observations") return Observations(rule["items"]!.AsObject());
        if (member == "share" && kind == "persona") return JsonValue.Create(_random.Next(1, 25) / 100.0);
        if (rule["type"]?.GetValue<string>() == "array" && rule["items"]?["$ref"]?.GetValue<string>() == "#/$defs/id") return Ids(KindOf(member));
        bool isReference = rule["$ref"]?.GetValue<string>() == "#/$defs/id" && member != "id";
        return isReference && member is not ("parentId" or "counterpartId" or "subJourneyId") && _ids.GetValueOrDefault(KindOf(member)) is not { Count: > 0 } ? null : Any(rule, member, kind);
    }

    private JsonArray List(JsonObject rule, string name, string around)
    {
        string kind = KindOfList.GetValueOrDefault(name, around);
        if (around == "persona" && name == "painPoints") kind = around;
        int least = rule["minItems"]?.GetValue<int>() ?? 0;
        int count = _planned.TryGetValue(kind, out int planned) && kind != around ? planned : least + _random.Next(3);
        JsonArray items = [];
        for (int index = 0; index < count; index++)
        {
            JsonNode item = Any(rule["items"]!, "", kind);
            if (name == "transitions" && _ids["stage"].Count == 0) continue;
            if (rule["uniqueItems"] is not null && items.Any(met => met!["attribute"]?.ToJsonString() == item["attribute"]?.ToJsonString() && met["value"]?.ToJsonString() == item["value"]?.ToJsonString())) continue;
            items.Add(item);
        }

        return items;
    }

    /// <summary>Members of any name: languages of a text, names in sources, conditions of events.</summary>
    private void AddMembers(JsonObject rule, string name, JsonObject made)
    {
        bool isText = rule["propertyNames"]?["pattern"] is not null;
        string[] names = isText ? [.. Tags] : ["Originaltitel", "en", "EN", "to", "from", "personaId", "x-y"];
        int least = rule["minProperties"]?.GetValue<int>() ?? 0;
        foreach (string member in names.OrderBy(_ => _random.Next()).Take(Math.Max(least, _random.Next(4))))
            made.Add(member, isText ? JsonValue.Create(Said()) : name == "sourceNames" ? JsonValue.Create(_random.Next(3) == 0 ? "" : Said()) : AnyJson(_random, 2));
    }

    private static void PutInOrder(JsonObject made)
    {
        foreach ((string low, string high) in new[] { ("ageMin", "ageMax"), ("min", "max") })
        {
            if (made[low] is JsonValue least && made[high] is JsonValue most && least.GetValueKind() == System.Text.Json.JsonValueKind.Number && Of(least) > Of(most)) (made[low], made[high]) = (most.DeepClone(), least.DeepClone());
        }

        if (made["createdAt"] is { } created && made["updatedAt"] is { } updated && string.CompareOrdinal(created.GetValue<string>(), updated.GetValue<string>()) > 0) (made["createdAt"], made["updatedAt"]) = (updated.DeepClone(), created.DeepClone());

        static double Of(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);
    }

    private JsonArray Weights()
    {
        int count = _random.Next(1, 4), first = _random.Next(9);
        double[] weights = count switch { 1 => [1], 2 => [0.4, 0.6], _ => [0.2, 0.3, 0.5] };
        return new JsonArray([.. weights.Select((weight, index) => new JsonObject { ["phase"] = Phases[first + index], ["weight"] = weight })]);
    }

    private JsonArray Observations(JsonObject rule)
    {
        JsonArray all = [];
        foreach (int day in Enumerable.Range(1, 28).OrderBy(_ => _random.Next()).Take(_random.Next(4)))
        {
            JsonObject observation = Object(rule, "observation", "observation");
            observation["at"] = $"2026-01-{day:00}";
            all.Add(observation);
        }

        return all;
    }

    private JsonObject Durations()
    {
        string[][] spans = [["PT0S", "P1D"], ["P1W", "P1M"], ["PT90M", "PT2H"], ["P0D", "P1Y"]];
        string[] span = spans[_random.Next(spans.Length)];
        return new JsonObject { ["min"] = span[0], ["max"] = span[1] };
    }

    private JsonArray Ids(string kind) => new([.. _ids.GetValueOrDefault(kind, []).Where(_ => _random.Next(2) == 0).Select(id => (JsonNode)id)]);

    private string NewId(string kind)
    {
        if (_planned.ContainsKey(kind))
        {
            // The ids of libraries are promised beforehand, and given in order.
            int given = _given[kind] = _given.GetValueOrDefault(kind, -1) + 1;
            return $"{kind}-{given}";
        }

        if (!_ids.TryGetValue(kind, out List<string>? ids)) _ids.Add(kind, ids = []);
        ids.Add($"{(kind.Length == 0 ? "journey" : kind.ToLowerInvariant())}-{ids.Count}");
        return ids[^1];
    }

    private readonly Dictionary<string, int> _given = [];

    private string OtherId(string name) => name is "parentId" or "counterpartId" or "subJourneyId" ? "other-map" : _ids[KindOf(name)][_random.Next(_ids[KindOf(name)].Count)];

    private static string KindOf(string reference) => reference switch
    {
        "from" or "to" or "stageIds" => "stage",
        "ownerDepartmentId" or "departmentId" or "departmentIds" => "department",
        "preferredChannelIds" or "channelId" => "channel",
        "painPointIds" => "painPoint",
        _ => reference.Replace("Ids", "", StringComparison.Ordinal).Replace("Id", "", StringComparison.Ordinal),
    };

    private long Whole(JsonObject rule)
    {
        long least = rule["minimum"]?.GetValue<long>() ?? 0, most = rule["maximum"]!.GetValue<long>();
        return _random.Next(4) switch { 0 => least, 1 => most, _ => Math.Min(most, least + _random.Next(100)) };
    }

    private double Number(JsonObject rule)
    {
        double least = rule["minimum"]?.GetValue<double>() ?? rule["exclusiveMinimum"]?.GetValue<double>() + 0.01 ?? -1e9, most = rule["maximum"]?.GetValue<double>() ?? 1e9;
        return _random.Next(4) switch { 0 => least, 1 => most, _ => Math.Round(least + (_random.NextDouble() * (most - least)), 3) };
    }

    private string Text(JsonObject rule, string name) => (rule["format"]?.GetValue<string>(), rule["pattern"]?.GetValue<string>()) switch
    {
        ("date", _) => $"20{_random.Next(10, 40)}-0{_random.Next(1, 10)}-1{_random.Next(10)}",
        ("uri", _) => "https://example.com/ticket/7",
        ("uri-reference", _) => new[] { "", "pictures/1.png", "https://example.com/?q=1", "urn:a:b" }[_random.Next(4)],
        (_, "\\S") => Said(),
        (_, "^1\\.\\d+$") => new[] { "1.0", "1.00", "1.7", "1.99999999999999999999" }[_random.Next(4)],
        (_, "^[A-Z]{2}$") => "MY",
        (_, "^[A-Z]{3}$") => "EUR",
        (_, { } pattern) when pattern.StartsWith("^[A-Za-z]{2,3}", StringComparison.Ordinal) => Tags[_random.Next(Tags.Count)],
        (_, { } pattern) => throw new NotSupportedException($"{name}: {pattern}"),
        _ when rule["minLength"] is not null => new[] { " ", "event", "购" }[_random.Next(3)],
        _ => new[] { "", " ", "\t", "said", "好" }[_random.Next(5)],
    };

    private string Said() => string.Concat(Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Words[_random.Next(Words.Length)])) + ".";
}
