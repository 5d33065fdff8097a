using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;
using static CustomerJourney.Events.ResultColumnKind;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>Respondents, nonrespondents and all customers side by side. The value is the largest standardized difference between those who answered and those who did not, by which the bias is judged.</summary>
public sealed record ResponseBiasResult : MetricResult
{
    // P. C. Austin (2009) and E. A. Stuart (2010); see ResponseBias.
    private const double NegligibleBelow = 0.1;
    private const double MarkedAbove = 0.25;

    internal ResponseBiasResult()
    {
    }

    /// <summary>The question that is answered here.</summary>
    public required ResponseBias Definition { get; init; }

    /// <summary>The customers who answered their latest invitation, in time or late.</summary>
    public required long Respondents { get; init; }

    /// <summary>The customers who did not answer it, and whose window has closed.</summary>
    public required long Nonrespondents { get; init; }

    /// <summary>Those of the respondents who answered after the window.</summary>
    public required long Late { get; init; }

    /// <summary>The customers whose latest invitation is still open, answered or not; they are compared among all customers only.</summary>
    public required long Open { get; init; }

    /// <summary>The customers who were not invited.</summary>
    public required long NotInvited { get; init; }

    /// <summary>What was compared, in the order of the definition.</summary>
    public required IReadOnlyList<ResponseBiasRow> Rows { get; init; }

    /// <summary>What was not compared because (nearly) all customers are alike in it.</summary>
    public required IReadOnlyList<LeftOutDriver> LeftOut { get; init; }

    /// <summary>How many comparisons were tested; p-values are corrected for this number.</summary>
    public required int Tests { get; init; }

    /// <summary>The judgement by the largest standardized difference; <see langword="null"/> where there is none.</summary>
    public ResponseBiasLevel? Bias => Value is not { } largest ? null
        : largest < NegligibleBelow ? ResponseBiasLevel.Negligible : largest <= MarkedAbove ? ResponseBiasLevel.Moderate : ResponseBiasLevel.Marked;

    /// <summary>A comparison by its group and name.</summary>
    /// <param name="group">The group: "Behavior", the name of an attribute.</param>
    /// <param name="name">The name in the group.</param>
    /// <exception cref="KeyNotFoundException">There is no such comparison; the message names those there are.</exception>
    public ResponseBiasRow this[string group, string name] => Rows.FirstOrDefault(row => row.Group == group && row.Name == name)
        ?? throw new KeyNotFoundException($"There is no comparison of {group} '{name}'; there are {string.Join(", ", Rows.Select(row => $"{row.Group} '{row.Name}'"))}.");

    /// <inheritdoc/>
    public override string Title => $"Response bias of {Definition.Outcome.Name}";

    /// <summary>The largest standardized difference between respondents and nonrespondents, whatever its sign, not negative; <see langword="null"/> where a group is empty.</summary>
    public override double? Value => Rows.Max(row => row.StandardizedDifference is { } size ? Math.Abs(size) : (double?)null);

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => Number;

    /// <inheritdoc/>
    public override string Unit => "standard deviations";

    /// <summary>Always <see langword="null"/>: the largest of several differences has no interval; the differences have theirs.</summary>
    public override Estimate? Estimate => null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null : new NoValue
    {
        Reason = Open > 0 && Respondents + Nonrespondents == 0 ? NoValueReason.StillOpen : Respondents == 0 || Nonrespondents == 0 ? NoValueReason.NoData : NoValueReason.NotDetermined,
        Message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{CountText.Of(Respondents, "customer")} answered and {Nonrespondents} did not ({Open} {(Open == 1 ? "invitation is" : "invitations are")} open): there is nothing to compare, or nothing in which they differ at all."),
    };

    /// <inheritdoc/>
    public override long Observations => Respondents + Nonrespondents;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Respondents", Respondents), new("Nonrespondents", Nonrespondents), new("Answered late", Late), new("Open", Open), new("Not invited", NotInvited),
        new("Comparisons", Rows.Count), new("Left out", LeftOut.Count), new("Tests", Tests),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this);
            if (Bias is ResponseBiasLevel.Moderate or ResponseBiasLevel.Marked && Rows.MaxBy(row => Math.Abs(row.StandardizedDifference ?? 0)) is { } worst)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.Assumption, $"Those who answered differ from those who did not, most in {worst.Group} '{worst.Name}' ({worst.StandardizedDifference:0.00} standard deviations): weigh the answers with {nameof(PoststratifiedSurvey)}, or say so beside the score."));
            return warnings.AsReadOnly();
        }
    }

    /// <summary>The share of the invited customers with a closed invitation who answered.</summary>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = $"answered {Definition.Outcome.Name}", Sample = new ShareSample(Respondents, Respondents + Nonrespondents) }];

    /// <summary>One row a comparison. Shares and means stand in one column; "Measured" says which.</summary>
    public override ResultTable ToTable() => new()
    {
        Columns =
        [
            Column("Kind", Text), Column("Compared", Text), Column("Measured", Text), Column("Respondents", ResultColumnKind.Count), Column("Nonrespondents", ResultColumnKind.Count),
            Mixed("Among respondents"), Mixed("Among nonrespondents"), Mixed("Among all"), Mixed("Difference"), Mixed("Lower"), Mixed("Upper"),
            Column("p", PValue), Column("Corrected p", PValue), Column("Standardized difference", Number), Column("Standardized difference from all", Number),
        ],
        Rows =
        [
            .. Rows.Select(IReadOnlyList<object?> (row) =>
            [
                row.Group, row.Name, KeyDriversTable.WordOf(row.Measure), row.Respondents, row.Nonrespondents, row.AmongRespondents, row.AmongNonrespondents, row.AmongAll,
                row.Difference?.Value, row.Difference?.Lower, row.Difference?.Upper, row.Test?.PValue, row.Test?.AdjustedPValue, row.StandardizedDifference, row.StandardizedDifferenceFromAll,
            ]),
        ],
        BaseColumn = "Respondents",
        Chart = new ResultChart { LabelColumns = ["Kind", "Compared", "Measured"], ValueColumn = "Standardized difference" },
    };

    internal override string DefinitionName => nameof(ResponseBias);

    internal override IEnumerable<IJourneyResult> JsonParts => [this, new MetricPart("Left out", KeyDriversTable.LeftOut(LeftOut))];

    /// <summary>Shares, counts and days stand below each other.</summary>
    private static ResultColumn Mixed(string name) => Column(name, Number) with { IsMixed = true };

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };
}
