namespace CustomerJourney.Benchmarks.Data;

/// <summary>
/// Makes a shop's events: customers who come in sessions, move through the touchpoints, start again, answer surveys and leave. Interleaved by arrival,
/// up to a minute late. The same number of events and the same seed give the same events.
/// </summary>
internal sealed class EventGenerator
{
    private const int SurveyResponse = 28;
    private const int Churn = 29;
    private const long Day = 86_400_000;
    private const int LatestArrival = 60_000;

    private static readonly long FirstDay = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long Horizon = FirstDay + (270 * Day);
    private static readonly double[] Popularity = CumulativePopularity();

    private readonly int[] _customers;
    private readonly byte[] _events;
    private readonly long[] _times;
    private readonly long[] _arrivals;
    private readonly byte[] _channels;
    private readonly sbyte[] _scores;
    private SplitMix64 _random;
    private int _count;

    private EventGenerator(int events, ulong seed)
    {
        _customers = new int[events];
        _events = new byte[events];
        _times = new long[events];
        _arrivals = new long[events];
        _channels = new byte[events];
        _scores = new sbyte[events];
        _random = new SplitMix64(seed);
    }

    private bool IsFull => _count == _customers.Length;

    public static EventData Generate(int events, ulong seed = 42)
    {
        EventGenerator generator = new(events, seed);
        int customers = 0;
        while (!generator.IsFull) generator.AddCustomer(++customers);
        return generator.InOrderOfArrival(customers);
    }

    private void AddCustomer(int customer)
    {
        long time = FirstDay + (long)(_random.NextDouble() * 180 * Day);
        int sessions = 1 + (int)_random.NextExponential(4.5);
        int latest = 0;
        for (int session = 0; session < sessions && !IsFull; session++)
        {
            if (!AddSession(customer, ref time, ref latest)) return;
            time += 1_900_000 + (long)_random.NextExponential(6.0 * Day);
        }
    }

    /// <summary>Adds the events of one session; false where the customer's time runs past the end of the data.</summary>
    private bool AddSession(int customer, ref long time, ref int latest)
    {
        int channel = _random.NextInt(EventData.ChannelNames.Length);
        if (_random.NextDouble() < 0.5) channel = _random.NextInt(2);
        int events = 1 + (int)_random.NextExponential(4.0);
        for (int index = 0; index < events && !IsFull; index++)
        {
            if (time >= Horizon)
            {
                // The gap after the session is drawn here too: the numbers drawn belong to the data.
                _random.NextExponential(6.0 * Day);
                return false;
            }

            int next = NextEvent(latest);
            Add(customer, next, time, channel);
            if (next is not SurveyResponse and not Churn) latest = next;
            time += 1 + (long)_random.NextExponential(120_000);
        }

        return true;
    }

    private int NextEvent(int latest)
    {
        double draw = _random.NextDouble();
        // The way ends at the survey: the latest event is never a survey nor a churn.
        if (draw < 0.45) return latest + 1;
        if (draw < 0.55) return _random.NextInt(5);
        if (draw < 0.58) return SurveyResponse;
        if (draw < 0.585) return Churn;
        double place = _random.NextDouble() * Popularity[^1];
        return Array.FindIndex(Popularity, sum => sum >= place);
    }

    private void Add(int customer, int code, long time, int channel)
    {
        _arrivals[_count] = time + _random.NextInt(LatestArrival);
        _customers[_count] = customer;
        _events[_count] = (byte)code;
        _times[_count] = time;
        _channels[_count] = (byte)channel;
        _scores[_count] = code == SurveyResponse ? NextScore() : EventData.NoScore;
        _count++;
    }

    private sbyte NextScore()
    {
        sbyte score = (sbyte)Math.Min(10, (int)((_random.NextDouble() * 6) + (_random.NextDouble() * 6)));
        return _random.NextDouble() < 0.05 ? EventData.NoScore : score;
    }

    private EventData InOrderOfArrival(int customers)
    {
        int[] order = new int[_customers.Length];
        for (int index = 0; index < order.Length; index++) order[index] = index;
        Array.Sort(_arrivals, order);
        return new EventData
        {
            CustomerCount = customers,
            Customers = Ordered(_customers, order),
            Events = Ordered(_events, order),
            Milliseconds = Ordered(_times, order),
            Channels = Ordered(_channels, order),
            Scores = Ordered(_scores, order),
        };
    }

    private static T[] Ordered<T>(T[] column, int[] order)
    {
        T[] ordered = new T[order.Length];
        for (int index = 0; index < order.Length; index++) ordered[index] = column[order[index]];
        return ordered;
    }

    private static double[] CumulativePopularity()
    {
        double[] sums = new double[EventData.EventNames.Length];
        double sum = 0;
        for (int index = 0; index < sums.Length; index++) sums[index] = sum += 1.0 / (1 + (index * 7 % 30));
        return sums;
    }
}
