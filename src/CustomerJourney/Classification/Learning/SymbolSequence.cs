namespace CustomerJourney.Classification.Learning;

/// <summary>The events of one customer after another as the symbols of a model, those that it does not know left out. For one thread; allocates only to grow.</summary>
internal sealed class SymbolSequence(ushort[] symbols)
{
    private ushort[] _known = [];
    private int[] _positions = [];

    /// <summary>The symbols of the events read last.</summary>
    public ReadOnlySpan<ushort> Symbols => _known.AsSpan(0, Count);

    /// <summary>Their positions in the trace.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Count);

    public int Count { get; private set; }

    public void Read(ReadOnlySpan<ushort> events)
    {
        if (_known.Length < events.Length)
        {
            int length = (int)Math.Min(Math.Max(events.Length, 2L * _known.Length), Array.MaxLength);
            (_known, _positions) = (new ushort[length], new int[length]);
        }

        int count = 0;
        for (int position = 0; position < events.Length; position++)
        {
            ushort symbol = symbols[events[position]];
            if (symbol == HiddenStageModel.UnknownSymbol) continue;
            _known[count] = symbol;
            _positions[count++] = position;
        }

        Count = count;
    }
}
