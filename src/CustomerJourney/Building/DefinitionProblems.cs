using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>Gathers the problems of a definition, so that all of them are told at once; those of a document with path and line, in line order.</summary>
internal sealed class DefinitionProblems
{
    private readonly List<(DocumentValue? At, string Text)> _all = [];
    private readonly HashSet<DocumentValue> _unreadable = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<string> All =>
        [.. _all.OrderBy(problem => problem.At?.Line ?? 0).Select(problem => problem.At is null ? problem.Text : $"{problem.At.Location}: {problem.Text}")];

    public bool Any => _all.Count > 0;

    public void Add(string problem) => _all.Add((null, problem));

    /// <summary>Adds a problem of one part.</summary>
    /// <param name="part">The part that has the problem.</param>
    /// <param name="problem">What is wrong, with the value and what is allowed.</param>
    /// <param name="property">The property of a document that holds the value, so that its line can be told.</param>
    public void Add(Draft part, string problem, string? property = null)
    {
        DocumentValue? value = part.Source?.Member(property);
        if (value is null || !_unreadable.Contains(value)) _all.Add((value ?? part.Source, $"{part.Description}: {problem}"));
    }

    /// <summary>Adds a problem of a value in a document.</summary>
    public void Add(DocumentValue value, string problem) => _all.Add((value, problem));

    /// <summary>Adds the problem that a value of a document cannot be read; what is missing because of it is not told again.</summary>
    public void AddUnreadable(DocumentValue value, string problem)
    {
        if (_unreadable.Add(value)) _all.Add((value, problem));
    }
}
