using System.Runtime.CompilerServices;

namespace CustomerJourney.Events;

/// <summary>Events in the order of arrival, in blocks of one size, which sorting takes over one by one as it has read them.</summary>
internal sealed class ArrivedEvents
{
    public const int BlockBits = 13;

    /// <summary>The events in a block; 128 KB, which the garbage collector never moves.</summary>
    public const int BlockSize = 1 << BlockBits;

    private const int FirstSize = 64;
    private readonly List<ArrivedEvent[]> _full = [];
    private ArrivedEvent[] _last = [];
    private int _filled;

    public int Count => (_full.Count << BlockBits) + _filled;

    /// <summary>The number of blocks; all but the last are full.</summary>
    public int Blocks => _full.Count + 1;

    public ref ArrivedEvent this[int row] => ref Block(row >> BlockBits)[row & (BlockSize - 1)];

    /// <summary>The event added last.</summary>
    public ref ArrivedEvent Last => ref this[Count - 1];

    public ArrivedEvent[] Block(int block) => block < _full.Count ? _full[block] : _last;

    public void Add(in ArrivedEvent arrived)
    {
        if (_filled == _last.Length) Grow();
        _last[_filled++] = arrived;
    }

    /// <summary>Lets go of a block whose events are no longer needed.</summary>
    public void Release(int block)
    {
        if (block < _full.Count) _full[block] = [];
        else _last = [];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        // Only the first block grows, for small logs.
        if (_filled < BlockSize)
        {
            Array.Resize(ref _last, Math.Clamp(2 * _last.Length, FirstSize, BlockSize));
            return;
        }

        _full.Add(_last);
        _last = GC.AllocateUninitializedArray<ArrivedEvent>(BlockSize);
        _filled = 0;
    }
}
