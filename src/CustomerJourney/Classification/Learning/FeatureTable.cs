using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>The features of customers before an instant. All that comes later is cut off before anything is looked at.</summary>
internal static class FeatureTable
{
    /// <summary>What was known before an instant; read through a map, as one would have read it then, if one is given.</summary>
    public static JourneyLog Past(JourneyLog log, DateTimeOffset at, Journey? map)
    {
        JourneyLog past = log.Until(at);
        if (past.Columns.RecordedAt is not null && at.UtcTicks > 0) past = past.KnownAt(new DateTimeOffset(at.UtcTicks - 1, TimeSpan.Zero));
        return map is null ? past : StageClassifier.Create(map).Classify(past);
    }

    /// <summary>The features of all customers who have done something before an instant, in ordinal order of their ids.</summary>
    /// <exception cref="InvalidOperationException">Touchpoints are asked for and the log has no map, or its map lacks one of them.</exception>
    public static IReadOnlyList<(string Customer, double[] Values)> Of(JourneyLog log, DateTimeOffset at, StageFeatures features)
    {
        Journey? map = features.Touchpoints.Count == 0 ? null : log.Schema.RequireJourney("touchpoints");
        // A name that a log lacks may be rare; a touchpoint that the map lacks could never be counted.
        string[] unknown = map is null ? [] : [.. features.Touchpoints.Except(map.Touchpoints.Select(touchpoint => touchpoint.Id), StringComparer.Ordinal)];
        if (unknown.Length > 0) throw new InvalidOperationException($"The features count the touchpoints {string.Join(", ", unknown.Select(RuleText.Name))}, which the journey '{map!.Name}' does not have: classify the log through the map that they were made for.");
        return Past(log, at, map).Measure(new Gathering(features, at.UtcTicks));
    }

    /// <summary>The features that fit a log, which is cut already.</summary>
    public static StageFeatures NamesIn(JourneyLog past, int mostNames, bool byTouchpoint)
    {
        Occurrences counts = past.Measure(new Counting(byTouchpoint));
        return new StageFeatures
        {
            Events = Most(past.Schema.Events, counts.Events),
            Touchpoints = byTouchpoint ? Most([.. past.Schema.RequireJourney("touchpoints").Touchpoints.Select(touchpoint => touchpoint.Id)], counts.Touchpoints) : [],
            Channels = Most(past.Schema.Channels, counts.Channels),
            Feedback = [.. Enum.GetValues<FeedbackKind>().Where(kind => kind != FeedbackKind.None && counts.Feedback[(int)kind] > 0)],
        };

        // The most frequent ones, of equally frequent ones the first; laid out in the order of the log.
        string[] Most(IReadOnlyList<string> names, long[] counts) =>
        [
            .. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
                .OrderByDescending(code => counts[code]).ThenBy(code => code).Take(mostNames).Order().Select(code => names[code]),
        ];
    }

    /// <summary>How often names occur, by their codes.</summary>
    private sealed record Occurrences(long[] Events, long[] Touchpoints, long[] Channels, long[] Feedback);

    private sealed record Counting(bool ByTouchpoint) : Analysis<Occurrences>
    {
        public override Accumulator<Occurrences> CreateAccumulator(LogSchema schema) => new Counter(ByTouchpoint, schema);
    }

    private sealed class Counter(bool byTouchpoint, LogSchema schema) : Accumulator<Occurrences>
    {
        private readonly Occurrences _counts = new(
            new long[byTouchpoint ? 0 : schema.Events.Count],
            new long[byTouchpoint ? schema.RequireJourney("touchpoints").Touchpoints.Count : 0],
            new long[schema.Channels.Count],
            new long[Enum.GetValues<FeedbackKind>().Length]);

        public override void Add(in CustomerTrace trace)
        {
            for (int position = 0; position < trace.Length; position++)
            {
                if (!byTouchpoint) _counts.Events[trace.Events[position]]++;
                else if (schema.Reading!.TouchpointOf(trace, position) is >= 0 and int touchpoint) _counts.Touchpoints[touchpoint]++;
                if (trace.Channels[position] is var channel && channel != LogSchema.NoChannel) _counts.Channels[channel]++;
            }

            for (int answer = 0; answer < trace.AnswerCount; answer++) _counts.Feedback[(int)trace.Answer(answer).Kind]++;
        }

        public override void Merge(Accumulator<Occurrences> other)
        {
            Occurrences part = ((Counter)other)._counts;
            Add(_counts.Events, part.Events);
            Add(_counts.Touchpoints, part.Touchpoints);
            Add(_counts.Channels, part.Channels);
            Add(_counts.Feedback, part.Feedback);

            static void Add(long[] sums, long[] others)
            {
                for (int code = 0; code < sums.Length; code++) sums[code] += others[code];
            }
        }

        public override Occurrences ToResult() => _counts;
    }

    private sealed record Gathering(StageFeatures Features, long At) : Analysis<IReadOnlyList<(string Customer, double[] Values)>>
    {
        public override Accumulator<IReadOnlyList<(string Customer, double[] Values)>> CreateAccumulator(LogSchema schema) => new Gatherer(new FeatureReader(Features, schema, At), schema);
    }

    /// <summary>Keeps a row for each customer.</summary>
    private sealed class Gatherer(FeatureReader reader, LogSchema schema) : Accumulator<IReadOnlyList<(string Customer, double[] Values)>>
    {
        private readonly List<(string Customer, double[] Values)> _rows = [];

        public override void Add(in CustomerTrace trace) => _rows.Add((schema.CustomerNames.Value[trace.Customer], reader.Read(trace)));

        public override void Merge(Accumulator<IReadOnlyList<(string Customer, double[] Values)>> other) => _rows.AddRange(((Gatherer)other)._rows);

        public override IReadOnlyList<(string Customer, double[] Values)> ToResult() => [.. _rows.OrderBy(row => row.Customer, StringComparer.Ordinal)];
    }
}
