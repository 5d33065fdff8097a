namespace CustomerJourney.Building;

/// <summary>Gathers the problems of a definition, so that all of them are told at once.</summary>
internal sealed class DefinitionProblems
{
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public bool Any => _all.Count > 0;

    public void Add(string problem) => _all.Add(problem);

    /// <summary>Adds a problem of one part.</summary>
    /// <param name="part">The part that has the problem.</param>
    /// <param name="problem">What is wrong, with the value and what is allowed.</param>
    /// <param name="property">The property of a document that holds the value, so that its line can be told.</param>
    public void Add(Draft part, string problem, string? property = null) => _all.Add($"{part.Description}: {problem}");
}
