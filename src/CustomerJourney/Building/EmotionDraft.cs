namespace CustomerJourney.Building;

internal sealed class EmotionDraft(TouchpointDraft owner) : Draft
{
    public override string Description => $"{owner.Description}, feeling {Phrase.Number(Score)}";

    public double Score { get; init; }

    public double? Target { get; set; }

    public Reference? Persona { get; init; }

    public LocalizedText? Label { get; init; }

    public LocalizedText? Quote { get; init; }

    public EmotionSource? Origin { get; init; }

    public int? SampleSize { get; init; }
}
