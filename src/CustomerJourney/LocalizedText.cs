using System.Diagnostics.CodeAnalysis;

namespace CustomerJourney;

/// <summary>
/// A text that people read: plain, in the language of its map, or in several languages. A string is one where one is asked for: <c>stage.Goal("Order in five minutes")</c>.
/// Immutable; equal by value, ordinal, with languages in order.
/// </summary>
/// <remarks>A text is checked where it becomes part of a map: a blank text, or a language that is no BCP 47 tag, is a problem of the map.</remarks>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly (string Language, string Text)[] _texts;
    private readonly string _mapLanguage;

    /// <summary>Makes a text in several languages: <c>new LocalizedText(("en", "Purchase"), ("zh-Hans", "购买"))</c>.</summary>
    /// <param name="texts">BCP 47 language tags with their texts; where no language fits, the first text is taken.</param>
    public LocalizedText(params ReadOnlySpan<(string Language, string Text)> texts)
        : this([.. texts], "", isPlain: false)
    {
    }

    private LocalizedText((string Language, string Text)[] texts, string mapLanguage, bool isPlain)
    {
        _texts = texts;
        _mapLanguage = mapLanguage;
        IsPlain = isPlain;
    }

    /// <summary>The languages of the text, in the order given; empty for a plain text, which is in the language of its map.</summary>
    public IReadOnlyList<string> Languages => IsPlain ? [] : [.. _texts.Select(text => text.Language)];

    /// <summary>Whether no language is named.</summary>
    internal bool IsPlain { get; }

    /// <summary>The texts with their languages; the language of a plain text is empty.</summary>
    internal IReadOnlyList<(string Language, string Text)> Texts => _texts;

    /// <summary>A plain text; <see langword="null"/> for <see langword="null"/>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator LocalizedText?(string? text) => text is null ? null : new LocalizedText([("", text)], "", isPlain: true);

    /// <summary>Whether two texts are equal.</summary>
    public static bool operator ==(LocalizedText? left, LocalizedText? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    public static bool operator !=(LocalizedText? left, LocalizedText? right) => !(left == right);

    /// <summary>
    /// The text in a language: in exactly that one (<c>zh-Hant-TW</c>), else in its parents (<c>zh-Hant</c>, <c>zh</c>), else in the language of the map and its parents, else the first. A plain text is given for every language.
    /// </summary>
    /// <param name="language">A BCP 47 language tag; letters may be of any case.</param>
    public string In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Find(language) ?? Find(_mapLanguage) ?? (_texts.Length == 0 ? "" : _texts[0].Text);
    }

    /// <summary>The text in the language of the map.</summary>
    public override string ToString() => In(_mapLanguage);

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && IsPlain == other.IsPlain && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach ((string language, string text) in _texts)
        {
            hash.Add(language, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The same text as part of a map in a language.</summary>
    internal LocalizedText InMap(string language) => string.Equals(_mapLanguage, language, StringComparison.Ordinal) ? this : new LocalizedText(_texts, language, IsPlain);

    private string? Find(string language)
    {
        if (IsPlain) return _texts[0].Text;
        for (string tag = language; tag.Length > 0; tag = tag[..Math.Max(tag.LastIndexOf('-'), 0)])
        {
            foreach ((string candidate, string text) in _texts)
            {
                if (string.Equals(candidate, tag, StringComparison.OrdinalIgnoreCase)) return text;
            }
        }

        return null;
    }
}
