namespace CustomerJourney.Classification.Machine;

/// <summary>An event of a log, as the machine sees it. Given by <see cref="LogWalk"/>.</summary>
internal readonly ref struct LogEvent : IMachineEvent
{
    private readonly LogBinding _binding;
    private readonly int _amount;
    private readonly int _answer;

    public LogEvent(LogBinding binding, int index, long startedTicks, int code, int amount, int answer)
    {
        _binding = binding;
        _amount = amount;
        _answer = answer;
        Index = index;
        StartedTicks = startedTicks;
        Code = code;
    }

    /// <summary>The event's index in the columns of the log.</summary>
    public int Index { get; }

    public long StartedTicks { get; }

    public int Code { get; }

    public bool EarlierStagesAreUnknown => _binding.EarlierStagesAreUnknown(Index);

    public bool Meets(int demand) => _binding.Meets(demand, Index, _amount, _answer);

    public bool TryGetAmount(out long units, out string? currency)
    {
        (units, currency) = _amount < 0 ? (0, null) : (_binding.Columns.Money!.Units[_amount], _binding.Columns.Money.Currency(_amount));
        return _amount >= 0;
    }
}
