using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>
/// What goes with an outcome, the strongest driver first. The value is R², the share of the outcome's variance that goes with all drivers of the model together.
/// Association, not cause.
/// </summary>
public sealed record KeyDriversResult : MetricResult
{
    // Of so many independent tests at the usual level, one finds something by chance.
    private const int ManyTested = 20;

    internal KeyDriversResult()
    {
    }

    /// <summary>The question that is answered here.</summary>
    public required KeyDrivers Definition { get; init; }

    /// <summary>The customers analyzed: with a valid outcome and all drivers.</summary>
    public required long Customers { get; init; }

    /// <summary>The customers with events and without an outcome.</summary>
    public required long WithoutOutcome { get; init; }

    /// <summary>The customers whose outcome is invalid: an answer off its scale.</summary>
    public required long Invalid { get; init; }

    /// <summary>The customers who lack a number that a driver needs.</summary>
    public required long Incomplete { get; init; }

    /// <summary>The mean outcome of the customers analyzed; <see langword="null"/> with too few for an interval.</summary>
    public required Estimate? Outcome { get; init; }

    /// <summary>The drivers: those of the model by falling weight, then those without a weight in the order of the definition.</summary>
    public required IReadOnlyList<KeyDriver> Drivers { get; init; }

    /// <summary>What is not among <see cref="Drivers"/> because (nearly) all customers are alike in it, and the levels that were put together.</summary>
    public required IReadOnlyList<LeftOutDriver> LeftOut { get; init; }

    /// <summary>The share of the outcome's variance that goes with the drivers, 0…1; <see langword="null"/> without a model.</summary>
    public required double? RSquared { get; init; }

    /// <summary>R² corrected for the number of drivers; can lie below 0.</summary>
    public required double? AdjustedRSquared { get; init; }

    /// <summary>How many drivers were tested; p-values are corrected for this number.</summary>
    public required int Tests { get; init; }

    /// <summary>What is known of the model that makes it shaky, and what was done otherwise than asked.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <summary>Why there is no model; null where there is one.</summary>
    internal string? Problem { get; init; }

    /// <summary>Why the answers are not taken, where they were given on another scale.</summary>
    internal NoValue? Refusal { get; init; }

    /// <summary>A driver by its group and name.</summary>
    /// <param name="group">The group: "Touchpoint", the name of an attribute.</param>
    /// <param name="name">The name in the group.</param>
    /// <exception cref="KeyNotFoundException">There is no such driver; the message names those there are, and why it was left out if it was.</exception>
    public KeyDriver this[string group, string name] =>
        Drivers.FirstOrDefault(driver => driver.Group == group && driver.Name == name)
        ?? throw new KeyNotFoundException(LeftOut.FirstOrDefault(driver => driver.Group == group && driver.Name == name) is { } left
            ? $"{group} '{name}' was left out: {left.Reason}."
            : $"There is no driver {group} '{name}'; there are {string.Join(", ", Drivers.Take(ManyTested).Select(driver => $"{driver.Group} '{driver.Name}'"))}{(Drivers.Count > ManyTested ? " …" : "")}.");

    /// <summary>Importance against performance of each driver of the model: what to improve first.</summary>
    public ImportancePerformance ImportancePerformance => ImportancePerformance.Of(this);

    /// <inheritdoc/>
    public override string Title => $"Drivers of {Definition.Outcome.Name}";

    /// <summary>R²; see <see cref="RSquared"/>.</summary>
    public override double? Value => RSquared;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>Always <see langword="null"/>: R² has no interval here; the drivers have theirs.</summary>
    public override Estimate? Estimate => null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Refusal is not null ? Refusal : Problem is null ? null : new NoValue { Reason = Customers == 0 ? NoValueReason.NoData : NoValueReason.NotDetermined, Message = Problem };

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Customers", Customers), new("Without outcome", WithoutOutcome), new("Invalid", Invalid), new("Incomplete", Incomplete), new("Drivers", Drivers.Count),
        new("Drivers in the model", Drivers.Count(driver => driver.Weight is not null)), new("Left out", LeftOut.Count), new("Tests", Tests),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        new MetricFigure { Name = Definition.Outcome.Name, Kind = Definition.Outcome.Kind, Value = Outcome?.Value, Estimate = Outcome },
        new MetricFigure { Name = "Adjusted R²", Kind = ResultColumnKind.Number, Value = AdjustedRSquared },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings
    {
        get
        {
            List<MetricWarning> warnings = MetricWarnings.Of(this, Invalid);
            warnings.AddRange(Cautions.Select(caution => new MetricWarning { Kind = MetricWarningKind.Assumption, Message = caution }));
            if (Tests >= ManyTested)
                warnings.Add(MetricWarnings.Warning(MetricWarningKind.ManyLooks, $"{Tests} drivers are tested: go by the corrected p-values."));
            return warnings.AsReadOnly();
        }
    }

    /// <summary>Always empty: drivers of two groups of customers are compared by reading them side by side.</summary>
    public override IReadOnlyList<Figure> Figures => [];

    /// <summary>The tables of the result for a report: the drivers, importance and performance, what was left out.</summary>
    public IReadOnlyList<IJourneyResult> Parts => EquatableList.Of<IJourneyResult>([this, ImportancePerformance, new MetricPart($"Left out of the drivers of {Definition.Outcome.Name}", KeyDriversTable.LeftOut(LeftOut))]);

    /// <summary>One row a driver, the strongest first.</summary>
    public override ResultTable ToTable() => KeyDriversTable.Of(this);

    internal override string DefinitionName => nameof(KeyDrivers);

    internal override IEnumerable<IJourneyResult> JsonParts => Parts;
}
