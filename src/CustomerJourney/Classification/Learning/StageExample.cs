namespace CustomerJourney.Classification.Learning;

/// <summary>A customer with features and the stage that is to be learned.</summary>
public sealed record StageExample
{
    internal StageExample()
    {
    }

    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The features, in the order of <see cref="StageFeatures.Names"/>.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The stage, by the name that <see cref="StageExamples.Stages"/> has for it.</summary>
    public required string Stage { get; init; }

    /// <summary>Whether another example has the same customer, features and stage.</summary>
    /// <param name="other">Another example, or <see langword="null"/>.</param>
    public bool Equals(StageExample? other) => other is not null && Customer == other.Customer && Stage == other.Stage && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, Stage, Values.Count);

    internal double[] ToArray() => [.. Values];
}
