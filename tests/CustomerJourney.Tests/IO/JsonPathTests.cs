using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

public class JsonPathTests
{
    [Theory]
    [InlineData("customer", "customer")]
    [InlineData("value.offer id", "value/offer id")]
    [InlineData("a[0].b", "a/[0]/b")]
    [InlineData("[12]", "[12]")]
    [InlineData("a[0][1]", "a/[0]/[1]")]
    [InlineData("0.1", "0/1")]
    [InlineData("event_params[key=page_location].value.string_value", "event_params/[key=page_location]/value/string_value")]
    [InlineData("a[key=x.y[z=1]", "a/[key=x.y[z=1]")]
    [InlineData("a[key=]", "a/[key=]")]
    [InlineData(@"a[key=x\]y\\]", @"a/[key=x]y\]")]
    [InlineData(@"a[k\=\.e=v]", "a/[k=.e=v]")]
    [InlineData(@"device\.category", "device.category")]
    [InlineData(@"\^.\[0\].x\=y\\", @"^/[0]/x=y\")]
    [InlineData("a=b", "a=b")]
    [InlineData("^.id", "^/id")]
    [InlineData("^.^.[0].id", "^/^/[0]/id")]
    [InlineData("results[].history[]", "results/[]/history/[]")]
    [InlineData("[][].x", "[]/[]/x")]
    [InlineData("$ünï.🎉", "$ünï/🎉")]
    public void A_path_is_read_step_by_step(string text, string expected)
    {
        JsonPath? path = JsonPathParser.Parse(text, out string? problem);
        Assert.Null(problem);
        Assert.Equal(expected, string.Join('/', Enumerable.Repeat("^", path!.Parents).Concat(path.Steps.Select(Text))));
    }

    [Theory]
    [InlineData("", "has no key there (character 1)")]
    [InlineData(".", "has no key there (character 1)")]
    [InlineData("a.", "has no key there (character 3)")]
    [InlineData("a..b", "has no key there (character 3)")]
    [InlineData("a.[0]", "has no key there (character 3)")]
    [InlineData("a]", "has ']' without '['")]
    [InlineData("a[0", "has '[' without ']'")]
    [InlineData("a[", "has '[' without ']'")]
    [InlineData("a[key=x", "has '[' without ']'")]
    [InlineData("a[0]b", "has text behind ']'")]
    [InlineData("a[x]", "has neither a place such as [0]")]
    [InlineData("a[-1]", "has neither a place such as [0]")]
    [InlineData("a[99999999999]", "has neither a place such as [0]")]
    [InlineData("a[=x]", "has no key there")]
    [InlineData("a[b.c=x]", "has a path inside [ ]")]
    [InlineData("a[b[0]=x]", "has a path inside [ ]")]
    [InlineData(@"a\b", @"has '\' before a character that needs none")]
    [InlineData(@"a\", @"has '\' before a character that needs none")]
    [InlineData("^", "ends with '^'")]
    [InlineData("^id", "has '^' before a key")]
    [InlineData("^.", "has no key there (character 3)")]
    [InlineData("^.^", "ends with '^'")]
    public void A_text_that_is_no_path_is_refused_with_the_place_of_the_fault(string text, string problem)
    {
        Assert.Null(JsonPathParser.Parse(text, out string? found));
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
    }

    private static string Text(JsonStep step) => step.Kind switch
    {
        JsonStepKind.Key => step.Key,
        JsonStepKind.Index => $"[{step.Index}]",
        JsonStepKind.Choice => $"[{step.Key}={step.Value}]",
        _ => "[]",
    };
}
