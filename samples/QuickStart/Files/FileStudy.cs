using CustomerJourney;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace QuickStart.Files;

/// <summary>The events of a file, seen through a map that someone drew or that is derived from them.</summary>
internal static class FileStudy
{
    private const int MostPeriods = 6;

    /// <exception cref="UsageException">The file cannot be used.</exception>
    public static async Task<Study> ReadAsync(CommandLine command, IProgress<long> progress)
    {
        string source = Path.GetFileName(command.EventFile!);
        Journey? drawn = command.MapFile is { } file ? await Journey.LoadAsync(file) : null;
        JourneyLog log = await ReadLogAsync(command, source, progress);
        if (log.EventCount == 0) throw new UsageException(Nothing(source, log.Quality));
        Journey map = drawn ?? DerivedMap.Of(log, source);
        Funnel[] ways = [.. WaysOf(map, Reach.Of(log).Within)];
        FeedbackKind scores = command.Columns!.ScoreKind;
        return new Study
        {
            Title = drawn is null ? $"Customer journeys in {source}" : $"{map.Name}: {source}",
            About = drawn is not null ? $"The events of {source}, seen through the map {drawn.Name}."
                : $"The events of {source}. Nobody drew a map of them: stages are derived from the order in which the events{Taken(log)} come first, and know nothing of their meaning.",
            Map = map,
            Log = log,
            Ways = ways,
            Chapters = [.. Chapters(log, scores)],
            Compared = [.. Scores(scores), .. ways],
            Questions = FileQuestions.For(map, log, scores),
        };
    }

    private static async Task<JourneyLog> ReadLogAsync(CommandLine command, string source, IProgress<long> progress)
    {
        try
        {
            return await JourneyLog.ReadCsvAsync(
                command.EventFile!, command.Columns!, new() { Separator = command.Separator }, new() { Progress = progress });
        }
        catch (Exception damage) when (damage is InvalidDataException or JourneyDataException)
        {
            throw new UsageException($"{source}: {damage.Message}");
        }
    }

    /// <summary>
    /// From each stage to the next: customers may skip stages, so it is not one long funnel. Each has a window, or those who came
    /// shortly before the end would count as lost.
    /// </summary>
    private static IEnumerable<Funnel> WaysOf(Journey map, TimeSpan within) =>
        map.Stages.Zip(map.Stages.Skip(1), (from, to) => new Funnel(from.Name, to.Name) { Window = within });

    private static IEnumerable<Chapter> Chapters(JourneyLog log, FeedbackKind scores)
    {
        yield return Chapter.Of("Who comes back", new Retention(Reach.Of(log).Period) { Periods = MostPeriods });
        CustomerDimension? channel = log.Schema.Channels.Count == 0 ? null : Dimension.Channel.First.Top(8);
        switch (scores)
        {
            case FeedbackKind.Nps: yield return Score("NPS", new Nps(), channel); break;
            case FeedbackKind.Csat: yield return Score("CSAT", new Csat(), channel); break;
            case FeedbackKind.Ces: yield return Score("CES", new Ces(), channel); break;
            default: break;
        }
    }

    private static IEnumerable<Analysis> Scores(FeedbackKind scores) => scores switch
    {
        FeedbackKind.Nps => [new Nps()],
        FeedbackKind.Csat => [new Csat()],
        FeedbackKind.Ces => [new Ces()],
        _ => [],
    };

    private static Chapter Score<T>(string name, Analysis<T> metric, CustomerDimension? channel)
        where T : IJourneyResult =>
        channel is null ? Chapter.Of(name, metric) : Chapter.Of($"{name} by first channel", metric.By(channel));

    private static string Taken(JourneyLog log) =>
        log.Schema.Events.Count > DerivedMap.MostEvents ? $" (the {DerivedMap.MostEvents} most frequent of {log.Schema.Events.Count:N0})" : "";

    private static string Nothing(string source, DataQualityReport quality) => quality.FirstRejected.Count == 0
        ? $"{source} has no events."
        : $"None of the {quality.RowsRead:N0} rows of {source} could be read; the first: {quality.FirstRejected[0]}";
}
