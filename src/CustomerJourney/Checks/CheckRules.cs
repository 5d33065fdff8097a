namespace CustomerJourney.Checks;

/// <summary>The catalogue of the library's 46 rules.</summary>
public static class CheckRules
{
    /// <summary>All rules, in the order of their ids.</summary>
    /// <remarks>
    /// <c>CJ001</c> to <c>CJ003</c> are about documents from which no map can be built, so only <c>Journey.CheckDocument</c> raises them:
    /// a <see cref="Journey"/> that exists has no unknown references, no duplicate ids and no incomplete phase weights.
    /// </remarks>
    public static IReadOnlyList<CheckRule> All { get; } = Array.AsReadOnly<CheckRule>(
    [
        .. DocumentRules.All,
        .. PersonaRules.All,
        .. StageRules.All,
        .. TouchpointRules.All,
        .. ConsistencyRules.All,
        .. PainPointRules.All,
        .. MetricRules.All,
        .. UpkeepRules.All,
    ]);

    /// <summary>The rule with an id; <see langword="null"/> when the library has none.</summary>
    /// <param name="id">The id, such as <c>CJ041</c>.</param>
    public static CheckRule? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));
    }
}
