using CustomerJourney.Events;

namespace CustomerJourney.Comparison;

/// <summary>One figure of a result: the place of the part that it belongs to, its number there, and the group that the part is about.</summary>
internal readonly record struct PlacedFigure(string Place, int Number, string? Group, Figure Figure)
{
    /// <summary>All figures of the result of a measure, those of all groups of a breakdown, in order.</summary>
    public static IReadOnlyList<PlacedFigure> Of(Analysis measure, object? result) => [.. Of(measure, new ResultPart("", result), null)];

    /// <summary>
    /// For each figure, the key by which it is found on the other side. A group of data may be named like the row of what has no value; that row stands last,
    /// so equal names are told apart by counting from the end.
    /// </summary>
    public static (string? Group, int Number, int FromEnd)[] Keys(IReadOnlyList<PlacedFigure> figures)
    {
        (string? Group, int Number, int FromEnd)[] keys = new (string?, int, int)[figures.Count];
        Dictionary<(string?, int), int> seen = [];
        for (int index = figures.Count - 1; index >= 0; index--)
        {
            (string?, int) name = (figures[index].Group, figures[index].Number);
            int later = seen.GetValueOrDefault(name);
            keys[index] = (figures[index].Group, figures[index].Number, later);
            seen[name] = later + 1;
        }

        return keys;
    }

    private static IEnumerable<PlacedFigure> Of(Analysis measure, ResultPart part, string? group) => part.Result switch
    {
        IComparableResult single => single.Figures.Select((figure, number) => new PlacedFigure(part.Place, number, group, figure)),
        IBreakdown rows => rows.Groups.SelectMany((row, index) => Of(
            measure,
            new ResultPart(ResultPart.Join(part.Place, new ResultPart("", null).Inside(index).Place), row.Result),
            group is null ? row.Group : $"{group} / {row.Group}")),
        _ => throw new ArgumentException(
            $"{measure} cannot be compared: its result has no figures. Let the result implement {nameof(IComparableResult)}.", nameof(measure)),
    };
}
