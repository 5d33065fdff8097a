using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>A kind of customer: what they look for, their share of all customers, and how data shows them. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Persona
{
    internal Persona(PersonaDraft draft)
    {
        Id = draft.Id!;
        Name = draft.Name!;
        IsPrimary = draft.IsPrimary;
        Share = draft.Share;
        LookingFor = [.. draft.LookingFor.Select(goal => goal!)];
        ObservationRules = [.. draft.Rules.Select(rule => new PersonaRule { Attribute = rule.Attribute!, Value = rule.Value! })];
    }

    /// <summary>The identity, unique among the personas of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, unique among the personas of the map, as it was written.</summary>
    public string Name { get; }

    /// <summary>Whether the map is drawn for this persona first; true for at most one.</summary>
    public bool IsPrimary { get; }

    /// <summary>The share of all customers, more than 0 and at most 1; <see langword="null"/> when unknown.</summary>
    public double? Share { get; }

    /// <summary>What this persona looks for; empty when nobody said.</summary>
    public IReadOnlyList<string> LookingFor { get; }

    /// <summary>How the persona is recognized in data: a customer matches when any rule holds. Among the personas of a map, in map order, the first that matches is taken. Empty when data does not show it.</summary>
    public IReadOnlyList<PersonaRule> ObservationRules { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
