namespace CustomerJourney.Maps;

/// <summary>A pain point with its place in a <see cref="PainPointRanking"/>.</summary>
public sealed record RankedPainPoint
{
    /// <summary>The place, from 1; 1 hurts the most.</summary>
    public required int Rank { get; init; }

    /// <summary>The pain point.</summary>
    public required PainPoint PainPoint { get; init; }

    /// <summary>Where it hurts.</summary>
    public required Touchpoint Touchpoint { get; init; }

    /// <summary>Severity (1 to 4) × affected share (0 to 1) × importance of the touchpoint (1 to 5), 0 to 20; <see langword="null"/> when the affected share is unknown.</summary>
    public double? Weight => SeverityTimesImportance * PainPoint.AffectedShare;

    /// <summary>The opportunities that would relieve it and were not rejected, in map order; empty when nobody has an answer.</summary>
    public required IReadOnlyList<Opportunity> Answers { get; init; }

    internal int SeverityTimesImportance => ((int)PainPoint.Severity + 1) * Touchpoint.Importance;
}
