using System.Collections;
using System.Globalization;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Targets;

/// <summary>The metrics of a map against their targets: one entry for each metric of all customers, and one for each persona that has observations of its own, in map order.</summary>
public sealed class TargetStatus : IReadOnlyList<MetricStatus>, IJourneyResult
{
    private readonly Journey _journey;
    private readonly MetricStatus[] _metrics;

    internal TargetStatus(Journey journey, DateOnly? asOf, double level, MetricStatus[] metrics) => (_journey, AsOf, Level, _metrics) = (journey, asOf, level, metrics);

    /// <summary>The last day whose observations count; <see langword="null"/> where all do.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>The confidence level of intervals that go by the sample size.</summary>
    public double Level { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _metrics.Length;

    /// <inheritdoc/>
    public string Title => $"Targets of {_journey.Name}";

    /// <summary>The entry at an index.</summary>
    /// <param name="index">The index, 0…<see cref="Count"/> − 1.</param>
    public MetricStatus this[int index] => _metrics[index];

    /// <summary>The status of a metric for all customers.</summary>
    /// <param name="metric">The metric, by name or id.</param>
    /// <exception cref="KeyNotFoundException">The map has no such metric; the message names those it has.</exception>
    public MetricStatus this[string metric]
    {
        get
        {
            Metric found = TargetVerbs.Find(_journey, metric) ?? throw new KeyNotFoundException(TargetVerbs.Missing(_journey, metric));
            return Array.Find(_metrics, status => status.Metric == found && status.Persona is null)!;
        }
    }

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new() { Name = "Metric", Kind = ResultColumnKind.Text },
            new() { Name = "Persona", Kind = ResultColumnKind.Text },
            new() { Name = "Unit", Kind = ResultColumnKind.Text },
            new() { Name = "Baseline", Kind = ResultColumnKind.Number },
            new() { Name = "Target", Kind = ResultColumnKind.Number },
            new() { Name = "Latest", Kind = ResultColumnKind.Number },
            new() { Name = "Lower", Kind = ResultColumnKind.Number },
            new() { Name = "Upper", Kind = ResultColumnKind.Number },
            new() { Name = "Sample size", Kind = ResultColumnKind.Count },
            new() { Name = "On", Kind = ResultColumnKind.Date },
            new() { Name = "Met", Kind = ResultColumnKind.Flag },
            new() { Name = "Certain", Kind = ResultColumnKind.Flag },
            new() { Name = "To go", Kind = ResultColumnKind.Number },
            new() { Name = "Change", Kind = ResultColumnKind.Number },
        ],
        BaseColumn = "Sample size",
        Rows = [.. _metrics.Select(Row)],
    };

    /// <summary>
    /// The status as JSON with unrounded figures: <c>{ "title", "asOf", "metrics": [ { "metric", "id", "persona", "unit", "currency", "direction", "baseline", "target", "latest": { "value", "at", "sampleSize", "source" }, "estimate", "state", "certain", "toGo", "change", "better", "progress" } ] }</c>.
    /// </summary>
    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteString("title", JsonText.Valid(Title));
        if (AsOf is { } day) json.WriteString("asOf", Phrase.Date(day));
        json.WriteStartArray("metrics");
        foreach (MetricStatus status in _metrics) TargetJson.Write(json, status);
        json.WriteEndArray();
    });

    /// <inheritdoc/>
    public IEnumerator<MetricStatus> GetEnumerator() => ((IEnumerable<MetricStatus>)_metrics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The status of each metric in a line, in the invariant culture.</summary>
    public override string ToString() => string.Join('\n', _metrics.Select(status => status.ToString()));

    private static IReadOnlyList<object?> Row(MetricStatus status) =>
    [
        status.Metric.Name,
        status.Persona?.Name ?? "everyone",
        TargetText.UnitOf(status.Metric).Trim() is { Length: > 0 } unit ? unit : status.Metric.Unit.ToString().ToLower(CultureInfo.InvariantCulture),
        status.Metric.Baseline,
        status.Metric.Target,
        status.Latest?.Value,
        status.Estimate?.Lower,
        status.Estimate?.Upper,
        (long?)status.Latest?.SampleSize,
        status.Latest?.At,
        status.State == TargetState.NotKnown ? null : status.State == TargetState.Met,
        status.IsCertain,
        status.ToGo,
        status.Change,
    ];
}
