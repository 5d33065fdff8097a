using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The pages on reading cannot rot: their code is a sample that is compiled and run, their files are those that it reads, their tables are as long as the API.</summary>
public sealed partial class ReadingDocumentTests(ReadingExamples examples) : IClassFixture<ReadingExamples>
{
    /// <summary>In the order in which the sample runs their examples.</summary>
    private static readonly string[] Pages = ["reading.md", "snapshot.md", "quality.md"];

    private static readonly string Document = PageExamples.Page("reading.md");

    [Fact]
    public void Every_block_of_code_is_an_example_that_is_compiled_and_prints_what_the_page_says()
    {
        Assert.Equal(
            examples.Outputs.Select(example => (examples.Codes[example.Name], example.Output)),
            Pages.SelectMany(page => PageExamples.On(PageExamples.Page(page))));
        Assert.Equal(examples.Outputs.Count, examples.Codes.Count);
    }

    [Fact]
    public void Every_file_that_is_shown_is_the_one_that_the_example_reads()
    {
        string[] shown = [.. ShownFile().Matches(Document).Select(match => match.Groups["name"].Value)];

        Assert.True(shown.Length > 8, $"only {shown.Length} files are found on the page");
        Assert.All(ShownFile().Matches(Document), file =>
            Assert.Equal(File.ReadAllText(Repository.File("samples", "ReadAnything", "Data", file.Groups["name"].Value)).ReplaceLineEndings("\n").TrimEnd(), file.Groups["text"].Value));
    }

    [Fact]
    public void Every_ready_mapping_is_listed_with_a_reader_that_there_is()
    {
        string[] mappings = [.. typeof(EventMappings).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(member => member.Name)
            .Order(StringComparer.Ordinal)];

        Assert.Equal(mappings, NamesIn(TableAfter(Document, "| `EventMappings.` |")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_property_of_a_mapping_is_listed() =>
        Assert.Equal(
            typeof(EventMapping).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
            NamesIn(TableAfter(Document, "| property | says |")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_limit_is_listed_with_its_default() =>
        Assert.Equal(
            typeof(ReadLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(limit => $"`{limit.Name}` {Shown(Convert.ToInt64(limit.GetValue(ReadLimits.Default), CultureInfo.InvariantCulture))}")
                .Order(StringComparer.Ordinal),
            TableAfter(Document, "| limit | default |").Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_verb_that_cuts_or_unites_is_listed()
    {
        IEnumerable<string> verbs = typeof(JourneyLog).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => (method.ReturnType == typeof(JourneyLog) && method.Name != nameof(JourneyLog.From)) || method.Name == nameof(JourneyLog.SplitBy))
            .Select(method => method.Name);

        Assert.Equal(verbs.Distinct().Order(StringComparer.Ordinal), NamesIn(TableAfter(Document, "| verb | gives |")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_figure_of_data_quality_is_explained()
    {
        string page = PageExamples.Page("quality.md"), finished = page.Split("## What happened while reading")[0], reading = page.Split("## What happened while reading")[1];

        Assert.Equal(FiguresOf<DataQualityResult>(), NamesIn(TableAfter(finished, "| figure | counts |")).Order(StringComparer.Ordinal));
        Assert.Equal(FiguresOf<DataQualityReport>(), NamesIn(TableAfter(reading, "| figure | counts |")).Order(StringComparer.Ordinal));

        static IEnumerable<string> FiguresOf<TResult>() =>
            typeof(TResult).GetProperties().Select(property => property.Name).Except(["Title", "Definition", "Reading"]).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_verb_that_reads_is_named()
    {
        IEnumerable<string> verbs = typeof(JourneyLog).Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.StartsWith("JourneyLog", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(method => method.Name)
            .Where(name => name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("From", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal));

        Assert.All(verbs, verb => Assert.Matches($@"\b{verb}\b", Document));
    }

    [Fact]
    public void Links_lead_to_files_of_the_checkout_and_to_headings_of_the_page()
    {
        HashSet<string> headings = [.. Heading().Matches(Document).Select(match => match.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-').Replace(",", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal))];
        string[] links = [.. Link().Matches(Document).Select(match => match.Groups["path"].Value)];

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link[0] == '#' ? headings.Contains(link[1..]) : Path.Exists(Repository.File("docs", link)), $"{link} leads nowhere"));
    }

    /// <summary>The cells of the rows of a table, found by how its head begins.</summary>
    private static IEnumerable<string[]> TableAfter(string page, string head) =>
        page.Split($"\n{head}", 2)[1].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    /// <summary>The names of members in the first cells of rows.</summary>
    private static IEnumerable<string> NamesIn(IEnumerable<string[]> rows) =>
        rows.SelectMany(row => Code().Matches(row[0])).Select(match => match.Groups["name"].Value);

    private static string Shown(long limit) => limit switch
    {
        >= 1L << 30 when limit % (1L << 30) == 0 => $"{limit >> 30} GiB",
        >= 1 << 20 when limit % (1 << 20) == 0 => $"{limit >> 20} MiB",
        >= 1_000_000 => $"{limit / 1_000_000} million",
        _ => limit.ToString("N0", CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"`(?<name>[a-z]+\.[a-z]+)`[^\n]*:\n\n```\w+\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ShownFile();

    [GeneratedRegex(@"`(JourneyLog\.)?(?<name>[A-Z]\w+)")]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)")]
    private static partial Regex Link();
}
