using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>
/// Which touchpoints, stages, channels, events and attributes go with an outcome such as NPS: the outcome with and without each, correlations, and how much of the outcome's variance goes
/// with each beside the others. Association, not cause: what unhappy customers have in common need not have made them unhappy.
/// </summary>
/// <remarks>
/// <para>The unit is the customer with one outcome (the latest answer, unless the metric says otherwise). Drivers are taken from what the customer did before it, never from its own event or a
/// later one. Customers without an outcome, with an invalid one, or without a number that a driver needs are left out and counted.</para>
/// <para>Levels of an attribute are columns of 0 and 1, less that of the reference level. Levels of fewer than <see cref="MinimumCustomers"/> customers are put together; a driver that as few
/// customers have, or lack, is left out and listed, and so is one that is the same for all.</para>
/// <para>Keeps one row for each customer with an outcome: ranks and the bootstrap need them. Rows are put in the order of customer ids before anything is computed, so results are the same
/// bits for any partition. Relative weights: J. W. Johnson, Multivariate Behavioral Research 35 (2000); Shapley values of R²: R. H. Lindeman, P. F. Merenda &amp; R. Z. Gold (1980).</para>
/// </remarks>
public sealed record KeyDrivers : Analysis<KeyDriversResult>, IDefinedByTerms
{
    /// <summary>The most drivers in a model for which Shapley values are computed: they look at every subset of the drivers.</summary>
    public const int MostShapleyDrivers = 15;

    /// <summary>Asks about an outcome.</summary>
    /// <param name="outcome">The outcome; a survey metric can be given as it is.</param>
    public KeyDrivers(CustomerOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Outcome = outcome;
    }

    /// <summary>What may be moved.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>What may move it, each once; touchpoints, stages and channels by default, which needs a classified log. Where one driver follows from others, the earlier ones stay in the model.</summary>
    public IReadOnlyList<Driver> Of
    {
        get;
        init => field = DriverList.Checked(value);
    } = EquatableList.Of<Driver>([Driver.Touchpoints, Driver.Stages, Driver.Channels]);

    /// <summary>How long before the outcome events still count, more than zero; <see langword="null"/> for no limit.</summary>
    public TimeSpan? LookBack
    {
        get;
        init => field = Given.AboveZero(value);
    }

    /// <summary>Fewer customers than this are too few for a driver or a level of their own; 10 by default, at least 1.</summary>
    public int MinimumCustomers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    /// <summary>How p-values are corrected for the number of drivers.</summary>
    public ManyTests Correction
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>
    /// How many bootstrap replicates are made for the intervals of relative weights; 0, the default, makes none. 200 to 1,000 are usual. Takes the time of one analysis for each, and each customer
    /// counts in each replicate a number of times drawn for him by seed, id and replicate.
    /// </summary>
    /// <remarks>The Poisson bootstrap: J. A. Hanley &amp; B. MacGibbon, "Creating non-parametric bootstrap samples using Poisson frequencies" (2006).</remarks>
    public int BootstrapReplicates
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>The seed of the bootstrap: the same seed gives the same intervals.</summary>
    public ulong Seed { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms
    {
        get
        {
            List<MetricTerm> terms =
            [
                new("outcome", $"{Outcome.Name}: {Outcome.Meaning}"),
                new("drivers", string.Join("; ", Of.Select(driver => driver.Description))),
                new("taken from", LookBack is { } window ? $"events before the outcome, no more than {window.ToString("c", CultureInfo.InvariantCulture)} ago" : "events before the outcome"),
                new("minimum of customers", MinimumCustomers.ToString(CultureInfo.InvariantCulture)),
                new("correction", Correction == ManyTests.Holm ? "Holm" : "Benjamini-Hochberg"),
                new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
                new("meaning", "association, not cause"),
            ];
            if (BootstrapReplicates > 0) terms.Insert(terms.Count - 1, new("bootstrap", string.Create(CultureInfo.InvariantCulture, $"{BootstrapReplicates} replicates, seed {Seed}")));
            return terms.AsReadOnly();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="JourneyDefinitionException">A driver needs a map or an attribute that the log does not have, or the outcome cannot be read; all such problems are listed.</exception>
    public override Accumulator<KeyDriversResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new KeyDriversAccumulator(this, schema);
    }

    /// <summary>Whether both ask the same.</summary>
    /// <param name="other">The other question.</param>
    public bool Equals(KeyDrivers? other) =>
        other is not null && (Outcome, LookBack, MinimumCustomers, Correction, BootstrapReplicates, Seed) == (other.Outcome, other.LookBack, other.MinimumCustomers, other.Correction, other.BootstrapReplicates, other.Seed) && Level.Equals(other.Level) && Of.SequenceEqual(other.Of);

    /// <summary>A hash code in accord with <see cref="Equals(KeyDrivers)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Outcome, Of.Count, Level);

    /// <summary>Prints the definition, by which partial results recognize it.</summary>
    /// <param name="builder">Where to print.</param>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Outcome = {Outcome}, Of = [{string.Join("; ", Of.Select(driver => driver.Description))}], LookBack = {LookBack}, MinimumCustomers = {MinimumCustomers}, ");
        builder.Append(CultureInfo.InvariantCulture, $"Correction = {Correction}, BootstrapReplicates = {BootstrapReplicates}, Seed = {Seed}, Level = {Level:R}");
        return true;
    }
}
