using System.Globalization;

namespace CustomerJourney.Conformance;

/// <summary>What the program was asked to do.</summary>
internal sealed record Arguments
{
    private const string Usage = "Usage: CustomerJourney.Conformance FOLDER [--strict] [--failures N]";

    public required string Folder { get; init; }

    /// <summary>Whether a metric that is not supported is a failure of the run.</summary>
    public required bool Strict { get; init; }

    /// <summary>How many failing cases are printed in full.</summary>
    public required int Failures { get; init; }

    public static Arguments? Parse(string[] args, out string problem)
    {
        string? folder = null;
        bool strict = false;
        int failures = 20;
        problem = "";
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--strict")
            {
                strict = true;
            }
            else if (args[i] == "--failures")
            {
                if (++i == args.Length || !int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out failures))
                    problem = "--failures takes a whole number, for example --failures 50.";
            }
            else if (args[i].StartsWith("--", StringComparison.Ordinal))
            {
                problem = $"There is no option {args[i]}. {Usage}";
            }
            else if (folder is not null)
            {
                problem = $"Only one folder can be read, and '{args[i]}' is the second. {Usage}";
            }
            else
            {
                folder = args[i];
            }

            if (problem.Length > 0) return null;
        }

        if (folder is null) problem = $"No folder is named. {Usage}";
        else if (!Directory.Exists(folder)) problem = $"There is no folder '{folder}'. {Usage}";
        return problem.Length > 0 ? null : new Arguments { Folder = folder!, Strict = strict, Failures = failures };
    }
}
