using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Kinds of feedback as text: the names of <see cref="FeedbackKind"/>.</summary>
internal static class ScoreKinds
{
    private static readonly FeedbackKind[] Kinds = Enum.GetValues<FeedbackKind>();

    /// <summary>Why a text is no kind, and what is allowed.</summary>
    public static string NotAKind { get; } = $"is not a kind of feedback: {string.Join(", ", Kinds)}";

    /// <summary>The name of a kind.</summary>
    public static string NameOf(FeedbackKind kind) => kind.ToString();

    /// <summary>Finds the kind of a name, capital letters or not.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out FeedbackKind kind)
    {
        foreach (FeedbackKind known in Kinds)
        {
            kind = known;
            if (System.Text.Ascii.EqualsIgnoreCase(text, NameOf(known))) return true;
        }

        kind = FeedbackKind.None;
        return false;
    }
}
