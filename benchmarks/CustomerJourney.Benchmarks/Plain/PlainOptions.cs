using System.Globalization;

namespace CustomerJourney.Benchmarks.Plain;

/// <summary>What the plain runner is asked for on the command line.</summary>
internal sealed record PlainOptions
{
    public const string Usage = "plain [--events 10000000] [--csv FILE] [--repeat 7] [--reads 5] [--verify] [--answers FILE] [--only TEXT]";

    private const int MostEvents = 100_000_000;

    /// <summary>How many events to make.</summary>
    public int Events { get; private init; } = 10_000_000;

    /// <summary>The file that is read; made first where it is not there.</summary>
    public string Csv { get; private init; } = "";

    /// <summary>How often each operation is timed.</summary>
    public int Repeat { get; private init; } = 7;

    /// <summary>How often reading the file is timed.</summary>
    public int Reads { get; private init; } = 5;

    /// <summary>Whether to compare the answers with those of the LINQ baseline; takes about 200 bytes an event.</summary>
    public bool Verify { get; private init; }

    /// <summary>Where to write the answers in the form of the prototype, or null.</summary>
    public string? Answers { get; private init; }

    /// <summary>What is timed: the operations whose names contain this; all if it is empty.</summary>
    public string Only { get; private init; } = "";

    /// <summary>Whether an operation is asked for.</summary>
    public bool Times(string operation) => operation.Contains(Only, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the arguments after <c>plain</c>.</summary>
    /// <exception cref="ArgumentException">An argument is unknown, lacks its value, or has a bad one.</exception>
    public static PlainOptions Parse(IReadOnlyList<string> arguments)
    {
        PlainOptions options = new();
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            options = name switch
            {
                "--events" => options with { Events = Number(name, Value(arguments, ref index), MostEvents) },
                "--csv" => options with { Csv = Value(arguments, ref index) },
                "--repeat" => options with { Repeat = Number(name, Value(arguments, ref index), 1000) },
                "--reads" => options with { Reads = Number(name, Value(arguments, ref index), 1000) },
                "--verify" => options with { Verify = true },
                "--answers" => options with { Answers = Value(arguments, ref index) },
                "--only" => options with { Only = Value(arguments, ref index) },
                _ => throw new ArgumentException($"'{name}' is not an argument. Usage: {Usage}"),
            };
        }

        return options.Csv.Length > 0 ? options
            : options with { Csv = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"customer-journey-{options.Events}.csv")) };
    }

    private static string Value(IReadOnlyList<string> arguments, ref int index) => ++index < arguments.Count
        ? arguments[index]
        : throw new ArgumentException($"'{arguments[index - 1]}' needs a value after it. Usage: {Usage}");

    private static int Number(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{value}' is no value for {name}: it must be a whole number from 1 to {most}."));
}
