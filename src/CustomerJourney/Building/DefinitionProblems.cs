using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>Gathers the problems of a definition, so that all of them are told at once; those of a document with path and line, in line order.</summary>
internal sealed class DefinitionProblems
{
    /// <summary>A hostile document can have a million problems, and nobody reads them.</summary>
    internal const int MostKept = 10_000;

    private int _left;
    private int _warningsLeft;
    private readonly List<(DocumentValue? At, string Text)> _all = [];
    private readonly List<(int Line, string Text)> _warnings = [];
    private readonly HashSet<DocumentValue> _unreadable = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<string> All =>
    [
        .. _all.OrderBy(problem => problem.At?.Line ?? 0)
            .Select(problem => problem.At is { Line: > 0 } at ? $"{at.Location}: {problem.Text}" : problem.Text),
        .. _left == 0 ? (ReadOnlySpan<string>)[] : [$"there are {Phrase.Number(_left)} more problems like these"],
    ];

    /// <summary>What is wrong and was let pass.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. _warnings.OrderBy(warning => warning.Line).Select(warning => warning.Text),
        .. _warningsLeft == 0 ? (ReadOnlySpan<string>)[] : [$"there are {Phrase.Number(_warningsLeft)} more warnings like these"],
    ];

    public bool Any => _all.Count > 0;

    public void Add(string problem) => Keep(null, problem);

    /// <summary>Adds a problem of one part.</summary>
    /// <param name="part">The part that has the problem.</param>
    /// <param name="problem">What is wrong, with the value and what is allowed.</param>
    /// <param name="property">The path of the value in the part's document, such as <c>scope.trigger</c> or <c>needs[2]</c>, so that its line can be told.</param>
    public void Add(Draft part, string problem, string? property = null) => Add(part, problem, property is null ? null : part.Source?.Find(property));

    /// <summary>Adds a problem of one part at a place in its document; nothing where that place cannot be read, which is told already.</summary>
    public void Add(Draft part, string problem, DocumentValue? at)
    {
        if (at is null || !_unreadable.Contains(at)) Keep(at ?? part.Source, $"{part.Description}: {problem}");
    }

    /// <summary>Adds a problem of a value in a document; nothing where the value cannot be read, which is told already.</summary>
    public void AddReadable(DocumentValue value, string problem)
    {
        if (!_unreadable.Contains(value)) Keep(value, problem);
    }

    /// <summary>Adds a problem of a value in a document.</summary>
    public void Add(DocumentValue value, string problem) => Keep(value, problem);

    /// <summary>Adds the problem that a value of a document cannot be read; what is missing because of it is not told again.</summary>
    public void AddUnreadable(DocumentValue value, string problem)
    {
        if (_unreadable.Add(value)) Keep(value, problem);
    }

    /// <summary>Adds what is wrong and let pass. The place is told at once: values that a map keeps let go of their document.</summary>
    public void Warn(DocumentValue value, string warning)
    {
        if (_warnings.Count < MostKept) _warnings.Add((value.Line, $"{value.Location}: {warning}"));
        else _warningsLeft++;
    }

    private void Keep(DocumentValue? at, string problem)
    {
        if (_all.Count < MostKept) _all.Add((at, problem));
        else _left++;
    }
}
