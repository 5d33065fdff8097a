using System.Diagnostics;
using CustomerJourney.Tests.Support;
using QuickStart;

namespace CustomerJourney.Tests.QuickStart;

/// <summary>The program as a user starts it, in a folder of its own.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Columns = "--customer id --event name --time at";
    private readonly string _folder = Directory.CreateTempSubdirectory("quickstart").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shop_is_reported_with_its_faults()
    {
        (int code, string output, string error) = Run("");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("1. Payment on mobile, week 2026-W12", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output.ReplaceLineEndings("\n"));
        string page = File.ReadAllText(Path.Combine(_folder, "journey-report.html"));
        foreach (string text in new[] { "Payment on mobile, week 2026-W12", "Wait for support of Ben, month 2026-0", "Free returns email", "Who buys again", "The second half of the time against the first" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_reported_through_a_map_that_is_derived_from_it()
    {
        Write("events.csv", "id;name;at;where;stars\nc1;look;2026-01-05;web;\nc1;buy;2026-01-06;web;9\nc2;look;2026-01-07;app;\nc2;<script>;2026-01-08;app;2\n;look;2026-01-08;app;\n");
        (int code, string output, string error) = Run($"--events events.csv {Columns} --channel where --score stars --metric nps --separator ; --report out.html");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("4 events of 2 customers; 1 rows rejected, see the report", output, StringComparison.Ordinal);
        string page = File.ReadAllText(Path.Combine(_folder, "out.html"));
        Assert.Contains("Derived from events.csv", page, StringComparison.Ordinal);
        Assert.Contains("rejected: id is empty", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_reported_through_the_map_that_is_given()
    {
        Write("events.csv", "id,name,at\nc1,look,1767571200\nc1,buy,1767571300\nc1,sneeze,1767571301\n");
        Write("map.json", Journey.Create("My shop", map => map
            .AddStage("First", stage => stage.AddTouchpoint("Look", touch => touch.ObservedAs("look")))
            .AddStage("Last", stage => stage.AddTouchpoint("Buy", touch => touch.ObservedAs("buy")))).ToJson());
        (int code, string output, string error) = Run($"--events events.csv {Columns} --time-unit s --map map.json");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2 stages; 1 events that the map does not know", output, StringComparison.Ordinal);
        Assert.Contains("My shop", File.ReadAllText(Path.Combine(_folder, "journey-report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bogus", "'--bogus' is not an option")]
    [InlineData("--events missing.csv " + Columns, "missing.csv")]
    [InlineData("--events . " + Columns, "denied")]
    [InlineData("--events good.csv --customer who --event name --time at", "column 'who' (Customer) is missing; the columns are 'id', 'name', 'at'")]
    [InlineData("--events empty.csv " + Columns, "empty.csv has no events.")]
    [InlineData("--events good.csv --time-unit s " + Columns, "None of the 1 rows of good.csv could be read; the first: ")]
    [InlineData("--events broken.csv.gz " + Columns, "broken.csv.gz")]
    [InlineData("--events good.csv --map map.json " + Columns, "map.json")]
    [InlineData("--events good.csv --map missing.json " + Columns, "missing.json")]
    [InlineData("--events good.csv --report nowhere/report.html " + Columns, "nowhere")]
    public void What_a_user_can_mend_is_said_in_one_line_with_exit_code_2(string arguments, string expected)
    {
        Write("good.csv", "id,name,at\nc1,look,2026-01-05\n");
        Write("empty.csv", "id,name,at\n");
        Write("map.json", "{ \"format\": \"1.0\", \"name\": 7, \"bogus\": true }");
        File.WriteAllBytes(Path.Combine(_folder, "broken.csv.gz"), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff]);
        (int code, string output, string error) = Run(arguments);
        Assert.Equal(2, code);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("quickstart: ", error, StringComparison.Ordinal);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
    }

    [SharedFact("data", "trivago_clickstream", "trivago_events.csv.gz")]
    public void A_real_clickstream_is_reported()
    {
        string file = SharedFolder.File("data", "trivago_clickstream", "trivago_events.csv.gz");
        (int code, string output, string error) = Run($"--events {file} --customer user_id --event action_type --time timestamp --time-unit s --channel device");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("100,003 events of 6,593 customers", output, StringComparison.Ordinal);
        Assert.Contains("clickout item", File.ReadAllText(Path.Combine(_folder, "journey-report.html")), StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private (int Code, string Output, string Error) Run(string arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
