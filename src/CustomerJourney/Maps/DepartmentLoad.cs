using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Maps;

/// <summary>Who works on a journey: for each department of the map the touchpoints that it owns and supports, and what hurts and waits there. It counts work, not hours.</summary>
public sealed class DepartmentLoad : IJourneyResult
{
    private readonly Journey _journey;

    internal DepartmentLoad(Journey journey)
    {
        _journey = journey;
        Departments = [.. journey.Departments.Select(WorkOf).OrderByDescending(work => work.Owned.Count).ThenByDescending(work => work.Supported.Count)];
        WithoutOwner = [.. journey.Touchpoints.Where(touchpoint => touchpoint.Owner is null && touchpoint.Kind == TouchpointKind.Interaction)];
    }

    /// <summary>All departments of the map: those that own the most touchpoints first, of equal ones those that support more, then in map order.</summary>
    public IReadOnlyList<DepartmentWork> Departments { get; }

    /// <summary>The interactions that no department answers for, in journey order.</summary>
    public IReadOnlyList<Touchpoint> WithoutOwner { get; }

    /// <inheritdoc/>
    public string Title => $"Departments of {Phrase.Quote(_journey.Name)}";

    /// <summary>One row a department.</summary>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Department", Kind = ResultColumnKind.Text }, new() { Name = "Owned", Kind = ResultColumnKind.Count }, new() { Name = "Supported", Kind = ResultColumnKind.Count },
            new() { Name = "Share of touchpoints", Kind = ResultColumnKind.Share }, new() { Name = "Stages", Kind = ResultColumnKind.Count }, new() { Name = "Pain points", Kind = ResultColumnKind.Count },
            new() { Name = "Open opportunities", Kind = ResultColumnKind.Count },
        ],
        Rows =
        [
            .. Departments.Select(IReadOnlyList<object?> (row) =>
                [_journey.DepartmentNames.Label(row.Department), (long)row.Owned.Count, (long)row.Supported.Count, row.Share, (long)row.Stages.Count, (long)row.PainPoints.Count, (long)row.OpenOpportunities.Count]),
        ],
    };

    private DepartmentWork WorkOf(Department department)
    {
        Touchpoint[] owned = [.. _journey.Touchpoints.Where(touchpoint => touchpoint.Owner == department)];
        Touchpoint[] supported = [.. _journey.Touchpoints.Where(touchpoint => touchpoint.Owner != department && touchpoint.Departments.Contains(department))];
        return new DepartmentWork
        {
            Department = department,
            Owned = owned,
            Supported = supported,
            Share = _journey.Touchpoints.Count == 0 ? null : (double)(owned.Length + supported.Length) / _journey.Touchpoints.Count,
            Stages = [.. _journey.Stages.Where(stage => stage.Departments.Contains(department))],
            PainPoints = [.. owned.SelectMany(touchpoint => touchpoint.PainPoints)],
            OpenOpportunities = [.. _journey.Opportunities.Where(opportunity => opportunity.Owner == department && opportunity.Status is not (OpportunityStatus.Done or OpportunityStatus.Rejected))],
        };
    }
}
