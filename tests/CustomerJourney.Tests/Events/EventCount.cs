using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

/// <summary>A user's own analysis: how many events there are.</summary>
internal sealed record EventCount : Analysis<long>
{
    public override Accumulator<long> CreateAccumulator(LogSchema schema) => new Counter();

    private sealed class Counter : Accumulator<long>
    {
        private long _events;

        public override void Add(in CustomerTrace trace) => _events += trace.Length;

        public override void Merge(Accumulator<long> other) => _events += ((Counter)other)._events;

        public override long ToResult() => _events;

        public override void Save(BinaryWriter state) => state.Write(_events);

        public override void Load(BinaryReader state) => _events = state.ReadInt64();
    }
}
