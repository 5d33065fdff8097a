using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>A log, the same customers in several logs, and whether answers to the parts merge to the answer to the whole.</summary>
internal static class LogParts
{
    /// <summary>Each part has a customer with every attribute, because a log without an attribute refuses to be asked about it.</summary>
    public static (JourneyLog Whole, JourneyLog[] Parts) Of(JourneyEvent[] events, int seed)
    {
        Random random = new(seed);
        int count = random.Next(1, 5);
        Dictionary<string, int> partOf = events.Select(one => one.Customer).Distinct().ToDictionary(customer => customer, _ => random.Next(count));
        JourneyEvent[] full = [.. Enumerable.Range(0, count).Select(part => new JourneyEvent
        {
            Customer = $"full {part}",
            Event = "open",
            At = LogGenerator.Start,
            Attributes = Listed("device"),
            CustomerAttributes = Listed("plan", "segment"),
        })];
        CustomerProfile sleeper = new() { Customer = "sleeper", Attributes = Listed("plan") };
        JourneyLog[] parts = [.. Enumerable.Range(0, count).Select(part => JourneyLog.From([.. events.Where(one => partOf[one.Customer] == part), full[part]], part == 0 ? [sleeper] : null))];
        return (JourneyLog.From([.. events, .. full], [sleeper]), parts);

        static Dictionary<string, string> Listed(params string[] names) => names.ToDictionary(name => name, _ => "listed");
    }

    public static void Same<T>(JourneyLog whole, IReadOnlyList<JourneyLog> parts, Analysis<T> question, Func<T, string> text, int seed)
    {
        string expected = text(whole.Measure(question));
        foreach (bool throughBytes in new[] { false, true })
        {
            List<PartialResult<T>> answers = [.. LogGenerator.Shuffled(parts, seed).Select(part => part.MeasurePart(question, new() { MaxDegreeOfParallelism = 1 })).Select(Sent)];
            while (answers.Count > 1)
            {
                PartialResult<T> merged = Sent(answers[0].Merge(answers[1]));
                answers.RemoveRange(0, 2);
                answers.Add(merged);
            }

            Assert.Equal(expected, text(answers[0].ToResult()));

            PartialResult<T> Sent(PartialResult<T> answer) => throughBytes ? PartialResult<T>.FromBytes(question, answer.ToBytes()) : answer;
        }
    }
}
