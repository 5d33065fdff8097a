using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Customers by stage. The current customers of all stages and those without a stage add up to all customers.</summary>
public sealed record StageSummaryResult : IJourneyResult
{
    /// <summary>The question that is answered here.</summary>
    public required StageSummary Definition { get; init; }

    /// <summary>All customers.</summary>
    public required long Customers { get; init; }

    /// <summary>The customers of whom no event is evidence for any stage, those without events included.</summary>
    public required long WithoutStage { get; init; }

    /// <summary>Those of <see cref="WithoutStage"/> who are dormant; 0 if the classifier knows no dormancy.</summary>
    public required long DormantWithoutStage { get; init; }

    /// <summary>Whether the classifier knows dormancy, so that the table tells it.</summary>
    public required bool KnowsDormancy { get; init; }

    /// <summary>The stages, in journey order; empty ones included.</summary>
    public required IReadOnlyList<StageSummaryRow> Stages { get; init; }

    /// <inheritdoc/>
    public string Title => "Customers by stage";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Stage", Kind = ResultColumnKind.Text },
            Count("Customers"), Count("Now here"), .. Dormant(Count("Of these dormant")), Count("Went no further"), Count("Visits"), Count("Came back"), Count("Skipped it"),
        ],
        Rows =
        [
            .. Stages.Select(row => (IReadOnlyList<object?>)[row.Stage, row.Customers, row.Current, .. Dormant<object?>(row.Dormant), row.Furthest, row.Visits, row.Returned, row.Skipped]),
            [Dimension.Unassigned, WithoutStage, WithoutStage, .. Dormant<object?>(DormantWithoutStage), WithoutStage, 0L, 0L, 0L],
        ],
        BaseColumn = "Customers",
        Chart = new ResultChart { LabelColumns = ["Stage"], ValueColumn = "Customers" },
    };

    private IEnumerable<T> Dormant<T>(T figure) => KnowsDormancy ? [figure] : [];

    private static ResultColumn Count(string name) => new() { Name = name, Kind = ResultColumnKind.Count };
}
