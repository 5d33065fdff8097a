using CustomerJourney.Building;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>The check of the names of invitation events that a definition is given.</summary>
internal static class InvitationList
{
    public static IReadOnlyList<string> Checked(ReadOnlySpan<string> names)
    {
        if (names.Length == 0) throw new ArgumentException("Name the event that invites to the survey, one at least.", nameof(names));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(names));
            if (!seen.Add(name)) throw new ArgumentException($"The invitation '{name}' stands twice: name each event once.", nameof(names));
        }

        return EquatableList.Of<string>([.. names]);
    }

    public static TimeSpan Window(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
