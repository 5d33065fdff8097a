namespace CustomerJourney.Classification.Machine;

/// <summary>An event of a log, as the machine sees it. Given by <see cref="LogWalk"/>. What only some events carry is looked up when it is asked for, which is seldom.</summary>
internal readonly struct LogEvent : IMachineEvent
{
    private readonly LogBinding _binding;
    private readonly int _customer;

    public LogEvent(LogBinding binding, int customer, int index, long startedTicks, int code)
    {
        _binding = binding;
        _customer = customer;
        Index = index;
        StartedTicks = startedTicks;
        Code = code;
    }

    /// <summary>The event's index in the columns of the log.</summary>
    public int Index { get; }

    public long StartedTicks { get; }

    public int Code { get; }

    public bool EarlierStagesAreUnknown => _binding.EarlierStagesAreUnknown(Index);

    public bool Meets(int demand) => _binding.Meets(demand, _customer, Index);

    public bool TryGetAmount(out long units, out string? currency) => _binding.TryGetAmount(_customer, Index, out units, out currency);
}
