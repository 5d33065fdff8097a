using System.Runtime.CompilerServices;

namespace CustomerJourney.Classification.Machine;

/// <summary>Walks the events of one customer in their order.</summary>
internal ref struct LogWalk
{
    private readonly LogBinding _binding;
    private readonly ReadOnlySpan<long> _started;
    private readonly ReadOnlySpan<ushort> _events;
    private readonly ReadOnlySpan<int> _codes;
    private readonly int _customer;
    private readonly int _first;
    private int _position = -1;

    public LogWalk(LogBinding binding, int customer)
    {
        _binding = binding;
        _customer = customer;
        _first = binding.Columns.Offsets[customer];
        int count = binding.Columns.Offsets[customer + 1] - _first;
        _started = binding.Started.AsSpan(_first, count);
        _events = binding.Columns.Events.AsSpan(_first, count);
        _codes = binding.CodeOfEvent;
    }

    /// <summary>The event at which the walk is.</summary>
    public readonly LogEvent Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_binding, _customer, unchecked(_first + _position), _started[_position], _codes[_events[_position]]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext() => unchecked(++_position) < _started.Length;

    public readonly LogWalk GetEnumerator() => this;
}
