namespace CustomerJourney.Events;

/// <summary>How documents spell the time formats that have a name.</summary>
internal static class TimeFormatWords
{
    private static readonly (string Word, TimeFormat Format)[] Words =
    [
        ("iso8601", TimeFormat.Iso8601), ("unixSeconds", TimeFormat.UnixSeconds), ("unixMilliseconds", TimeFormat.UnixMilliseconds), ("unixMicroseconds", TimeFormat.UnixMicroseconds),
    ];

    /// <summary>The words, for messages.</summary>
    public static string All => string.Join(", ", Words.Select(word => word.Word));

    /// <summary>The format of a word; <see langword="null"/> if it is none.</summary>
    public static TimeFormat? Find(string word) => Array.Find(Words, candidate => candidate.Word == word).Format;

    /// <summary>The word of a format; <see langword="null"/> for one with a zone or pattern of its own.</summary>
    public static string? Of(TimeFormat format) => Array.Find(Words, word => word.Format == format).Word;
}
