using CustomerJourney.Building;

namespace CustomerJourney.Classification;

/// <summary>Where one customer is and was.</summary>
public sealed record CustomerStage
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The persona that the map assigns; <see langword="null"/> if none fits.</summary>
    public required Persona? Persona { get; init; }

    /// <summary>The stage that the customer is in by the rule of the classifier (<see cref="Rules.StageRules.Current"/>): one of the next three; <see langword="null"/> if nothing is evidence for any stage.</summary>
    public required Stage? Current { get; init; }

    /// <summary>The stage of the latest stay; <see langword="null"/> if none.</summary>
    public required Stage? Latest { get; init; }

    /// <summary>The latest stage of the map that the customer has ever been in; <see langword="null"/> if none.</summary>
    public required Stage? Furthest { get; init; }

    /// <summary>The stage with the greatest <see cref="StageRecord.Weight"/>, of equal ones that of the later evidence; <see langword="null"/> if none.</summary>
    public required Stage? RecencyWeighted { get; init; }

    /// <summary>Since when the customer is dormant; <see langword="null"/> if he is not, or if the classifier knows no dormancy.</summary>
    public required DateTimeOffset? DormantSince { get; init; }

    /// <summary>Whether the customer has been silent for so long that the classifier calls him dormant. He keeps the stage in which he fell silent.</summary>
    public bool IsDormant => DormantSince is not null;

    /// <summary>The visits, in the order of time; neighboring visits are in different stages, or dormancy lies between them.</summary>
    public required IReadOnlyList<StageVisit> Visits { get; init => field = EquatableList.Of(value); }

    /// <summary>How many visits lie before the first of <see cref="Visits"/>; 0 where all are listed. A tracker keeps the latest ones only.</summary>
    public int EarlierVisits { get; init; }

    /// <summary>Each stage of the map, in journey order, with what the customer did there.</summary>
    public required IReadOnlyList<StageRecord> Stages { get; init => field = EquatableList.Of(value); }

    /// <summary>What the customer did in a stage; <c>customer.Of("Customer").FirstEntered</c> is when he first became one.</summary>
    /// <param name="stage">The stage, by its id or its name, compared ordinally.</param>
    /// <exception cref="KeyNotFoundException">The map has no such stage, or several of the name.</exception>
    public StageRecord Of(string stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        foreach (StageRecord record in Stages)
        {
            if (record.Stage.Id == stage) return record;
        }

        StageRecord[] named = [.. Stages.Where(record => record.Stage.Name == stage)];
        return named.Length == 1 ? named[0] : throw new KeyNotFoundException(named.Length > 1
            ? $"Several stages of the map are called '{stage}'; take the id: {string.Join(", ", named.Select(record => $"'{record.Stage.Id}'"))}."
            : $"The map has no stage '{stage}'; it has {string.Join(", ", Stages.Select(record => $"'{record.Stage.Name}'"))}.");
    }
}
