namespace CustomerJourney.Classification.Machine;

/// <summary>Walks the events of one customer in their order. What only some events carry is walked along with them, so that nothing is looked up.</summary>
internal ref struct LogWalk
{
    private readonly LogBinding _binding;
    private readonly ReadOnlySpan<int> _amounts;
    private readonly ReadOnlySpan<int> _answers;
    private readonly int _firstAmount;
    private readonly int _firstAnswer;
    private readonly int _end;
    private int _index;
    private int _amount;
    private int _answer;

    public LogWalk(LogBinding binding, int customer)
    {
        _binding = binding;
        _index = binding.Columns.Offsets[customer] - 1;
        _end = binding.Columns.Offsets[customer + 1];
        if (binding.Amounts is { } money)
        {
            _firstAmount = money.Offsets[customer];
            _amounts = money.Positions.AsSpan(_firstAmount, money.Offsets[customer + 1] - _firstAmount);
        }

        if (binding.Answers is { } feedback)
        {
            _firstAnswer = feedback.Offsets[customer];
            _answers = feedback.Positions.AsSpan(_firstAnswer, feedback.Offsets[customer + 1] - _firstAnswer);
        }
    }

    /// <summary>The event at which the walk is.</summary>
    public readonly LogEvent Current => new(
        _binding,
        _index,
        _amount < _amounts.Length && _amounts[_amount] == _index ? _firstAmount + _amount : -1,
        _answer < _answers.Length && _answers[_answer] == _index ? _firstAnswer + _answer : -1);

    public bool MoveNext()
    {
        if (++_index >= _end) return false;
        if (_amount < _amounts.Length && _amounts[_amount] < _index) _amount++;
        if (_answer < _answers.Length && _answers[_answer] < _index) _answer++;
        return true;
    }

    public readonly LogWalk GetEnumerator() => this;
}
