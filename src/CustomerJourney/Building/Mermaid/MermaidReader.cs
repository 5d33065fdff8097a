using System.Globalization;
using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building.Mermaid;

/// <summary>Reads a <c>journey</c> diagram into a draft, line by line, and gathers every fault with its line.</summary>
internal sealed class MermaidReader
{
    /// <summary>A diagram that people can read has some dozens.</summary>
    private const int MostTasks = 10_000;

    private const double LowestScore = 1;
    private const double HighestScore = 5;
    private const string Subject = "The Mermaid journey";
    private const string Unnamed = "Journey";

    private readonly DefinitionProblems _problems = new();
    private readonly List<(string Name, List<MermaidTask> Tasks)> _stages = [];
    private string? _title;
    private int _tasks;
    private int _values;
    private bool _hasBegun;
    private bool _isFeelingUnknown;

    /// <summary>Where a block that is skipped ends; <see langword="null"/> outside of one.</summary>
    private string? _skippedTo;

    private MermaidReader()
    {
    }

    public static Journey Read(string diagram, JourneyReadOptions options)
    {
        if (diagram.Length > options.MaximumBytes) throw new JourneyDefinitionException(Subject, [DocumentParser.TooLarge(options)]);
        MermaidReader reader = new();
        int number = 0;
        foreach (ReadOnlySpan<char> line in diagram.AsSpan().EnumerateLines())
        {
            number++;
            reader.ReadLine(line.Trim(), number);
            if (reader.Excess(options) is { } excess) throw new JourneyDefinitionException(Subject, [$"line {Phrase.Number(number)}: it has more than {excess}, which is the most that is read"]);
        }

        if (!reader._hasBegun) reader._problems.Add("it does not begin with the line \"journey\"");
        if (reader._problems.Any) throw new JourneyDefinitionException(Subject, reader._problems.All);
        return reader.Build();
    }

    private void ReadLine(ReadOnlySpan<char> line, int number)
    {
        if (_skippedTo is not null)
        {
            if (line.EndsWith(_skippedTo, StringComparison.Ordinal)) _skippedTo = null;
            return;
        }

        if (line.SequenceEqual(MermaidWriter.UnknownFeeling)) _isFeelingUnknown = true;
        if (!_hasBegun && line.SequenceEqual("---")) _skippedTo = "---";
        if (line.StartsWith("%%{", StringComparison.Ordinal) && !line.EndsWith("}%%", StringComparison.Ordinal)) _skippedTo = "}%%";
        if (_skippedTo is not null) return;
        line = WithoutComment(line);
        if (line.IsEmpty) return;
        if (!_hasBegun)
        {
            if (!line.Equals("journey", StringComparison.OrdinalIgnoreCase)) Add(number, $"it is {Phrase.Quote(line.ToString())}; a journey begins with the line \"journey\"");
            _hasBegun = true;
            return;
        }

        ReadStatement(line, number);
    }

    private void ReadStatement(ReadOnlySpan<char> line, int number)
    {
        if (After("title", line) is { } title) _title = title;
        else if (After("section", line) is { } section) Begin(section);
        else if (line.StartsWith("accDescr", StringComparison.OrdinalIgnoreCase) && line.EndsWith("{", StringComparison.Ordinal)) _skippedTo = "}";
        else if (!line.StartsWith("accTitle", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("accDescr", StringComparison.OrdinalIgnoreCase)) ReadTask(line.ToString(), number);
    }

    private void ReadTask(string line, int number)
    {
        string[] pieces = line.Split(':');
        bool isFeelingUnknown = _isFeelingUnknown;
        _isFeelingUnknown = false;
        string name = MermaidName.Unguard(pieces[0].Trim());
        if (pieces.Length is < 2 or > 3 || name.Length == 0)
        {
            Add(number, $"it is {Phrase.Quote(line)}; a task is written as name: score: actor, actor");
            return;
        }

        if (!double.TryParse(pieces[1].AsSpan().Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double score) || score is not (>= LowestScore and <= HighestScore))
        {
            Add(number, $"the score of the task {Phrase.Quote(name)} is {Phrase.Quote(pieces[1].Trim())}; allowed is 1 to 5");
            return;
        }

        string[] actors = pieces.Length == 3 ? [.. pieces[2].Split(',').Select(actor => actor.Trim()).Where(actor => actor.Length > 0).Distinct(StringComparer.Ordinal)] : [];
        if (_stages.Count == 0) Begin(_title ?? Unnamed);
        _stages[^1].Tasks.Add(new MermaidTask(name, isFeelingUnknown ? null : Math.Round(score - MermaidWriter.Neutral, 10), actors));
        _tasks++;
        _values += 1 + actors.Length;
    }

    private void Begin(string stage)
    {
        _stages.Add((stage, []));
        _values++;
    }

    /// <summary>Of what there is more than may be read; <see langword="null"/> where there is not.</summary>
    private string? Excess(JourneyReadOptions options) =>
        _stages.Count > Journey.MostStages ? $"{Phrase.Number(Journey.MostStages)} sections"
        : _tasks > MostTasks ? $"{Phrase.Number(MostTasks)} tasks"
        : _values > options.MaximumValues ? $"{Phrase.Number(options.MaximumValues)} sections, tasks and actors"
        : null;

    private Journey Build()
    {
        MermaidTask[] tasks = [.. _stages.SelectMany(stage => stage.Tasks)];
        return Journey.Create(_title ?? Unnamed, map =>
        {
            foreach (string actor in tasks.SelectMany(task => task.Actors).Distinct(StringComparer.Ordinal)) map.AddPersona(actor);
            // A touchpoint that names no persona is everyone's: a diagram that leaves actors out somewhere follows nobody there.
            if (Array.Exists(tasks, task => task.Actors.Length == 0)) map.Follows();
            foreach ((string name, List<MermaidTask> own) in _stages) map.AddStage(name, stage => own.ForEach(task => Add(task, stage)));
        });
    }

    private static void Add(MermaidTask task, StageBuilder stage) => stage.AddTouchpoint(task.Name, touch =>
    {
        touch.For(task.Actors);
        if (task.Emotion is { } felt) touch.Feels(felt);
    });

    private void Add(int line, string problem) => _problems.Add($"line {Phrase.Number(line)}: {problem}");

    /// <summary>What follows a keyword and white space; <see langword="null"/> where the line is none with it.</summary>
    private static string? After(string keyword, ReadOnlySpan<char> line) =>
        line.Length > keyword.Length && line.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(line[keyword.Length]) ? line[keyword.Length..].Trim().ToString() : null;

    /// <summary>The line without its comment, which begins with %% or #.</summary>
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        int hash = line.IndexOf('#');
        if (hash >= 0) line = line[..hash];
        int percent = line.IndexOf("%%", StringComparison.Ordinal);
        return (percent < 0 ? line : line[..percent]).TrimEnd();
    }

    private sealed record MermaidTask(string Name, double? Emotion, string[] Actors);
}
