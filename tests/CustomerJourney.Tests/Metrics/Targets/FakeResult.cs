using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics.Targets;

/// <summary>A result of any kind and unit.</summary>
internal sealed record FakeResult(double Number, ResultColumnKind Kind, string? Of) : MetricResult
{
    public override string Title => "Fake";

    public override double? Value => Number;

    public override ResultColumnKind ValueKind => Kind;

    public override string? Unit => Of;

    public override Estimate? Estimate => new() { Value = Number, Lower = Number - 1, Upper = Number + 1, N = 5, Level = 0.95, Method = "fake" };

    public override NoValue? WhyNoValue => null;

    public override long Observations => 5;

    public override IReadOnlyList<MetricCount> Counts => [];

    public override IReadOnlyList<MetricTerm> Terms => [];

    public override IReadOnlyList<Figure> Figures => [];

    internal override string DefinitionName => "Fake";
}
