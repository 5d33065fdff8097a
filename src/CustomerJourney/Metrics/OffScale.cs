namespace CustomerJourney.Metrics;

/// <summary>Answers that are not on the scale of their metric: how many, and what they look like.</summary>
internal sealed class OffScale
{
    private const int LargestUsual = 100;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them are whole numbers from 0 to 100, which a larger usual scale would hold.</summary>
    public long Whole { get; private set; }

    /// <summary>The least of the whole numbers.</summary>
    public int Least { get; private set; } = int.MaxValue;

    /// <summary>The greatest of the whole numbers.</summary>
    public int Greatest { get; private set; } = -1;

    public void Add(double score)
    {
        Count++;
        if (!(score >= 0 && score <= LargestUsual) || score != Math.Truncate(score)) return;
        Whole++;
        Least = Math.Min(Least, (int)score);
        Greatest = Math.Max(Greatest, (int)score);
    }

    public void Merge(OffScale other)
    {
        Count += other.Count;
        Whole += other.Whole;
        Least = Math.Min(Least, other.Least);
        Greatest = Math.Max(Greatest, other.Greatest);
    }

    public void Save(BinaryWriter state)
    {
        state.Write(Count);
        state.Write(Whole);
        state.Write(Least);
        state.Write(Greatest);
    }

    public void Load(BinaryReader state)
    {
        Count = KeptNumbers.ReadCount(state);
        Whole = KeptNumbers.ReadCount(state);
        Least = state.ReadInt32();
        Greatest = state.ReadInt32();
        bool isRange = Whole == 0 ? Least == int.MaxValue && Greatest == -1 : Least is >= 0 and <= LargestUsual && Greatest >= Least && Greatest <= LargestUsual;
        if (Count < Whole || !isRange) throw new InvalidDataException($"{Whole} whole numbers from {Least} to {Greatest} among {Count} answers off the scale are not possible.");
    }
}
