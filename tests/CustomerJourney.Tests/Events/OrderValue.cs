using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Events;

/// <summary>A user's own metric (program 10 of API.md): the mean of amounts, by an exact sum of doubles.</summary>
internal sealed record OrderValue : EventMetric<double?>
{
    public override EventSelection Reads => EventSelection.WithValue;

    public override Tally<double?> CreateTally() => new Sum();

    private sealed class Sum : Tally<double?>
    {
        private long _orders;
        private ExactSum _sum = new();

        public override void Add(in TraceEvent e)
        {
            _orders++;
            _sum.Add(e.Value!.Value / 3);
        }

        public override void Merge(Tally<double?> other)
        {
            _orders += ((Sum)other)._orders;
            _sum.Merge(((Sum)other)._sum);
        }

        public override double? ToResult() => _orders == 0 ? null : _sum.ToDouble() / _orders;

        public override void Save(BinaryWriter state)
        {
            state.Write(_orders);
            _sum.Save(state);
        }

        public override void Load(BinaryReader state)
        {
            _orders = state.ReadInt64();
            _sum = ExactSum.Load(state);
        }
    }
}
