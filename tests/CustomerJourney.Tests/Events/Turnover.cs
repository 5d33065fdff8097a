using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

/// <summary>A user's own analysis: the sum of all amounts of a currency in ten-thousandths, beyond what 64 bits hold.</summary>
internal sealed record Turnover(string? Currency) : Analysis<Int128>
{
    public override Accumulator<Int128> CreateAccumulator(LogSchema schema) => new Sum(Currency);

    private sealed class Sum(string? currency) : Accumulator<Int128>
    {
        private Int128 _units;

        public override void Add(in CustomerTrace trace)
        {
            for (int number = 0; number < trace.ValueCount; number++)
            {
                TraceEvent e = trace.Amount(number);
                if (e.Currency == currency) _units += (long)Math.Round(e.Value!.Value * 10_000);
            }
        }

        public override void Merge(Accumulator<Int128> other) => _units += ((Sum)other)._units;

        public override Int128 ToResult() => _units;

        public override void Save(BinaryWriter state)
        {
            state.Write((ulong)(_units >> 64 & ulong.MaxValue));
            state.Write((ulong)(_units & ulong.MaxValue));
        }

        public override void Load(BinaryReader state) => _units = new Int128(state.ReadUInt64(), state.ReadUInt64());
    }
}
