using System.Globalization;
using CustomerJourney.Events;

namespace QuickStart;

/// <summary>What was asked for on the command line.</summary>
internal sealed record CommandLine
{
    public const string Help = """
        CustomerJourney QuickStart: map, read, classify, measure, compare, report.

        dotnet run --project samples/QuickStart
            makes up half a year of an online shop, looks for what is wrong in it and writes journey-report.html

          --seed N         another shop (default 1)
          --no-faults      the same shop without the faults that are planted in it

        dotnet run --project samples/QuickStart -- --events FILE --customer COL --event COL --time COL
            does the same with the events of a CSV file, plain or .gz, whose first line names the columns

          --events FILE    the file
          --customer COL   the column of the customer id
          --event COL      the column of the event name
          --time COL       the column of the time: ISO 8601, or as --time-unit says
          --time-unit U    times are numbers since 1970-01-01 UTC: s, ms or us
          --channel COL    the column of the channel
          --score COL      the column of a survey score; needs --metric
          --metric M       what the scores answer: nps (0 to 10), csat (1 to 5) or ces (1 to 7)
          --map FILE       a journey map (JSON); without it a plain one is derived from the events
          --separator C    what stands between columns: one character or "tab" (default ,)

        both
          --report FILE    where to write the report (default journey-report.html)
          --help           this text
        """;

    private static readonly string[] ValueOptions =
        ["--events", "--customer", "--event", "--time", "--time-unit", "--channel", "--score", "--metric", "--map", "--separator", "--report", "--seed"];

    private static readonly string[] FileOptions = ["--customer", "--event", "--time", "--time-unit", "--channel", "--score", "--metric", "--map", "--separator"];

    public bool WantsHelp { get; private init; }

    public ulong Seed { get; private init; } = 1;

    public bool WithFaults { get; private init; } = true;

    /// <summary>The file of events; <see langword="null"/> for the made-up shop.</summary>
    public string? EventFile { get; private init; }

    /// <summary>Which column of the file is what; <see langword="null"/> for the made-up shop.</summary>
    public EventMapping? Columns { get; private init; }

    public char Separator { get; private init; } = ',';

    /// <summary>The file of the map; <see langword="null"/> where one is to be derived.</summary>
    public string? MapFile { get; private init; }

    public string ReportFile { get; private init; } = "journey-report.html";

    /// <exception cref="UsageException">The arguments make no sense.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?")) return new() { WantsHelp = true };
        Dictionary<string, string> given = Read(arguments);
        CommandLine common = new() { ReportFile = given.GetValueOrDefault("--report", "journey-report.html") };
        return given.ContainsKey("--events") ? common.WithFile(given) : common.WithShop(given);
    }

    private static Dictionary<string, string> Read(IReadOnlyList<string> arguments)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        for (int at = 0; at < arguments.Count; at++)
        {
            string option = arguments[at];
            bool takesValue = ValueOptions.Contains(option);
            if (!takesValue && option != "--no-faults") throw new UsageException($"'{option}' is not an option; --help lists them.");
            if (takesValue && (at + 1 == arguments.Count || arguments[at + 1].Length == 0 || arguments[at + 1].StartsWith("--", StringComparison.Ordinal)))
                throw new UsageException($"{option} needs a value.");
            if (!given.TryAdd(option, takesValue ? arguments[++at] : "")) throw new UsageException($"{option} is given twice.");
        }

        return given;
    }

    private CommandLine WithShop(Dictionary<string, string> given)
    {
        if (FileOptions.FirstOrDefault(given.ContainsKey) is { } stray) throw new UsageException($"{stray} is about a file of events: name it with --events FILE.");
        ulong seed = Seed;
        if (given.TryGetValue("--seed", out string? text) && !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
            throw new UsageException($"--seed '{text}' is not a whole number from 0 to {ulong.MaxValue}.");
        return this with { Seed = seed, WithFaults = !given.ContainsKey("--no-faults") };
    }

    private CommandLine WithFile(Dictionary<string, string> given)
    {
        if (new[] { "--seed", "--no-faults" }.FirstOrDefault(given.ContainsKey) is { } stray) throw new UsageException($"{stray} is about the made-up shop: leave out either {stray} or --events.");
        if (new[] { "--customer", "--event", "--time" }.Where(option => !given.ContainsKey(option)).ToArray() is { Length: > 0 } missing)
            throw new UsageException($"--events also needs {string.Join(" and ", missing.Select(option => $"{option} COLUMN"))}.");
        if (given.ContainsKey("--score") != given.ContainsKey("--metric")) throw new UsageException("--score and --metric go together: a column, and what its scores answer (nps, csat or ces).");
        return this with
        {
            EventFile = given["--events"],
            MapFile = given.GetValueOrDefault("--map"),
            Separator = SeparatorOf(given.GetValueOrDefault("--separator", ",")),
            Columns = new()
            {
                Customer = given["--customer"],
                Event = given["--event"],
                Time = given["--time"],
                TimeFormat = TimeFormatOf(given.GetValueOrDefault("--time-unit")),
                Channel = given.GetValueOrDefault("--channel"),
                Score = given.GetValueOrDefault("--score"),
                ScoreKind = ScoreKindOf(given.GetValueOrDefault("--metric")),
            },
        };
    }

    private static TimeFormat TimeFormatOf(string? unit) => unit switch
    {
        null => TimeFormat.Iso8601,
        "s" => TimeFormat.UnixSeconds,
        "ms" => TimeFormat.UnixMilliseconds,
        "us" => TimeFormat.UnixMicroseconds,
        _ => throw new UsageException($"--time-unit '{unit}' is not known: s, ms or us (leave it out for ISO 8601)."),
    };

    private static FeedbackKind ScoreKindOf(string? metric) => metric switch
    {
        null => FeedbackKind.None,
        "nps" => FeedbackKind.Nps,
        "csat" => FeedbackKind.Csat,
        "ces" => FeedbackKind.Ces,
        _ => throw new UsageException($"--metric '{metric}' is not known: nps, csat or ces."),
    };

    private static char SeparatorOf(string text) => text switch
    {
        "tab" or "\\t" => '\t',
        [var separator] when separator is not ('"' or '\r' or '\n') && separator < 0x80 => separator,
        _ => throw new UsageException($"--separator '{text}' is not one ASCII character other than a quote, or \"tab\"."),
    };
}
