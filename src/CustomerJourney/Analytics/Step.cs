namespace CustomerJourney.Analytics;

/// <summary>What counts as a step: an event that is evidence for a stage or a touchpoint, an event of a name, or any of several. A bare string is a stage. Equal by value.</summary>
public sealed record Step
{
    internal const int MostAlternatives = 64;

    private Step(StepKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    internal StepKind Kind { get; }

    internal string Name { get; }

    /// <summary>What the step reads as where its name is no word for people; no part of its value. <see langword="null"/> for the name.</summary>
    internal string? Label { get; init; }

    internal string? Channel { get; private init; }

    internal IReadOnlyList<Step> Alternatives { get; private init; } = [];

    /// <summary>How many single steps it is any of; 1 for one that stands alone.</summary>
    internal int AlternativeCount => Kind == StepKind.AnyOf ? Alternatives.Sum(step => step.AlternativeCount) : 1;

    /// <summary>Any event that is evidence for a stage; in a funnel also silence that puts the customer into it.</summary>
    /// <param name="name">The name or id of the stage.</param>
    public static Step Stage(string name) => Named(StepKind.Stage, name);

    /// <summary>Any event that stands for a touchpoint.</summary>
    /// <param name="name">The name or id of the touchpoint.</param>
    public static Step Touchpoint(string name) => Named(StepKind.Touchpoint, name);

    /// <summary>Any event of a name.</summary>
    /// <param name="name">The name; one that the log does not have is a step that nobody reaches.</param>
    public static Step Event(string name) => Named(StepKind.Event, name);

    /// <summary>Any of several steps.</summary>
    /// <param name="steps">The steps; at least one, and with those inside them at most 64.</param>
    public static Step AnyOf(params ReadOnlySpan<Step> steps)
    {
        if (steps.Length == 0) throw new ArgumentException("A step that is any of several needs at least one.", nameof(steps));
        foreach (Step step in steps) ArgumentNullException.ThrowIfNull(step, nameof(steps));
        Step any = new(StepKind.AnyOf, "") { Alternatives = [.. steps] };
        return any.AlternativeCount <= MostAlternatives
            ? any
            : throw new ArgumentException($"A step is any of at most {MostAlternatives} others, not of {any.AlternativeCount}.", nameof(steps));
    }

    /// <summary>The same step, on one channel only.</summary>
    /// <param name="channel">The channel, as the log names it.</param>
    public Step On(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        return Kind == StepKind.AnyOf
            ? this with { Alternatives = [.. Alternatives.Select(step => step.On(channel))] }
            : this with { Channel = channel };
    }

    /// <summary>A stage.</summary>
    /// <param name="stage">The name or id of the stage.</param>
    public static implicit operator Step(string stage) => Stage(stage);

    /// <summary>A stage; the same as the conversion from a string.</summary>
    /// <param name="stage">The name or id of the stage.</param>
    public static Step FromString(string stage) => Stage(stage);

    /// <inheritdoc/>
    public bool Equals(Step? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Channel == other.Channel && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        hash.Add(Name, StringComparer.Ordinal);
        hash.Add(Channel, StringComparer.Ordinal);
        foreach (Step step in Alternatives) hash.Add(step);
        return hash.ToHashCode();
    }

    /// <summary>The step in words: the name, with its channel, alternatives with "or" between them.</summary>
    public override string ToString() => Kind == StepKind.AnyOf
        ? string.Join(" or ", Alternatives)
        : Channel is null ? Label ?? Name : $"{Label ?? Name} on {Channel}";

    /// <summary>The step with its kind, so that a stage and an event of one name differ.</summary>
    internal string Description => Kind == StepKind.AnyOf
        ? $"any of ({string.Join(", ", Alternatives.Select(step => step.Description))})"
        : $"{Kind} {Quoted(Name)}{(Channel is null ? "" : $" on {Quoted(Channel)}")}";

    // Names are data: doubled quotes keep two definitions from reading alike.
    private static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    private static Step Named(StepKind kind, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new(kind, name);
    }
}
