using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>What happened between the events of some customers, in their order. Used by one thread.</summary>
internal sealed class SilenceList
{
    private readonly List<(int Position, long Ticks, byte Stage)> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Puts lists end to end.</summary>
    /// <param name="lists">The lists, in the order of customers.</param>
    /// <param name="counts">For each customer, how many entries there are.</param>
    public static SilenceColumn? Join(IReadOnlyList<SilenceList> lists, int[] counts)
    {
        int total = lists.Sum(list => list.Count);
        if (total == 0) return null;
        int[] offsets = new int[counts.Length + 1];
        for (int customer = 0; customer < counts.Length; customer++) offsets[customer + 1] = offsets[customer] + counts[customer];
        SilenceColumn column = new() { Positions = new int[total], Offsets = offsets, Ticks = new long[total], Stages = new byte[total] };
        int next = 0;
        foreach (SilenceList list in lists)
        {
            foreach ((int position, long ticks, byte stage) in list._entries)
            {
                column.Positions[next] = position;
                column.Ticks[next] = ticks;
                column.Stages[next++] = stage;
            }
        }

        return column;
    }

    /// <summary>Takes what the machine tells, as following an event.</summary>
    public struct Sink(SilenceList list) : IStageSink
    {
        /// <summary>The place of the latest event.</summary>
        public int Position { get; set; }

        public readonly void EntersBySilence(long ticks, byte stage, int rule) => list._entries.Add((Position, ticks, stage));

        public readonly void BecomesDormant(long ticks) => list._entries.Add((Position, ticks, LogSchema.Dormant));
    }
}
