using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>
/// What hurts on a map, the worst first: by <see cref="RankedPainPoint.Weight"/>, and after all whose share is known those of unknown share by severity × importance.
/// Of equal ones the one earlier in the journey comes first.
/// </summary>
/// <remarks>The weight is a rule of thumb of this library, a severity rating (J. Nielsen, 1994) times how many meet it and how much the place matters to them; it has no unit and orders the pain points of one map only.</remarks>
public sealed class PainPointRanking : IJourneyResult
{
    private readonly Journey _journey;

    internal PainPointRanking(Journey journey)
    {
        _journey = journey;
        ILookup<PainPoint, Opportunity> answers = journey.Opportunities
            .Where(opportunity => opportunity.Status != OpportunityStatus.Rejected)
            .SelectMany(opportunity => opportunity.PainPoints.Distinct().Select(pain => (pain, opportunity)))
            .ToLookup(pair => pair.pain, pair => pair.opportunity);
        PainPoints =
        [
            .. journey.Touchpoints
                .SelectMany(touchpoint => touchpoint.PainPoints.Select(pain => new RankedPainPoint { Rank = 0, PainPoint = pain, Touchpoint = touchpoint, Answers = [.. answers[pain]] }))
                .OrderBy(ranked => ranked.Weight is null)
                .ThenByDescending(ranked => ranked.Weight ?? ranked.SeverityTimesImportance)
                .Select((ranked, place) => ranked with { Rank = place + 1 }),
        ];
    }

    /// <summary>All pain points of the map, the worst first; empty when none is known.</summary>
    public IReadOnlyList<RankedPainPoint> PainPoints { get; }

    /// <inheritdoc/>
    public string Title => $"Pain points of {Phrase.Quote(_journey.Name)}";

    /// <summary>One row a pain point, the worst first.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Rank", Kind = ResultColumnKind.Count }, new() { Name = "Pain point", Kind = ResultColumnKind.Text }, new() { Name = "Touchpoint", Kind = ResultColumnKind.Text },
            new() { Name = "Severity", Kind = ResultColumnKind.Text }, new() { Name = "Affected", Kind = ResultColumnKind.Share }, new() { Name = "Importance", Kind = ResultColumnKind.Count },
            new() { Name = "Weight", Kind = ResultColumnKind.Number }, new() { Name = "Answered by", Kind = ResultColumnKind.Text },
        ],
        Rows =
        [
            .. PainPoints.Select(IReadOnlyList<object?> (row) =>
            [
                (long)row.Rank, _journey.PainPointNames.Label(row.PainPoint), _journey.TouchpointNames.Label(row.Touchpoint), row.PainPoint.Severity.ToString(), row.PainPoint.AffectedShare, (long)row.Touchpoint.Importance, row.Weight,
                row.Answers.Count == 0 ? null : string.Join("; ", row.Answers.Select(_journey.OpportunityNames.Label)),
            ]),
        ],
    };
}
