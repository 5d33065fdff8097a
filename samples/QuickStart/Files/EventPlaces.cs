using CustomerJourney.Events;

namespace QuickStart.Files;

/// <summary>Where in customers' time each event of the log comes first.</summary>
internal sealed record EventPlaces : Analysis<IReadOnlyList<EventPlace>>
{
    private const int Places = 101;

    public override Accumulator<IReadOnlyList<EventPlace>> CreateAccumulator(LogSchema schema) => new Counter(schema);

    private sealed class Counter(LogSchema schema) : Accumulator<IReadOnlyList<EventPlace>>
    {
        private readonly long[] _events = new long[schema.Events.Count];

        // How many customers had their first event of a kind at which hundredth of their events; made for a kind when it is met.
        private readonly long[]?[] _places = new long[schema.Events.Count][];
        private readonly HashSet<ushort> _met = [];

        public override void Add(in CustomerTrace trace)
        {
            _met.Clear();
            for (int position = 0; position < trace.Length; position++)
            {
                ushort code = trace.Events[position];
                _events[code]++;
                if (!_met.Add(code)) continue;
                long[] places = _places[code] ??= new long[Places];

                // A customer's only event is first and last at once: it stands in the middle.
                places[trace.Length == 1 ? Places / 2 : (int)((long)position * (Places - 1) / (trace.Length - 1))]++;
            }
        }

        public override void Merge(Accumulator<IReadOnlyList<EventPlace>> other)
        {
            Counter counter = (Counter)other;
            for (int code = 0; code < _events.Length; code++)
            {
                _events[code] += counter._events[code];
                if (counter._places[code] is not { } places) continue;
                long[] mine = _places[code] ??= new long[Places];
                for (int place = 0; place < Places; place++) mine[place] += places[place];
            }
        }

        public override IReadOnlyList<EventPlace> ToResult() =>
        [
            .. Enumerable.Range(0, _events.Length).Where(code => _events[code] > 0)
                .Select(code => new EventPlace { Event = schema.Events[code], Events = _events[code], MedianPlace = Median(_places[code]!) }),
        ];

        private static double Median(long[] places)
        {
            long left = (places.Sum() + 1) / 2;
            int place = 0;
            while ((left -= places[place]) > 0) place++;
            return place / (double)(Places - 1);
        }
    }
}
