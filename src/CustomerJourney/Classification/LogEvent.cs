using CustomerJourney.Classification.Machine;

namespace CustomerJourney.Classification;

/// <summary>An event of a log as the machine sees it.</summary>
/// <param name="log">The log.</param>
/// <param name="index">The event's place in its columns.</param>
/// <param name="money">The place of its amount in the sparse column; -1 if none.</param>
/// <param name="answer">The place of its answer in the sparse column; -1 if none.</param>
internal readonly struct LogEvent(LogEvents log, int index, int money, int answer) : IMachineEvent
{
    public long StartedTicks => log.Started[index];

    public int Code => log.CodeOf(index);

    public bool EarlierStagesAreUnknown => log.Earlier.AreUnknownAt(index);

    public bool Meets(int demand) => log.Meets(demand, index, money, answer);

    public bool TryGetAmount(out long units, out string? currency) => log.TryGetAmount(money, out units, out currency);
}
