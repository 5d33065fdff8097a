using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>A result inside another: its place is the index of its row in the breakdown, with those of outer breakdowns before it; empty for a result that stands alone.</summary>
internal readonly record struct ResultPart(string Place, object? Result)
{
    public ResultPart Inside(int row) => this with { Place = Join(row.ToString(CultureInfo.InvariantCulture), Place) };

    /// <summary>The place of something inside a part.</summary>
    public static string Join(string outer, string inner) => outer.Length == 0 ? inner : inner.Length == 0 ? outer : $"{outer}.{inner}";
}
