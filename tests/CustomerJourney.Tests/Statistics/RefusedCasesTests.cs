using System.Text.Json;
using CustomerJourney.Conformance;
using CustomerJourney.Conformance.Mappings;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Statistics;

/// <summary>The list of expected values that the library does not meet on purpose must not grow unseen, and must be right.</summary>
public class RefusedCasesTests
{
    [Fact]
    public void Only_the_two_cases_with_an_inaccurate_quantile_are_refused() =>
        Assert.Equal(["mean.ci.t#017", "mean.ci.t#023"], RefusedCases.Read().Keys);

    [Fact]
    public void Every_line_needs_an_id_and_a_reason()
    {
        Assert.Empty(RefusedCases.Parse(["# a comment", ""]));
        Assert.Throws<FormatException>(() => RefusedCases.Parse(["mean.ci.t#001"]));
        Assert.Throws<FormatException>(() => RefusedCases.Parse(["mean.ci.t#001\t "]));
        Assert.Throws<FormatException>(() => RefusedCases.Parse(["a\tb", "a\tc"]));
    }

    [Fact]
    public void Refused_case_that_passes_fails_the_run()
    {
        Assert.Equal((0, true), Run(got: 2));
        Assert.Equal((1, false), Run(got: 1));

        static (int Code, bool Refused) Run(double got)
        {
            string folder = Directory.CreateTempSubdirectory().FullName;
            try
            {
                File.WriteAllText(Path.Combine(folder, "a.json"), """
                    {"suite": "a", "cases": [{"id": "a#1", "metric": "a", "input": {}, "expected": {"x": 1.0}, "tol": {"abs": 0, "rel": 0}}]}
                    """);
                using StringWriter output = new();
                int code = Runner.Run(
                    new Arguments { Folder = folder, Strict = true, Failures = 5 },
                    new Dictionary<string, Func<JsonElement, Answer>> { ["a"] = _ => new Answer { ["x"] = got } },
                    new Dictionary<string, string> { ["a#1"] = "a reason" },
                    output);
                return (code, output.ToString().Contains("1 refused", StringComparison.Ordinal) && output.ToString().Contains("a#1: a reason", StringComparison.Ordinal));
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        }
    }

    [SharedFact("oracles", "metrics", "tests.json")]
    public void Refused_cases_do_differ_and_no_other_case_of_these_suites_does()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (string suite in new[] { "proportion.json", "tests.json" }) File.Copy(SharedFolder.File("oracles", "metrics", suite), Path.Combine(folder, suite));
            using StringWriter output = new();
            int code = Runner.Run(new Arguments { Folder = folder, Strict = true, Failures = 5 }, MetricTable.All, RefusedCases.Read(), output);
            Assert.True(code == 0, output.ToString());
            Assert.Contains("0 failed, 0 skipped, 2 refused", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
