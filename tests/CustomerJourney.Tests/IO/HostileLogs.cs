using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.IO;

/// <summary>Events whose names are made to break formats: separators, quotes, line breaks, formulas, markup, paths, wide characters, nothing.</summary>
internal static class HostileLogs
{
    private static readonly string[] Pieces =
    [
        ",", "\"", "\r", "\n", "\r\n", ";", "'", " ", "\t", "a", "Ab", "é", "世界", "🎉", "=1+1", "-5", "@x", "\0", "<b>", "&amp;", "]]>", "&#x41;", "{}", "\\", "[0]", ".", "^", "null", "\u2028", "\uFEFF", "\u0085", "\u00A0",
        "long enough to leave the first eight bytes ",
    ];

    /// <summary>Names of attributes, some of which are those of columns of an export.</summary>
    private static readonly string[] Names = ["page, \"full\"", "plan\nname", "time", "customer", "a.b[0]^\\=", "=x", "customer.time", "event.time", "score_kind", "世界", " ", "same"];

    /// <summary>Events whose texts lack a character.</summary>
    public static Gen<JourneyEvent[]> EventsWithout(char character) => Gen.Choose(1, 25).SelectMany(count => Event([.. Pieces.Where(piece => !piece.Contains(character, StringComparison.Ordinal))]).ArrayOf(count));

    public static Gen<JourneyEvent[]> Events { get; } = Gen.Choose(1, 25).SelectMany(count => Event(Pieces).ArrayOf(count));

    private static Gen<JourneyEvent> Event(string[] pieces)
    {
        Gen<string> text = Gen.Choose(0, 4).SelectMany(count => Gen.Elements(pieces).ArrayOf(count)).Select(string.Concat);
        return
            from names in text.ArrayOf(9)
            from hours in Gen.Choose(0, 50).ArrayOf(2)
            from present in Gen.Choose(0, 1).ArrayOf(5)
            from number in Gen.Choose(-100_000, 100_000)
            from sequence in Gen.Choose(-9, 9)
            from kind in Gen.Elements(FeedbackKind.None, FeedbackKind.Nps, FeedbackKind.Csat, FeedbackKind.Ces, FeedbackKind.Emotion)
            from attributes in Gen.Elements(Names).ArrayOf(4)
            let at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours[0]).AddTicks(number % 3)
            select new JourneyEvent
            {
                Customer = $"{names[0]}{number % 3}",
                Event = $"{names[1]}e",
                At = at,
                StartedAt = present[0] == 0 ? null : at.AddHours(-hours[1]),
                RecordedAt = present[1] == 0 ? null : at.AddHours(hours[1]),
                Id = names[2].Length == 0 ? null : names[2],
                Sequence = sequence,
                Channel = names[3],
                Feedback = present[3] == 0 ? null : new Feedback(kind, number / 7.0, names[4], names[5]),
                Value = present[4] == 0 ? null : number / 10_000m,
                Currency = names[6],
                Attributes = attributes[..2].Distinct().ToDictionary(name => name, name => $"{names[7]}x"),
                CustomerAttributes = attributes[2..].Distinct().ToDictionary(name => name, name => $"{names[8]}y"),
            };
    }
}
