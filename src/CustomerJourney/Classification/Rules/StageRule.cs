namespace CustomerJourney.Classification.Rules;

/// <summary>A rule that puts customers into a stage. Its clock is when events begin (<c>StartedAt ?? At</c>), the order of the log.</summary>
public abstract record StageRule
{
    private protected StageRule()
    {
    }

    /// <summary>The stage, by its id or its name.</summary>
    public required string Stage { get; init; }

    /// <summary>What the rule is called in explanations; <see langword="null"/> if it is called by what it says.</summary>
    public string? Name { get; init; }

    /// <summary>What the rule says, in English: <c>3 "product_viewed" within 7 days</c>. Without its stage and its name.</summary>
    public sealed override string ToString() => ToText();

    internal abstract string ToText();

    /// <summary>All patterns of the rule, each with its place in the document of the rule: <c>steps[1]</c>.</summary>
    internal abstract IEnumerable<(string Path, EventPattern Pattern)> Patterns();
}
