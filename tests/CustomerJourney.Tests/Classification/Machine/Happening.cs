using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Machine;

/// <summary>What the machine said: of an event, by its place, or of a silence.</summary>
internal sealed record Happening(long Ticks, int Event, DecisionKind Kind, int? Stage, int Rule, int Touchpoint, bool IsDormancy)
{
    public static Happening Of(long ticks, int place, Decision decision) =>
        new(ticks, place, decision.Kind, decision.Stage == LogSchema.NoStage ? null : decision.Stage, decision.Rule, decision.Touchpoint, false);

    public static Happening Silence(long ticks, int stage, int rule) => new(ticks, -1, DecisionKind.Rule, stage, rule, -1, false);

    public static Happening Dormancy(long ticks) => new(ticks, -1, DecisionKind.None, null, -1, -1, true);
}

/// <summary>Writes down what happens between events.</summary>
internal readonly struct Recorder(List<Happening> happenings) : IStageSink
{
    public void EntersBySilence(long ticks, byte stage, int rule) => happenings.Add(Happening.Silence(ticks, stage, rule));

    public void BecomesDormant(long ticks) => happenings.Add(Happening.Dormancy(ticks));
}
