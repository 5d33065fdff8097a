using CustomerJourney.Building;

namespace CustomerJourney.Classification.Learning;

/// <summary>How likely a map makes events and transitions: the numbers behind <see cref="HiddenStageModel.FromMap"/>.</summary>
/// <remarks>
/// Weights of transitions are from one event of a customer to the next; those that a stage has no use for (nothing comes after the last one) are left out and the others brought to the sum 1.
/// </remarks>
public sealed record HiddenStageMapOptions
{
    /// <summary>The defaults.</summary>
    public static HiddenStageMapOptions Default { get; } = new();

    /// <summary>Of the events in a stage, the share of those that its touchpoints name, in equal parts; the rest goes to all events in equal parts. 0…1; 0.9 unless set. Below 1 no event is impossible anywhere.</summary>
    public double Certainty { get; init => field = Share(value); } = 0.9;

    /// <summary>How likely a customer begins in the first stage; the rest goes to the others in equal parts. 0…1; 0.8 unless set.</summary>
    public double StartInFirst { get; init => field = Share(value); } = 0.8;

    /// <summary>The weight of staying in the stage, not negative; 0.8 unless set.</summary>
    public double Stay { get; init => field = Weight(value); } = 0.8;

    /// <summary>The weight of going on to the next stage, not negative; 0.12 unless set.</summary>
    public double Next { get; init => field = Weight(value); } = 0.12;

    /// <summary>The weight of going to any later stage, in equal parts, not negative; 0.04 unless set.</summary>
    public double Skip { get; init => field = Weight(value); } = 0.04;

    /// <summary>The weight of going back to any earlier stage, in equal parts, not negative; 0.04 unless set.</summary>
    public double Return { get; init => field = Weight(value); } = 0.04;

    /// <summary>Names of events that no touchpoint names and that the model is to know all the same: equally likely everywhere at first, they can learn their stages. Empty unless set.</summary>
    public IReadOnlyList<string> OtherEvents { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    internal double StartWeight(int stage, int stages) => stages == 1 ? 1 : stage == 0 ? StartInFirst : (1 - StartInFirst) / (stages - 1);

    internal double TransitionWeight(int from, int to, int stages) => (to - from) switch
    {
        0 => Stay,
        1 => Next,
        > 1 => Skip / (stages - from - 2),
        _ => Return / from,
    };

    private static double Share(double value)
    {
        if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "Give a share from 0 to 1.");
        return value;
    }

    private static double Weight(double value)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite weight from 0.");
        return value;
    }
}
