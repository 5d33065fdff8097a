using CustomerJourney.Classification.Machine;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Puts what happens between events into the memory of visits.</summary>
internal readonly ref struct VisitSink(VisitMemory visits, Span<long> memory) : IStageSink
{
    private readonly Span<long> _memory = memory;

    public void EntersBySilence(long ticks, byte stage, int rule) => visits.AddSilence(_memory, stage, ticks);

    public void BecomesDormant(long ticks) => visits.AddDormancy(_memory, ticks);
}
