namespace CustomerJourney.Events;

/// <summary>A named attribute of events or of customers, dictionary-coded.</summary>
internal sealed record AttributeColumn
{
    public required string Name { get; init; }

    /// <summary>The values in ordinal order.</summary>
    public required string[] Values { get; init; }

    /// <summary>The code of the value of each event or customer, -1 where it has none.</summary>
    public required int[] Codes { get; init; }

    /// <summary>The same attribute without values that nothing has; the others move up and stay in ordinal order.</summary>
    public AttributeColumn WithoutUnusedValues()
    {
        int[] places = new int[Values.Length];
        foreach (int code in Codes)
        {
            if (code >= 0) places[code] = 1;
        }

        string[] used = [.. Values.Where((_, code) => places[code] == 1)];
        int next = 0;
        for (int code = 0; code < places.Length; code++) places[code] = places[code] == 1 ? next++ : -1;
        return this with { Values = used, Codes = [.. Codes.Select(code => code < 0 ? -1 : places[code])] };
    }
}
