using System.Globalization;
using CustomerJourney.Benchmarks.Data;

namespace CustomerJourney.Benchmarks.Baseline;

/// <summary>
/// The same questions answered by hand: a list of event objects, grouped by customer once, then LINQ and plain loops. No intervals, no open windows,
/// no checks. It is also the proof of the library's counts: it shares no code with it.
/// </summary>
internal sealed class LinqBaseline
{
    private static readonly Dictionary<string, string> StageOf =
        Shop.Stages.SelectMany(stage => stage.Events, (stage, name) => (name, stage.Stage)).ToDictionary(pair => pair.name, pair => pair.Stage);

    private static readonly Dictionary<string, int> StepOf = Shop.FunnelEvents.Index().ToDictionary(step => step.Item, step => step.Index);

    private readonly List<List<Event>> _customers;

    private LinqBaseline(List<List<Event>> customers) => _customers = customers;

    /// <summary>The events of each customer, in order of time.</summary>
    public IReadOnlyList<List<Event>> Customers => _customers;

    /// <summary>The events as objects, in the order of arrival.</summary>
    public static List<Event> Objects(EventData data)
    {
        string[] customers = data.CustomerIds();
        List<Event> events = new(data.Count);
        for (int index = 0; index < data.Count; index++)
        {
            events.Add(new Event
            {
                Customer = customers[data.Customers[index]],
                Name = EventData.EventNames[data.Events[index]],
                At = data.TimeOf(index).UtcDateTime,
                Channel = EventData.ChannelNames[data.Channels[index]],
                Score = data.Scores[index] == EventData.NoScore ? null : data.Scores[index],
            });
        }

        return events;
    }

    /// <summary>Reads a CSV file line by line. It cannot read quoted fields.</summary>
    public static List<Event> Read(string path)
    {
        List<Event> events = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] fields = line.Split(',');
            events.Add(new Event
            {
                Customer = fields[0],
                Name = fields[1],
                At = DateTime.Parse(fields[2], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                Channel = fields[3],
                Score = fields[4].Length == 0 ? null : int.Parse(fields[4], CultureInfo.InvariantCulture),
            });
        }

        return events;
    }

    /// <summary>Groups by customer, each customer's events in order of time.</summary>
    public static LinqBaseline Group(IEnumerable<Event> events) =>
        new([.. events.GroupBy(e => e.Customer).Select(customer => customer.OrderBy(e => e.At).ToList())]);

    /// <summary>Gives every event its stage: that of its name, and for a survey that of the event before it.</summary>
    public long Classify()
    {
        long classified = 0;
        foreach (List<Event> events in _customers)
        {
            string? stage = null;
            foreach (Event e in events)
            {
                // A customer who begins with a survey is in the first stage.
                stage = StageOf.TryGetValue(e.Name, out string? own) ? own : stage ?? Shop.Stages[0].Stage;
                e.Stage = stage;
                classified++;
            }
        }

        return classified;
    }

    /// <summary>How many customers take the steps in order, the last within the window of the first.</summary>
    public long[] Funnel()
    {
        int steps = Shop.FunnelEvents.Length;
        int[] furthest = [.. _customers.Select(Furthest)];
        return [.. Enumerable.Range(1, steps).Select(step => (long)furthest.Count(taken => taken >= step))];

        int Furthest(List<Event> events)
        {
            DateTime?[] starts = new DateTime?[steps];
            int furthest = 0;
            foreach (Event e in events)
            {
                if (!StepOf.TryGetValue(e.Name, out int step)) continue;
                if (step == 0) starts[0] = e.At;
                else if (starts[step - 1] is DateTime start && e.At - start <= Shop.FunnelWindow) starts[step] = start;
                else continue;
                furthest = Math.Max(furthest, step + 1);
                if (furthest == steps) break;
            }

            return furthest;
        }
    }

    /// <summary>For each first day and each number of days since, how many customers had an event.</summary>
    public Dictionary<(DateTime Day, int Later), long> Retention() => _customers
        .SelectMany(events =>
        {
            DateTime first = events[0].At.Date;
            return events.Select(e => (e.At.Date - first).Days).Distinct().Where(later => later <= Shop.RetentionPeriods).Select(later => (first, later));
        })
        .GroupBy(key => key)
        .ToDictionary(group => group.Key, group => (long)group.Count());

    public Dictionary<string, PromoterCounts> NpsByStage() => NpsBy(e => e.Stage!);

    public Dictionary<string, PromoterCounts> NpsByChannel() => NpsBy(e => e.Channel);

    private Dictionary<string, PromoterCounts> NpsBy(Func<Event, string> group) => _customers
        .SelectMany(events => events)
        .Where(e => e.Score is not null)
        .GroupBy(group, e => e.Score!.Value)
        .ToDictionary(answers => answers.Key, PromoterCounts.Of);
}
