using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <content>The events inside the horizon, with every field by which a log tells duplicates and rules decide.</content>
internal static partial class StageStateCodec
{
    private static void WriteEvent(Utf8JsonWriter json, in TrackedEvent tracked)
    {
        JourneyEvent e = tracked.Source;
        json.WriteStartObject();
        json.WriteNumber("arrival", tracked.Arrival);
        json.WriteString("event", e.Event);
        json.WriteNumber("at", e.At.UtcTicks);
        if (e.StartedAt is { } started) json.WriteNumber("started", started.UtcTicks);
        if (e.RecordedAt is { } recorded) json.WriteNumber("recorded", recorded.UtcTicks);
        if (e.Sequence is { } sequence) json.WriteNumber("sequence", sequence);
        if (e.Id is { } id) json.WriteString("id", id);
        if (e.Channel is { } channel) json.WriteString("channel", channel);
        if (e.Value is { } value) json.WriteNumber("value", value);
        if (e.Currency is { } currency) json.WriteString("currency", currency);
        if (e.Feedback is { } feedback) WriteFeedback(json, feedback);
        WriteAttributes(json, "attributes", e.Attributes);
        WriteAttributes(json, "customer", e.CustomerAttributes);
        json.WriteEndObject();
    }

    private static void WriteFeedback(Utf8JsonWriter json, Feedback feedback)
    {
        json.WriteStartObject("feedback");
        json.WriteString("kind", feedback.Kind.ToString());
        json.WriteNumber("score", feedback.Score);
        if (feedback.Question is { } question) json.WriteString("question", question);
        if (feedback.About is { } about) json.WriteString("about", about);
        json.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.Count == 0) return;
        json.WriteStartObject(name);
        foreach ((string attribute, string value) in attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(attribute, value);
        json.WriteEndObject();
    }

    private static TrackedEvent ReadEvent(JsonElement json, string customer, TrackerDefinition definition)
    {
        JourneyEvent e = new()
        {
            Customer = customer,
            Event = json.GetProperty("event").GetString()!,
            At = Instant(json.GetProperty("at")),
            StartedAt = Find(json, "started") is { } started ? Instant(started) : null,
            RecordedAt = Find(json, "recorded") is { } recorded ? Instant(recorded) : null,
            Sequence = Find(json, "sequence")?.GetInt64(),
            Id = Find(json, "id")?.GetString(),
            Channel = Find(json, "channel")?.GetString(),
            Value = Find(json, "value")?.GetDecimal(),
            Currency = Find(json, "currency")?.GetString(),
            Feedback = Find(json, "feedback") is { } feedback ? ReadFeedback(feedback) : null,
            Attributes = ReadAttributes(json, "attributes"),
            CustomerAttributes = ReadAttributes(json, "customer"),
        };
        if (EventCheck.Fault(e) is (string column, _, string reason)) throw new FormatException($"The field {column} of an event {reason}.");
        return new TrackedEvent(e, json.GetProperty("arrival").GetInt64());
    }

    private static Feedback ReadFeedback(JsonElement json) => new(
        Enum.TryParse(json.GetProperty("kind").GetString(), out FeedbackKind kind) ? kind : throw new FormatException("The answer has no known kind."),
        json.GetProperty("score").GetDouble(),
        Find(json, "question")?.GetString(),
        Find(json, "about")?.GetString());

    private static Dictionary<string, string> ReadAttributes(JsonElement json, string name)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        if (Find(json, name) is not { } found) return attributes;
        foreach (JsonProperty property in found.EnumerateObject()) attributes.Add(property.Name, property.Value.GetString() ?? throw new FormatException("An attribute is null."));
        return attributes;
    }

    private static JsonElement? Find(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement found) ? found : null;

    private static DateTimeOffset Instant(JsonElement ticks) => new(ticks.GetInt64(), TimeSpan.Zero);
}
