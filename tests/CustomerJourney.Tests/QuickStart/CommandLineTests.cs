using CustomerJourney.Events;
using QuickStart;

namespace CustomerJourney.Tests.QuickStart;

public sealed class CommandLineTests
{
    private const string File = "--events e.csv --customer id --event name --time at ";

    [Theory]
    [InlineData("--colour blue", "'--colour' is not an option; --help lists them.")]
    [InlineData("events.csv", "'events.csv' is not an option; --help lists them.")]
    [InlineData("--events", "--events needs a value.")]
    [InlineData("--events --customer id", "--events needs a value.")]
    [InlineData("--report", "--report needs a value.")]
    [InlineData("--seed 1 --seed 2", "--seed is given twice.")]
    [InlineData("--seed one", "--seed 'one' is not a whole number from 0 to 18446744073709551615.")]
    [InlineData("--seed -1", "--seed '-1' is not a whole number from 0 to 18446744073709551615.")]
    [InlineData("--customer id", "--customer is about a file of events: name it with --events FILE.")]
    [InlineData("--events e.csv --time at", "--events also needs --customer COLUMN and --event COLUMN.")]
    [InlineData(File + "--seed 2", "--seed is about the made-up shop: leave out either --seed or --events.")]
    [InlineData(File + "--no-faults", "--no-faults is about the made-up shop: leave out either --no-faults or --events.")]
    [InlineData(File + "--score s", "--score and --metric go together: a column, and what its scores answer (nps, csat or ces).")]
    [InlineData(File + "--metric nps", "--score and --metric go together: a column, and what its scores answer (nps, csat or ces).")]
    [InlineData(File + "--score s --metric stars", "--metric 'stars' is not known: nps, csat or ces.")]
    [InlineData(File + "--time-unit h", "--time-unit 'h' is not known: s, ms or us (leave it out for ISO 8601).")]
    [InlineData(File + "--separator ||", "--separator '||' is not one ASCII character other than a quote, or \"tab\".")]
    public void Wrong_arguments_are_answered_in_one_line(string arguments, string expected)
    {
        UsageException problem = Assert.Throws<UsageException>(() => CommandLine.Parse(arguments.Split(' ')));
        Assert.Equal(expected, problem.Message);
    }

    [Fact]
    public void Without_arguments_the_shop_with_faults_is_made()
    {
        CommandLine command = CommandLine.Parse([]);
        Assert.Equal((null, 1UL, true, "journey-report.html"), (command.EventFile, command.Seed, command.WithFaults, command.ReportFile));
        CommandLine other = CommandLine.Parse(["--no-faults", "--seed", "7", "--report", "x.html"]);
        Assert.Equal((7UL, false, "x.html"), (other.Seed, other.WithFaults, other.ReportFile));
    }

    [Fact]
    public void A_file_is_described_by_its_columns()
    {
        CommandLine command = CommandLine.Parse(
            ["--events", "e.csv", "--customer", "id", "--event", "name", "--time", "at", "--channel", "where", "--score", "stars", "--metric", "csat", "--time-unit", "ms", "--map", "m.json", "--separator", "tab"]);
        Assert.Equal(("e.csv", "m.json", '\t'), (command.EventFile, command.MapFile, command.Separator));
        Assert.Equal(
            new EventMapping { Customer = "id", Event = "name", Time = "at", Channel = "where", Score = "stars", ScoreKind = FeedbackKind.Csat, TimeFormat = TimeFormat.UnixMilliseconds },
            command.Columns);
    }

    [Fact]
    public void Help_is_asked_for_anywhere() => Assert.True(CommandLine.Parse(["--events", "--help"]).WantsHelp);
}
