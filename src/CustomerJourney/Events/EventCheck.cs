using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>Looks for what is wrong with an event that comes in as an object, for a log and for a tracker alike.</summary>
internal static class EventCheck
{
    public const string NotName = "is empty or not Unicode";

    /// <summary>What is wrong with an event; null if nothing is.</summary>
    public static (string Column, string Value, string Reason)? Fault(JourneyEvent e)
    {
        const string NotUnicode = "holds an unpaired surrogate";
        if (string.IsNullOrEmpty(e.Customer)) return ("Customer", "", "is empty");
        if (string.IsNullOrEmpty(e.Event)) return ("Event", "", "is empty");
        if (e.StartedAt > e.At) return ("StartedAt", Text(e.StartedAt.Value), "lies after At");
        if (e.Feedback is { } feedback && !double.IsFinite(feedback.Score)) return ("Feedback", feedback.Score.ToString(CultureInfo.InvariantCulture), "is not a finite number");
        if (e.Feedback is { Kind: < FeedbackKind.None or > FeedbackKind.Ces1 } unknown) return ("Feedback", Text((int)unknown.Kind), "is not a kind of feedback");
        if (e.Value is decimal value && !MoneyUnits.TryFrom(value, out _)) return ("Value", value.ToString(CultureInfo.InvariantCulture), MoneyUnits.Allowed);
        if (e.Sequence is EventRow.None) return ("Sequence", Text(e.Sequence.Value), "is the smallest 64-bit number, which is reserved");
        if (!IsUnicode(e.Customer)) return ("Customer", e.Customer, NotUnicode);
        if (!IsUnicode(e.Event)) return ("Event", e.Event, NotUnicode);
        if (!IsUnicode(e.Id)) return ("Id", e.Id!, NotUnicode);
        if (!IsUnicode(e.Channel)) return ("Channel", e.Channel!, NotUnicode);
        if (!IsUnicode(e.Currency)) return ("Currency", e.Currency!, NotUnicode);
        if (!IsUnicode(e.Feedback?.Question)) return ("Feedback", e.Feedback!.Value.Question!, NotUnicode);
        if (!IsUnicode(e.Feedback?.About)) return ("Feedback", e.Feedback!.Value.About!, NotUnicode);
        // Most events have none, and to walk through nothing would cost more than all the rest.
        if (e.Attributes.Count == 0 && e.CustomerAttributes.Count == 0) return null;
        foreach ((string name, string text) in e.Attributes.Concat(e.CustomerAttributes))
        {
            if (!IsName(name)) return ("Attributes", name, $"holds a name that {NotName}");
            if (text is null) return (name, "", "is null; leave the attribute out instead");
            if (!IsUnicode(text)) return (name, text, NotUnicode);
        }

        return null;
    }

    public static bool IsName(string name) => name.Length > 0 && IsUnicode(name);

    /// <summary>Whether a text has no unpaired surrogate, so that it survives UTF-8.</summary>
    private static bool IsUnicode(string? text)
    {
        ReadOnlySpan<char> characters = text;
        if (!characters.ContainsAnyInRange('\uD800', '\uDFFF')) return true;
        for (int index = 0; index < characters.Length; index++)
        {
            if (!char.IsSurrogate(text![index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }

        return true;
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
