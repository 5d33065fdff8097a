using System.Text;

namespace CustomerJourney.Tests.Support;

/// <summary>
/// Texts that are compared byte for byte with committed files. Run the tests with UPDATE_GOLDEN=1 to write the files anew, then read the diff.
/// </summary>
internal static class Golden
{
    /// <summary>Compares a text with a file below <c>tests/CustomerJourney.Tests</c>, for example <c>Matches(html, "Reporting", "Golden", "report.html")</c>.</summary>
    public static void Matches(string actual, params string[] parts)
    {
        string path = Repository.File(["tests", "CustomerJourney.Tests", .. parts]);
        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(actual);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing: run the tests once with UPDATE_GOLDEN=1 and commit the file.");
        byte[] expected = File.ReadAllBytes(path);
        if (!bytes.AsSpan().SequenceEqual(expected)) Assert.Fail($"{path} differs: {FirstDifference(Encoding.UTF8.GetString(expected), actual)} (UPDATE_GOLDEN=1 writes it anew)");
    }

    private static string FirstDifference(string expected, string actual)
    {
        (string[] before, string[] after) = (expected.Split('\n'), actual.Split('\n'));
        int line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line]) line++;
        return $"line {line + 1} should be '{(line < before.Length ? before[line] : "(end)")}' and is '{(line < after.Length ? after[line] : "(end)")}'.";
    }
}
