using CustomerJourney.Building;
using CustomerJourney.Building.Matching;

namespace CustomerJourney.Classification.Rules;

/// <summary>Finds what a misspelled name could mean.</summary>
internal static class NearNames
{
    private const int MostNamed = 3;
    private const int LongestName = 200;
    private const int MostLookedAt = 100_000;

    /// <summary>What could have been meant, the nearest names: <c>did you mean "Purchase"?</c>; where nothing is near, what is known.</summary>
    /// <param name="kinds">What several of the things are called.</param>
    /// <param name="name">The name that is not known.</param>
    /// <param name="known">The names that are.</param>
    public static string Of(string kinds, string name, IReadOnlyList<string> known)
    {
        string[] near = Find(name, known);
        if (near.Length > 0) return $"did you mean {string.Join(" or ", near.Select(RuleText.Name))}?";
        return known.Count == 0 ? $"there are no {kinds}" : Phrase.Known(kinds, known.Select(VisibleText.Of));
    }

    private static string[] Find(string name, IReadOnlyList<string> known)
    {
        if (Normalized(name) is not { } meant) return [];
        int allowed = Math.Max(1, meant.Length / 3);
        (string Name, int? Distance)[] near =
        [
            .. known.Take(MostLookedAt)
                .Select(candidate => (Name: candidate, Distance: Normalized(candidate) is { } other ? Distance(meant, other, allowed) : null))
                .Where(candidate => candidate.Distance is not null),
        ];
        int? least = near.Min(candidate => candidate.Distance);
        return [.. near.Where(candidate => candidate.Distance == least).Select(candidate => candidate.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNamed)];
    }

    /// <summary>Null where a name is too long to be compared, or no valid Unicode.</summary>
    private static string? Normalized(string name) => name.Length <= LongestName && RuleValues.IsUnicode(name) ? NormalizedName.Of(name) : null;

    /// <summary>How many letters must be put in, taken out, changed or swapped with their neighbor to make one name of another (optimal string alignment); null for more than allowed.</summary>
    private static int? Distance(string one, string other, int allowed)
    {
        if (Math.Abs(one.Length - other.Length) > allowed) return null;
        int[] beforeLast = new int[other.Length + 1], last = new int[other.Length + 1], current = new int[other.Length + 1];
        for (int column = 0; column <= other.Length; column++) last[column] = column;
        for (int row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int change = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[other.Length] <= allowed ? last[other.Length] : null;
    }
}
