using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using static CustomerJourney.Events.ResultColumnKind;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>The weighted score, what weighting costs, and the cells.</summary>
public sealed record PoststratifiedSurveyResult : MetricResult
{
    private const long FewInCell = 10;
    private const double CostlyDesign = 1.5;

    internal PoststratifiedSurveyResult()
    {
    }

    /// <summary>The question that is answered here.</summary>
    public required PoststratifiedSurvey Definition { get; init; }

    /// <summary>The cells by name.</summary>
    public required IReadOnlyList<PoststratificationCell> Cells { get; init; }

    /// <summary>All customers.</summary>
    public required long Customers { get; init; }

    /// <summary>The customers of cells in which nobody answered: the score does not stand for them.</summary>
    public required long CustomersOutside { get; init; }

    /// <summary>Customers whose answer is off its scale.</summary>
    public required long Invalid { get; init; }

    /// <inheritdoc/>
    public override string Title => $"{Definition.Outcome.Name}, weighted";

    /// <summary>The weighted mean, in the unit of the outcome; <see langword="null"/> without answers.</summary>
    public override double? Value => Refusal is null ? Weighted?.Value * Definition.Outcome.Scale : null;

    /// <summary>The mean of the answers as they came.</summary>
    public double? Unweighted => Refusal is null ? Sample.Value * Definition.Outcome.Scale : null;

    /// <summary>How many times larger the variance is for the weights (Kish), at least 1; <see langword="null"/> without answers.</summary>
    public double? DesignEffect => Weighted?.DesignEffect;

    /// <summary>As how many equally weighted answers these count; <see langword="null"/> without answers.</summary>
    public double? EffectiveAnswers => Weighted?.EffectiveN;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => Definition.Outcome.Kind;

    /// <inheritdoc/>
    public override string? Unit => Definition.Outcome.Unit;

    /// <summary>The weighted mean with its interval; <see langword="null"/> below two answers.</summary>
    public override Estimate? Estimate => Refusal is null ? Interval : null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Refusal is not null ? Refusal : Value is null ? SurveyText.WhyNoValue(Definition.Outcome.Name, Invalid) : null;

    /// <inheritdoc/>
    public override long Observations => Sample.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Responses", Sample.Count), new("Customers", Customers), new("Customers outside", CustomersOutside), new("Invalid", Invalid), new("Cells", Cells.Count),
        new("Cells without answers", Cells.Count(cell => cell.Answers == 0)), new("Cells capped", Cells.Count(cell => cell.IsCapped)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        new MetricFigure { Name = "Unweighted", Kind = ValueKind, Value = Unweighted, Estimate = Refusal is null ? Definition.Outcome.IntervalOf(Sample, Definition.Level) : null },
        new MetricFigure { Name = "Design effect", Kind = Number, Value = DesignEffect },
        new MetricFigure { Name = "Effective answers", Kind = Number, Value = EffectiveAnswers },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this, Invalid);
            if (Value is null) return warnings.AsReadOnly();
            if (CustomersOutside > 0) Add($"{CustomersOutside} of {Customers} customers {(CustomersOutside == 1 ? "is in a cell" : "are in cells")} in which nobody answered: the score does not stand for them. Take fewer attributes.");
            if (Cells.Count(cell => cell.IsCapped) is > 0 and int capped) Add($"The weights of {capped} {(capped == 1 ? "cell" : "cells")} were cut to {Definition.Cap:R} mean weights: some of the bias is left.");
            if (Cells.Count(cell => cell.Answers is > 0 and < FewInCell) is > 0 and int few) Add($"{few} {(few == 1 ? "cell has" : "cells have")} fewer than {FewInCell} answers: weights of so few are unsteady. Take fewer attributes.");
            if (DesignEffect > CostlyDesign) Add($"The design effect is {DesignEffect:0.00}: {Sample.Count} answers count as {EffectiveAnswers:0}.");
            return warnings.AsReadOnly();

            void Add(FormattableString message) => warnings.Add(new MetricWarning { Kind = MetricWarningKind.Assumption, Message = message.ToString(CultureInfo.InvariantCulture) });
        }
    }

    /// <summary>Always empty: a weighted mean has no counts from which it could be compared. Compare the unweighted metric, or two weighted intervals.</summary>
    public override IReadOnlyList<Figure> Figures => [];

    /// <summary>The cells as a table, for a report.</summary>
    public IJourneyResult CellTable => new MetricPart($"Weights of {Definition.Outcome.Name}", new ResultTable
    {
        Columns =
        [
            .. Definition.Attributes.Select(name => Column($"Attribute {name}", Text)),
            Column("Customers", ResultColumnKind.Count), Column("Answers", ResultColumnKind.Count), Column("Share of customers", Share), Column("Share of answers", Share),
            Column(ColumnName.Apart(Definition.Outcome.Name, ["Customers", "Answers", "Share of customers", "Share of answers", "Weight", "Capped", .. Definition.Attributes.Select(name => $"Attribute {name}")]), ValueKind), Column("Weight", Number), Column("Capped", Flag),
        ],
        Rows =
        [
            .. Cells.Select(IReadOnlyList<object?> (cell) =>
            [
                .. cell.Values.Select(value => value ?? Dimension.NoValue), cell.Customers, cell.Answers, (double)cell.Customers / Customers,
                Sample.Count == 0 ? null : (double)cell.Answers / Sample.Count, cell.Value, cell.Weight, cell.IsCapped,
            ]),
        ],
        BaseColumn = "Answers",
    });

    /// <summary>Why the answers are not taken, where they were given on another scale.</summary>
    internal NoValue? Refusal { get; init; }

    internal override string DefinitionName => nameof(PoststratifiedSurvey);

    internal override IEnumerable<IJourneyResult> JsonParts => [CellTable];

    internal Sample Sample { get; init; } = new MeanSample(0, 0, 0);

    internal WeightedMean? Weighted { get; init; }

    internal Estimate? Interval { get; init; }

    private static ResultColumn Column(string name, ResultColumnKind kind) => new() { Name = name, Kind = kind };
}
