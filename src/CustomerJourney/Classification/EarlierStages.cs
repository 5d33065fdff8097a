using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Of which events the source does not know the stages before; see <see cref="EventMapping.EarlierStagesAttribute"/>.</summary>
internal readonly struct EarlierStages
{
    private readonly int[]? _codes;
    private readonly int _unknown;

    private EarlierStages(int[] codes, int unknown) => (_codes, _unknown) = (codes, unknown);

    public static EarlierStages Of(LogColumns columns)
    {
        if (Array.Find(columns.EventAttributes, attribute => attribute.Name == EventMapping.EarlierStagesAttribute) is not { } attribute) return default;
        int unknown = Array.BinarySearch(attribute.Values, EventMapping.EarlierStagesUnknown, StringComparer.Ordinal);
        return unknown < 0 ? default : new EarlierStages(attribute.Codes, unknown);
    }

    public bool AreUnknownAt(int index) => _codes is not null && _codes[index] == _unknown;
}
