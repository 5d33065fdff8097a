using System.Text.Json;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Writes an explanation as JSON: a member for each figure, null where there is none. Instants are ISO 8601 in UTC.</summary>
internal static class ExplanationJson
{
    public static string Of(StageExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteString("customer", explanation.Customer.Customer);
        Write(json, "stage", explanation.Stage);
        json.WriteString("policy", explanation.Policy.ToString());
        Write(json, "asOf", explanation.AsOf);
        Write(json, "dormantSince", explanation.Customer.DormantSince);
        json.WriteString("halfLife", RuleDuration.ToText(explanation.HalfLife));
        json.WriteNumber("score", explanation.Score);
        WriteList(json, "support", explanation.Support, Write);
        WriteList(json, "reasons", explanation.Reasons, Write);
        json.WritePropertyName("sealed");
        Write(json, explanation.Sealed);
        WriteList(json, "missing", explanation.Missing, Write);
    }) + "\n";

    private static void Write(Utf8JsonWriter json, StageSupport support)
    {
        Write(json, "stage", support.Stage);
        json.WriteNumber("score", support.Score);
        json.WriteNumber("weight", support.Weight);
    }

    private static void Write(Utf8JsonWriter json, StageReason reason)
    {
        json.WriteString("kind", reason.Kind.ToString());
        Write(json, "stage", reason.Stage);
        Write(json, reason.Rule, reason.RuleNumber, reason.Touchpoint);
        json.WriteNumber("held", reason.Held);
        json.WriteNumber("decided", reason.Decided);
        Write(json, "total", reason.Total);
        Write(json, "silentSince", reason.SilentSince);
        json.WriteString("silence", reason.Silence is { } silence ? RuleDuration.ToText(silence) : null);
        json.WriteString("sentence", reason.Sentence);
        WriteList(json, "evidence", reason.Evidence, Write);
    }

    private static void Write(Utf8JsonWriter json, EvidencePiece piece)
    {
        json.WriteString("event", piece.Event);
        Write(json, "at", piece.At);
        json.WriteString("channel", piece.Channel);
        json.WriteString("id", piece.Id);
        json.WriteNumber("position", piece.Position);
        json.WriteNumber("weight", piece.Weight);
        Write(json, "amount", piece.Amount);
        json.WriteBoolean("decided", piece.Decided);
    }

    private static void Write(Utf8JsonWriter json, SealedEvidence? earlier)
    {
        if (earlier is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Write(json, "before", earlier.Before);
        json.WriteNumber("events", earlier.Events);
        json.WriteNumber("weight", earlier.Weight);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MissingEvidence missing)
    {
        json.WriteString("kind", missing.Kind.ToString());
        Write(json, "stage", missing.Stage);
        Write(json, missing.Rule, missing.RuleNumber, missing.Touchpoint);
        Write(json, "have", missing.Have);
        Write(json, "need", missing.Need);
        Write(json, "until", missing.Until);
        json.WriteString("sentence", missing.Sentence);
        WriteList(json, "events", missing.Events, Write);
    }

    private static void Write(Utf8JsonWriter json, MissingEvent missing)
    {
        json.WriteString("pattern", missing.Pattern.ToString());
        json.WriteString("event", missing.Pattern.Event);
        json.WriteNumber("times", missing.Times);
        Write(json, "amount", missing.Amount);
        json.WriteString("currency", missing.Currency);
    }

    private static void Write(Utf8JsonWriter json, StageRule? rule, int? number, Touchpoint? touchpoint)
    {
        if (number is { } known) json.WriteNumber("ruleNumber", known);
        else json.WriteNull("ruleNumber");
        json.WriteString("rule", rule?.ToString());
        json.WriteString("ruleName", rule?.Name);
        json.WriteString("touchpoint", touchpoint?.Id);
    }

    private static void Write(Utf8JsonWriter json, string name, Stage? stage) => json.WriteString(name, stage?.Id);

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? instant) => json.WriteString(name, instant?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
