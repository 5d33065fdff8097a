using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>How many hours customers wait, on average, from the first time at one moment to the next time at another.</summary>
/// <remarks>
/// Each customer's first wait counts, so that waits are independent. Waits that began too short before the end of the log to be seen
/// whole are left out, or the last weeks would look quicker than they are.
/// </remarks>
internal sealed record FirstWait(Moment Start, Moment End, TimeSpan Longest) : Analysis<WaitResult>
{
    public override Accumulator<WaitResult> CreateAccumulator(LogSchema schema) => new Clock(this, schema);

    private sealed class Clock(FirstWait wait, LogSchema schema) : Accumulator<WaitResult>
    {
        private readonly int _start = wait.Start.CodeIn(schema);
        private readonly int _end = wait.End.CodeIn(schema);
        private readonly long _seenWhole = (schema.Range?.End.UtcTicks ?? 0) - wait.Longest.Ticks;
        private readonly ExactSum _hours = new();
        private readonly ExactSum _squares = new();
        private long _waits;

        public override void Add(in CustomerTrace trace)
        {
            int start = wait.Start.FindIn(trace, _start);
            if (start < 0 || trace.Ticks[start] > _seenWhole) return;
            int end = wait.End.FindIn(trace, _end, start + 1);
            if (end < 0 || trace.Ticks[end] - trace.Ticks[start] > wait.Longest.Ticks) return;
            double hours = TimeSpan.FromTicks(trace.Ticks[end] - trace.Ticks[start]).TotalHours;
            _waits++;
            _hours.Add(hours);
            _squares.Add(hours * hours);
        }

        public override void Merge(Accumulator<WaitResult> other)
        {
            Clock clock = (Clock)other;
            _waits += clock._waits;
            _hours.Merge(clock._hours);
            _squares.Merge(clock._squares);
        }

        public override WaitResult ToResult() => new()
        {
            Title = $"Hours from {wait.Start.Name} to {wait.End.Name}",
            Hours = new MeanSample(_waits, _hours.ToDouble(), _squares.ToDouble()),
        };
    }
}
