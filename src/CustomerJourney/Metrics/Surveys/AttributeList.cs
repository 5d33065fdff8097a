using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>The check of names of attributes that a definition is given.</summary>
internal static class AttributeList
{
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(names));
            if (!seen.Add(name)) throw new ArgumentException($"The attribute '{name}' stands twice: name each once.", nameof(names));
        }

        return EquatableList.Of(names);
    }
}
