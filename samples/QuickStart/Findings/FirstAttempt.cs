using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace QuickStart.Findings;

/// <summary>Of the customers who came to a moment, the share who got from the first time there to a second moment in time.</summary>
/// <remarks>
/// A funnel would count a later attempt as well. Then customers of early weeks, who had longer to try again, would look better than
/// those of late weeks, and a search over weeks would find that. Here everyone has one attempt of one length.
/// An attempt that the end of the log cuts short is not yet known: it is left out, not counted as lost.
/// </remarks>
internal sealed record FirstAttempt(Moment Start, Moment Goal, TimeSpan Within) : Analysis<ShareResult>
{
    public override Accumulator<ShareResult> CreateAccumulator(LogSchema schema) => new Counter(this, schema);

    private sealed class Counter(FirstAttempt attempt, LogSchema schema) : Accumulator<ShareResult>
    {
        private readonly int _start = attempt.Start.CodeIn(schema);
        private readonly int _goal = attempt.Goal.CodeIn(schema);
        private readonly long _end = schema.Range?.End.UtcTicks ?? 0;
        private long _attempts;
        private long _reached;

        public override void Add(in CustomerTrace trace)
        {
            int start = attempt.Start.FindIn(trace, _start);
            if (start < 0) return;
            long deadline = trace.Ticks[start] + attempt.Within.Ticks;
            if (deadline > _end) return;
            int goal = attempt.Goal.FindIn(trace, _goal, start + 1);
            _attempts++;
            if (goal >= 0 && trace.Ticks[goal] <= deadline) _reached++;
        }

        public override void Merge(Accumulator<ShareResult> other)
        {
            _attempts += ((Counter)other)._attempts;
            _reached += ((Counter)other)._reached;
        }

        public override ShareResult ToResult() => new()
        {
            Definition = attempt,
            Name = $"{attempt.Start.Name} to {attempt.Goal.Name}",
            Hits = _reached,
            Total = _attempts,
            Level = 0.95,
        };
    }
}
