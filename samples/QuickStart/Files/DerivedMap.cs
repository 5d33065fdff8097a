using CustomerJourney;
using CustomerJourney.Events;

namespace QuickStart.Files;

/// <summary>
/// Makes a plain map of a log when nobody drew one. Each event becomes a touchpoint of its own. The events are put in order by when they
/// typically come first in a customer's time (the median place of the first one, from 0 for the customer's first event to 1 for the last),
/// and this order is cut into at most five stages of about as many events each. It is a guess from order alone: it knows nothing of
/// what the events mean, so a map that someone has drawn is always better.
/// </summary>
internal static class DerivedMap
{
    public const int MostStages = 5;

    /// <summary>A map of thousands of touchpoints is none: the most frequent events are taken, the others stay unknown and are counted as such.</summary>
    public const int MostEvents = 50;

    /// <param name="log">The log, with at least one event.</param>
    /// <param name="source">What the log was read from.</param>
    public static Journey Of(JourneyLog log, string source)
    {
        EventPlace[] known =
        [
            .. log.Measure(new EventPlaces())
                .Where(place => !string.IsNullOrWhiteSpace(place.Event))
                .OrderByDescending(place => place.Events).ThenBy(place => place.Event, StringComparer.Ordinal)
                .Take(MostEvents)
                .OrderBy(place => place.MedianPlace).ThenByDescending(place => place.Events).ThenBy(place => place.Event, StringComparer.Ordinal),
        ];
        if (known.Length == 0) throw new UsageException($"No event of {source} has a name, so no map can be derived; give one with --map.");
        int stages = Math.Min(MostStages, known.Length);
        return Journey.Create($"Derived from {source}", map =>
        {
            for (int stage = 0; stage < stages; stage++)
            {
                EventPlace[] events = known[(known.Length * stage / stages)..(known.Length * (stage + 1) / stages)];
                map.AddStage(NameOf(stage, events), builder =>
                {
                    foreach (EventPlace place in events) builder.AddTouchpoint(place.Event, touch => touch.ObservedAs(place.Event));
                });
            }
        });
    }

    /// <summary>A stage is called after its most frequent event; the number keeps names apart whatever events are called.</summary>
    private static string NameOf(int stage, EventPlace[] events)
    {
        string name = $"{stage + 1}. {events.MaxBy(place => place.Events)!.Event}";
        return events.Length == 1 ? name : $"{name} + {events.Length - 1} more";
    }
}
