namespace CustomerJourney.Events;

/// <summary>A named attribute of events or of customers, dictionary-coded.</summary>
internal sealed record AttributeColumn
{
    public required string Name { get; init; }

    /// <summary>Whether the values are ids of customers: the attribute that a log of sessions keeps them under. They are ids wherever ids are hidden.</summary>
    public bool HoldsCustomerIds { get; init; }

    /// <summary>The values in ordinal order.</summary>
    public required string[] Values { get; init; }

    /// <summary>The code of the value of each event or customer, -1 where it has none.</summary>
    public required int[] Codes { get; init; }

    /// <summary>The same attribute without values that nothing has; the others move up and stay in ordinal order.</summary>
    public AttributeColumn WithoutUnusedValues()
    {
        UsedNames used = UsedNames.Of(Values, Codes);
        return used.IsAll ? this : this with { Values = used.Names, Codes = used.Recode(Codes) };
    }
}
