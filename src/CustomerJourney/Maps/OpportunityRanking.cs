using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>The opportunities of a map, the best first; those without the figure come last. Equal ones keep the order of the map. Opportunities of every status are ranked: the status stands beside them.</summary>
public sealed class OpportunityRanking : IJourneyResult
{
    private readonly Journey _journey;

    internal OpportunityRanking(Journey journey, OpportunityOrder order)
    {
        _journey = journey;
        Order = order;
        Opportunities = [.. journey.Opportunities.OrderBy(opportunity => FigureOf(opportunity) is null).ThenByDescending(FigureOf)];
    }

    /// <summary>The figure that they are ranked by.</summary>
    public OpportunityOrder Order { get; }

    /// <summary>All opportunities of the map, the best first; empty when there are none.</summary>
    public IReadOnlyList<Opportunity> Opportunities { get; }

    /// <inheritdoc/>
    public string Title => $"Opportunities of {Phrase.Quote(_journey.Name)}";

    /// <summary>The same opportunities ranked by another figure.</summary>
    /// <param name="order">The figure.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such figure.</exception>
    public OpportunityRanking By(OpportunityOrder order) => order is >= OpportunityOrder.Priority and <= OpportunityOrder.OpportunityScore
        ? new OpportunityRanking(_journey, order)
        : throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such figure; give Priority, Rice or OpportunityScore.");

    /// <summary>The opportunities of one quadrant of impact and effort, the best first; <see langword="null"/> gives those that are not rated.</summary>
    /// <param name="quadrant">The quadrant.</param>
    public IReadOnlyList<Opportunity> In(OpportunityQuadrant? quadrant) => [.. Opportunities.Where(opportunity => opportunity.Quadrant == quadrant)];

    /// <summary>One row an opportunity, the best first.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Opportunity", Kind = ResultColumnKind.Text }, new() { Name = "Status", Kind = ResultColumnKind.Text }, new() { Name = "Owner", Kind = ResultColumnKind.Text },
            new() { Name = "Quadrant", Kind = ResultColumnKind.Text }, new() { Name = "Impact", Kind = ResultColumnKind.Count }, new() { Name = "Confidence", Kind = ResultColumnKind.Share },
            new() { Name = "Effort", Kind = ResultColumnKind.Count }, new() { Name = "Priority", Kind = ResultColumnKind.Number }, new() { Name = "RICE", Kind = ResultColumnKind.Number },
            new() { Name = "Opportunity score", Kind = ResultColumnKind.Number },
        ],
        Rows =
        [
            .. Opportunities.Select(IReadOnlyList<object?> (row) =>
            [
                _journey.OpportunityNames.Label(row), row.Status.ToString(), row.Owner is null ? null : _journey.DepartmentNames.Label(row.Owner), row.Quadrant?.ToString(), (long?)row.Impact, row.Confidence, (long?)row.Effort, row.Priority, row.Rice, row.OpportunityScore,
            ]),
        ],
    };

    private double? FigureOf(Opportunity opportunity) => Order switch
    {
        OpportunityOrder.Priority => opportunity.Priority,
        OpportunityOrder.Rice => opportunity.Rice,
        _ => opportunity.OpportunityScore,
    };
}
