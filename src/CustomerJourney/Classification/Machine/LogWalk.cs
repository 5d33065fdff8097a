using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// Walks the events of a run of customers in the order of the log, and is the event at which it is, as the machine sees it: nothing is copied from event to event. What only some events carry is looked up when it is asked for,
/// from where it was found last.
/// </summary>
/// <param name="binding">The machine and the log.</param>
/// <param name="first">The first customer.</param>
/// <param name="end">The customer after the last one.</param>
internal struct LogWalk(LogBinding binding, int first, int end) : IMachineEvent
{
    private SparseCursor _answers = binding.Columns.Feedback is { } feedback ? new(feedback.Offsets[first], feedback.Offsets[end]) : default;
    private SparseCursor _amounts = binding.Columns.Money is { } money ? new(money.Offsets[first], money.Offsets[end]) : default;

    /// <summary>The event at which the walk is, by its index in the columns of the log; it only goes forward.</summary>
    public int Index { readonly get; set; } = binding.Columns.Offsets[first];

    public readonly long StartedTicks => binding.Started[Index];

    public readonly int Code => binding.CodeOfEvent[binding.Columns.Events[Index]];

    public readonly bool EarlierStagesAreUnknown => binding.EarlierStagesAreUnknown(Index);

    public bool Meets(int demand) => binding.Meets(demand, ref this);

    public bool TryGetAmount(out long units, out string? currency)
    {
        int amount = binding.Columns.Money is { } money ? AmountIn(money) : -1;
        (units, currency) = amount < 0 ? (0, null) : (binding.Columns.Money!.Units[amount], binding.Columns.Money.Currency(amount));
        return amount >= 0;
    }

    /// <summary>The index of the event's answer; -1 if it carries none.</summary>
    public int AnswerIn(FeedbackColumn feedback) => _answers.At(feedback.Positions, Index);

    /// <summary>The index of the event's amount of money; -1 if it carries none.</summary>
    public int AmountIn(MoneyColumn money) => _amounts.At(money.Positions, Index);
}
