using System.Diagnostics;
using System.Globalization;
using System.Text;
using CustomerJourney;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using QuickStart;
using QuickStart.Files;
using QuickStart.Findings;
using QuickStart.Shop;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
long started = Stopwatch.GetTimestamp();
ConsoleProgress progress = new();
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.WantsHelp)
    {
        Console.WriteLine(CommandLine.Help);
        return 0;
    }

    // Map and read: a made-up shop, or the file that was named.
    progress.Begin("read");
    Study study = command.EventFile is null
        ? ShopStudy.Create(command.Seed, command.WithFaults, progress)
        : await FileStudy.ReadAsync(command, progress);
    long rejected = study.Log.Quality.Rejected;
    progress.End($"{study.Log.EventCount:N0} events of {study.Log.CustomerCount:N0} customers{(rejected == 0 ? "" : $"; {rejected:N0} rows rejected, see the report")}");

    // Classify: every event gets its stage, every customer visits and a current stage.
    progress.Begin("classify");
    StagedLog staged = study.Map.Classify(study.Log);
    progress.End($"{study.Map.Stages.Count} stages; {staged.UnknownEventCount:N0} events that the map does not know");

    // Measure: all questions in one pass over the customers.
    progress.Begin("measure");
    FindingSearch search = new(study.Questions);
    StageSummary summary = new();
    Analysis[] questions = [summary, .. study.Ways, .. study.Chapters.Select(chapter => chapter.Analysis), .. search.Analyses];
    Measurements measured = staged.Measure(questions, new() { Progress = progress });
    progress.End($"{questions.Length} questions in one pass");

    // Compare: the second half with the first, and every channel and persona with itself in other weeks and months.
    progress.Begin("compare");
    TimeRange time = staged.Range!.Value;
    DateTimeOffset middle = time.Start + (time.Length / 2);
    StudyAnswers answers = new()
    {
        Stages = measured.Of(summary),
        Ways = study.Ways.Count == 0 ? null : new WayTable([.. study.Ways.Select(measured.Of)]),
        Chapters = [.. study.Chapters.Select(chapter => (chapter.Title, chapter.Read(measured)))],
        Halves = JourneyComparison.Between(
            baseline: staged.Within(new(time.Start, middle)),
            candidate: staged.Within(new(middle, time.End)),
            new() { Measures = study.Compared }),
        Findings = search.Read(measured),
    };
    progress.End($"{answers.Halves.Differences.Count} figures in both halves; {answers.Findings.Tests:N0} comparisons for what stands out");

    // Report.
    progress.Begin("report");
    await StudyReport.Create(study, staged, answers).WriteHtmlAsync(command.ReportFile);
    progress.End(command.ReportFile);

    ConsoleSummary.Write(answers);
    Console.WriteLine($"\nDone in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s. Open {command.ReportFile} in a browser.");
    return 0;
}
catch (Exception problem) when (Trouble.InOneLine(problem) is { } line)
{
    progress.Clear();
    Console.Error.WriteLine(line);
    return 2;
}
