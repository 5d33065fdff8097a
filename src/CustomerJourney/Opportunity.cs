using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>An improvement that answers pain points. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Opportunity
{
    private const int GreatImpact = 4;
    private const int SmallEffort = 2;

    internal Opportunity(OpportunityDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Titles = draft.Words!;
        HowMightWe = draft.HowMightWe?.InMap(parts.Language);
        PainPoints = parts.PainPointsOf(draft.Answers);
        Stages = parts.StagesOf(draft.Stages);
        Touchpoints = parts.TouchpointsOf(draft.Touchpoints);
        Impact = draft.Impact;
        Confidence = draft.Confidence;
        Effort = draft.Effort;
        ReachPerQuarter = draft.ReachPerQuarter;
        Importance = draft.Importance;
        Satisfaction = draft.Satisfaction;
        Status = draft.Status;
        Owner = parts.DepartmentOf(draft.Owner);
        Metrics = parts.MetricsOf(draft.Metrics);
        Link = draft.Link;
    }

    /// <summary>The identity, unique among the opportunities of the map; it stays when the title changes.</summary>
    public string Id { get; }

    /// <summary>What to do, as it was written, in the language of the map.</summary>
    public string Title => Titles.ToString();

    /// <summary>What to do, in all languages of the map.</summary>
    public LocalizedText Titles { get; }

    /// <summary>The question that it answers: "How might we …?"; <see langword="null"/> when nobody asked.</summary>
    public LocalizedText? HowMightWe { get; }

    /// <summary>The pain points that it would relieve; empty when none is named.</summary>
    public IReadOnlyList<PainPoint> PainPoints { get; }

    /// <summary>The stages that it would change; empty when none is named.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The touchpoints that it would change; empty when none is named.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>How much it would help, 1 to 5; <see langword="null"/> when not rated.</summary>
    public int? Impact { get; }

    /// <summary>How sure the impact is, 0 to 1; <see langword="null"/> when not rated.</summary>
    public double? Confidence { get; }

    /// <summary>How much work it is, 1 to 5; <see langword="null"/> when not rated.</summary>
    public int? Effort { get; }

    /// <summary>How many customers it would reach in a quarter, 0 to 2⁵³ − 1; <see langword="null"/> when unknown.</summary>
    public long? ReachPerQuarter { get; }

    /// <summary>How important customers say the outcome is, 0 to 10; <see langword="null"/> when nobody asked them.</summary>
    public double? Importance { get; }

    /// <summary>How satisfied customers say they are with it today, 0 to 10; <see langword="null"/> when nobody asked them.</summary>
    public double? Satisfaction { get; }

    /// <summary>Where it is on its way.</summary>
    public OpportunityStatus Status { get; }

    /// <summary>The department that would do it; <see langword="null"/> when nobody said.</summary>
    public Department? Owner { get; }

    /// <summary>The metrics that would show that it works; empty when none is named.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Where it is worked on, such as a ticket; absolute; <see langword="null"/> when nobody said.</summary>
    public Uri? Link { get; }

    /// <summary>Impact × confidence / effort, 0 to 5; <see langword="null"/> unless all three are rated.</summary>
    /// <remarks>The ICE score of S. Ellis and M. Brown, Hacking Growth (2017), with 1/effort in place of ease.</remarks>
    public double? Priority => Impact * Confidence / Effort;

    /// <summary>Reach × impact × confidence / effort, 0 or more; <see langword="null"/> unless all four are known.</summary>
    /// <remarks>RICE: S. McBride, Intercom (2018), with this map's scales of impact and effort.</remarks>
    public double? Rice => (double?)ReachPerQuarter * Impact * Confidence / Effort;

    /// <summary>Importance + max(importance − satisfaction, 0), 0 to 20: how badly customers are served where it matters to them; <see langword="null"/> unless both are known.</summary>
    /// <remarks>The opportunity algorithm of A. W. Ulwick, Harvard Business Review, January 2002.</remarks>
    public double? OpportunityScore => Importance is { } importance && Satisfaction is { } satisfaction ? importance + Math.Max(importance - satisfaction, 0) : null;

    /// <summary>Where it stands in the square of impact and effort; <see langword="null"/> unless both are rated.</summary>
    public OpportunityQuadrant? Quadrant => (Impact, Effort) switch
    {
        (null, _) or (_, null) => null,
        ( >= GreatImpact, <= SmallEffort) => OpportunityQuadrant.QuickWin,
        ( >= GreatImpact, _) => OpportunityQuadrant.BigBet,
        (_, <= SmallEffort) => OpportunityQuadrant.FillIn,
        _ => OpportunityQuadrant.Rethink,
    };

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
