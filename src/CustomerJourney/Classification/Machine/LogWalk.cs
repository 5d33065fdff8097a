using System.Runtime.CompilerServices;

namespace CustomerJourney.Classification.Machine;

/// <summary>Walks the events of one customer in their order. What only some events carry is walked along with them, so that nothing is looked up.</summary>
internal ref struct LogWalk
{
    private readonly LogBinding _binding;
    private readonly ReadOnlySpan<long> _started;
    private readonly ReadOnlySpan<ushort> _events;
    private readonly ReadOnlySpan<int> _codes;
    private readonly ReadOnlySpan<int> _amounts;
    private readonly ReadOnlySpan<int> _answers;
    private readonly int _firstAmount;
    private readonly int _firstAnswer;
    private readonly int _first;
    private int _position = -1;
    private int _amount;
    private int _answer;

    public LogWalk(LogBinding binding, int customer)
    {
        _binding = binding;
        _first = binding.Columns.Offsets[customer];
        int count = binding.Columns.Offsets[customer + 1] - _first;
        _started = binding.Started.AsSpan(_first, count);
        _events = binding.Columns.Events.AsSpan(_first, count);
        _codes = binding.CodeOfEvent;
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
    public readonly LogEvent Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(
            _binding,
            _first + _position,
            _started[_position],
            _codes[_events[_position]],
            _amount < _amounts.Length && _amounts[_amount] == _first + _position ? _firstAmount + _amount : -1,
            _answer < _answers.Length && _answers[_answer] == _first + _position ? _firstAnswer + _answer : -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (++_position >= _started.Length) return false;
        if (_amount < _amounts.Length && _amounts[_amount] < _first + _position) _amount++;
        if (_answer < _answers.Length && _answers[_answer] < _first + _position) _answer++;
        return true;
    }

    public readonly LogWalk GetEnumerator() => this;
}
