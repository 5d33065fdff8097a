using System.Text.Json;

namespace CustomerJourney.Conformance;

/// <summary>One expected result: a metric, its input, and the named values that other software found.</summary>
internal sealed record OracleCase
{
    public required string Id { get; init; }

    public required string Metric { get; init; }

    public required JsonElement Input { get; init; }

    public required JsonElement Expected { get; init; }

    /// <summary>A number passes within this of the expected one …</summary>
    public required double AbsoluteTolerance { get; init; }

    /// <summary>… or within this part of its size.</summary>
    public required double RelativeTolerance { get; init; }
}
