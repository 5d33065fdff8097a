using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>What a statement of the map rests on: a survey, a talk, a report. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Evidence
{
    internal Evidence(EvidenceDraft draft)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Titles = draft.Words!;
        Kind = draft.EvidenceKind;
        SampleSize = draft.SampleSize;
        CollectedOn = draft.CollectedOn;
        Uri = draft.Uri;
    }

    /// <summary>The identity, unique among the evidence of the map; it stays when the title changes.</summary>
    public string Id { get; }

    /// <summary>What it is, in the language of the map; two pieces may have the same title.</summary>
    public string Title => Titles.ToString();

    /// <summary>The title in all languages of the map.</summary>
    public LocalizedText Titles { get; }

    /// <summary>What kind of evidence it is.</summary>
    public EvidenceKind Kind { get; }

    /// <summary>How many people, answers or visits it rests on, 1 or more; <see langword="null"/> when unknown.</summary>
    public int? SampleSize { get; }

    /// <summary>The day on which it was collected; <see langword="null"/> when unknown.</summary>
    public DateOnly? CollectedOn { get; }

    /// <summary>Where it lies, absolute or relative; <see langword="null"/> when nobody said.</summary>
    public Uri? Uri { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
