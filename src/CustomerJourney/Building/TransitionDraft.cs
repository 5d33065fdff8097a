namespace CustomerJourney.Building;

internal sealed class TransitionDraft(Reference from, Reference to) : Draft
{
    public override string Description => $"transition from {Phrase.Quote(From.Text)} to {Phrase.Quote(To.Text)}";

    public Reference From { get; } = from;

    public Reference To { get; } = to;

    public TransitionKind Kind { get; init; }

    public LocalizedText? When { get; init; }

    public double? Share { get; init; }
}
