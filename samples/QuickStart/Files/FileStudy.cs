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
        JourneyLog log = await JourneyLog.ReadCsvAsync(
            command.EventFile!, command.Columns!, new() { Separator = command.Separator }, new() { Progress = progress });
        if (log.EventCount == 0) throw new UsageException(Nothing(source, log.Quality));
        Journey map = drawn ?? DerivedMap.Of(log, source);
        return new Study
        {
            Title = $"{map.Name}: what {source} says",
            About = drawn is not null ? $"The events of {source}, seen through the map {drawn.Name}."
                : $"The events of {source}. Nobody drew a map of them: stages are derived from the order in which the events{Taken(log)} come first, and know nothing of their meaning.",
            Map = map,
            Log = log,
            Way = new Funnel([.. map.Stages.Select(stage => Step.Stage(stage.Name))]),
            Chapters = [.. Chapters(log, command.Columns!.ScoreKind)],
            Compared = [.. Compared(map, log, command.Columns.ScoreKind)],
            Questions = FileQuestions.For(map, log, command.Columns.ScoreKind),
        };
    }

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

    /// <summary>Ways need a window, or those who began shortly before the first half ends would count as lost.</summary>
    private static IEnumerable<Analysis> Compared(Journey map, JourneyLog log, FeedbackKind scores)
    {
        if (scores == FeedbackKind.Nps) yield return new Nps();
        if (scores == FeedbackKind.Csat) yield return new Csat();
        if (scores == FeedbackKind.Ces) yield return new Ces();
        foreach ((Stage from, Stage to) in map.Stages.Zip(map.Stages.Skip(1)))
            yield return new Funnel(from.Name, to.Name) { Window = Reach.Of(log).Within };
    }

    private static Chapter Score<T>(string name, Analysis<T> metric, CustomerDimension? channel)
        where T : IJourneyResult =>
        channel is null ? Chapter.Of(name, metric) : Chapter.Of($"{name} by first channel", metric.By(channel));

    private static string Taken(JourneyLog log) =>
        log.Schema.Events.Count > DerivedMap.MostEvents ? $" (the {DerivedMap.MostEvents} most frequent of {log.Schema.Events.Count:N0})" : "";

    private static string Nothing(string source, DataQualityReport quality) => quality.FirstRejected.Count == 0
        ? $"{source} has no events."
        : $"None of the {quality.RowsRead:N0} rows of {source} could be read; the first: {quality.FirstRejected[0]}";
}
