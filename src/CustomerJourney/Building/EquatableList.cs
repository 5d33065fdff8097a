namespace CustomerJourney.Building;

/// <summary>Makes lists that are equal by value, so that records which hold them are.</summary>
internal static class EquatableList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? items) where T : class => items switch
    {
        null => throw new ArgumentNullException(nameof(items), "The list is null; an empty one says that nothing is known."),
        EquatableList<T> same => same,
        _ => new EquatableList<T>([.. items]),
    };
}
