using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>Reads the features of a customer off a trace that ends before the instant; see <see cref="StageFeatures"/>.</summary>
internal sealed class FeatureReader
{
    private const double DaysInWeek = 7;
    private const int None = -1;

    private readonly StageFeatures _features;
    private readonly LogSchema _schema;
    private readonly long _at;
    private readonly int[] _ofEvent;
    private readonly int[] _ofTouchpoint;
    private readonly int[] _ofChannel;

    public FeatureReader(StageFeatures features, LogSchema schema, long at)
    {
        (_features, _schema, _at) = (features, schema, at);
        _ofEvent = Places(schema.Events, features.Events, 0);
        _ofTouchpoint = features.Touchpoints.Count == 0 ? [] : Places([.. schema.RequireJourney("touchpoints").Touchpoints.Select(touchpoint => touchpoint.Id)], features.Touchpoints, features.Events.Count);
        _ofChannel = Places(schema.Channels, features.Channels, features.Events.Count + features.Touchpoints.Count);
    }

    public double[] Read(in CustomerTrace trace)
    {
        double[] values = new double[_features.Count];
        ReadCounts(trace, values);
        int place = _features.CountFeatures;
        if (_features.Timing)
        {
            ReadTiming(trace, values.AsSpan(place, StageFeatures.TimingCount));
            place += StageFeatures.TimingCount;
        }

        foreach (FeedbackKind kind in _features.Feedback)
        {
            ReadFeedback(trace, kind, values.AsSpan(place, StageFeatures.FeaturesOfFeedback));
            place += StageFeatures.FeaturesOfFeedback;
        }

        return values;
    }

    private static int[] Places(IReadOnlyList<string> names, IReadOnlyList<string> wanted, int first)
    {
        Dictionary<string, int> places = wanted.Index().ToDictionary(name => name.Item, name => first + name.Index, StringComparer.Ordinal);
        return [.. names.Select(name => places.GetValueOrDefault(name, None))];
    }

    private void ReadCounts(in CustomerTrace trace, Span<double> values)
    {
        ReadOnlySpan<ushort> events = trace.Events;
        ReadOnlySpan<byte> channels = trace.Channels;
        for (int position = 0; position < events.Length; position++)
        {
            if (_ofEvent[events[position]] is >= 0 and int ofEvent) values[ofEvent]++;
            if (_ofTouchpoint.Length > 0 && _schema.Reading!.TouchpointOf(trace, position) is >= 0 and int touchpoint && _ofTouchpoint[touchpoint] is >= 0 and int ofTouchpoint) values[ofTouchpoint]++;
            if (channels[position] != LogSchema.NoChannel && _ofChannel[channels[position]] is >= 0 and int ofChannel) values[ofChannel]++;
        }
    }

    private void ReadTiming(in CustomerTrace trace, Span<double> values)
    {
        long first = long.MaxValue, last = long.MinValue;
        foreach (long ticks in trace.Ticks)
        {
            first = Math.Min(first, ticks);
            last = Math.Max(last, ticks);
        }

        double recency = Days(_at - last), tenure = Days(_at - first);
        values[0] = Log(recency);
        values[1] = Log(tenure);
        values[2] = Log(trace.Length * DaysInWeek / Math.Max(1, tenure));
        values[3] = Log(trace.Length == 1 ? recency : Days(last - first) / (trace.Length - 1));

        static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;

        static double Log(double value) => Math.Log(1 + value);
    }

    private static void ReadFeedback(in CustomerTrace trace, FeedbackKind kind, Span<double> values)
    {
        double sum = 0;
        for (int number = 0; number < trace.AnswerCount; number++)
        {
            TraceEvent answer = trace.Answer(number);
            if (answer.Kind != kind) continue;
            values[0]++;
            values[1] = answer.Score;
            sum += answer.Score;
        }

        values[2] = values[0] == 0 ? 0 : sum / values[0];
    }
}
