using CustomerJourney.Building;
using CustomerJourney.Building.Matching;

namespace CustomerJourney.Classification.Rules;

/// <summary>Finds what a misspelled name could mean.</summary>
internal static class NearNames
{
    private const int MostNamed = 3;
    private const int LongestName = 200;

    /// <summary>An attribute may have millions of values, and rules ask for many of them.</summary>
    private const int MostLookedAt = 2_000;

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
        int least = Math.Max(1, meant.Length / 3);
        List<string> near = [];
        foreach (string candidate in known.Take(MostLookedAt))
        {
            // Only the nearest are named, so what is farther than one of them need not be measured to its end.
            if (Normalized(candidate) is not { } other || Distance(meant, other, least) is not { } distance) continue;
            if (distance < least) near.Clear();
            least = distance;
            near.Add(candidate);
        }

        return [.. near.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNamed)];
    }

    /// <summary>Null where a name is too long to be compared, or no valid Unicode.</summary>
    private static string? Normalized(string name) => name.Length <= LongestName && RuleValues.IsUnicode(name) ? NormalizedName.Of(name) : null;

    /// <summary>How many letters must be put in, taken out, changed or swapped with their neighbor to make one name of another (optimal string alignment); null for more than allowed.</summary>
    private static int? Distance(string one, string other, int allowed)
    {
        if (Math.Abs(one.Length - other.Length) > allowed) return null;
        int[] beforeLast = new int[other.Length + 1], last = new int[other.Length + 1], current = new int[other.Length + 1];
        for (int column = 0; column <= other.Length; column++) last[column] = column;
        int leastOfLast = 0;
        for (int row = 1; row <= one.Length; row++)
        {
            int leastOfRow = current[0] = row;
            for (int column = 1; column <= other.Length; column++)
            {
                int change = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(last[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], beforeLast[column - 2] + 1);
                leastOfRow = Math.Min(leastOfRow, current[column]);
            }

            // A row follows from the two before it: from the last, or by a swap from the one before that.
            if (leastOfRow > allowed && leastOfLast > allowed) return null;
            leastOfLast = leastOfRow;

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[other.Length] <= allowed ? last[other.Length] : null;
    }
}
