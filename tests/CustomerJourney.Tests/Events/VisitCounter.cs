using System.Collections.Concurrent;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

/// <summary>Counts how often it is handed each customer, whichever thread it runs on.</summary>
internal sealed record VisitCounter(string Name, bool All) : Analysis<int>
{
    public ConcurrentDictionary<int, int> Visits { get; } = new();

    public override bool IncludesCustomersWithoutEvents => All;

    public override Accumulator<int> CreateAccumulator(LogSchema schema) => new Counter(Visits);

    private sealed class Counter(ConcurrentDictionary<int, int> visits) : Accumulator<int>
    {
        private int _visits;

        public override void Add(in CustomerTrace trace)
        {
            _visits++;
            visits.AddOrUpdate(trace.Customer, 1, (_, before) => before + 1);
        }

        public override void Merge(Accumulator<int> other) => _visits += ((Counter)other)._visits;

        public override int ToResult() => _visits;
    }
}
