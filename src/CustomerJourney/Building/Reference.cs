using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>How one part points to another before the map is built: by name or id, as people write, or by id alone, as documents do.</summary>
internal sealed record Reference(string? Text, bool ById)
{
    /// <summary>Where it stands in a document; <see langword="null"/> for code.</summary>
    public DocumentValue? Source { get; init; }

    /// <summary>The part that is meant; a name goes before an id, because names are what people type.</summary>
    public TDraft? Find<TDraft>(IReadOnlyList<TDraft> among) where TDraft : NamedDraft =>
        (ById ? null : among.FirstOrDefault(part => part.IsNamed(Text)))
        ?? among.FirstOrDefault(part => part.Id is not null && string.Equals(part.Id, Text, StringComparison.Ordinal));
}
