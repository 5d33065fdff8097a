using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>
/// Whether those who answer a survey are like those who were asked and did not, and like all customers: activity, recency, channels, stages, attributes of both side by side.
/// </summary>
/// <remarks>
/// The unit is the customer, by his latest invitation; late answers count as answers. A customer whose latest invitation is open is left out of the comparison, answered or not: of the youngest
/// invitations only the quick answers are known. Behavior is taken from the events before the invitation, so that answering cannot change it; of customers who were not invited from all events, or
/// those before <see cref="AsOf"/>. A standardized difference is that of the means in standard deviations: below 0.1 it is taken for nothing (P. C. Austin, Statistics in Medicine 28, 2009), above
/// 0.25 for too much (E. A. Stuart, Statistical Science 25, 2010), whatever the number of customers. Keeps one row for each customer.
/// </remarks>
public sealed record ResponseBias : Analysis<ResponseBiasResult>, IDefinedByTerms
{
    /// <summary>Asks about invitations.</summary>
    /// <param name="outcome">The answers: a survey metric as it is.</param>
    /// <param name="invitations">The names of the events that invite, one at least, compared ordinally.</param>
    public ResponseBias(CustomerOutcome outcome, params ReadOnlySpan<string> invitations)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Outcome = outcome;
        Invitations = InvitationList.Checked(invitations);
    }

    /// <summary>The answers.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>The names of the events that invite.</summary>
    public IReadOnlyList<string> Invitations { get; }

    /// <summary>What is compared, each once; activity, recency, time as a customer and channels by default.</summary>
    public IReadOnlyList<Driver> Of
    {
        get;
        init => field = DriverList.Checked(value);
    } = EquatableList.Of<Driver>([Driver.Activity, Driver.Recency, Driver.Tenure, Driver.Channels]);

    /// <summary>How long after an invitation the answer is waited for; 14 days by default, more than zero.</summary>
    public TimeSpan Within
    {
        get;
        init => field = InvitationList.Window(value);
    } = TimeSpan.FromDays(14);

    /// <summary>The instant as of which customers who were not invited are looked at; without one their days (recency, time in stages) are not known, and all customers are compared on the rest.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>Fewer customers than this are too few for a level or a happening of their own; 10 by default, at least 1.</summary>
    public int MinimumCustomers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10;

    /// <summary>How p-values are corrected for the number of comparisons.</summary>
    public ManyTests Correction
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>All customers are compared with, those without events too.</summary>
    public override bool IncludesCustomersWithoutEvents => true;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("answers", Outcome.Name), new("invitations", string.Join("; ", Invitations)), new("in time", $"within {Within.ToString("c", CultureInfo.InvariantCulture)}; late answers count too"),
        new("compared", string.Join("; ", Of.Select(driver => driver.Description))), new("taken from", "events before the latest invitation"),
        new("correction", Correction == ManyTests.Holm ? "Holm" : "Benjamini-Hochberg"),
        new("judgement", "largest standardized difference below 0.1 negligible, above 0.25 marked"), new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    /// <exception cref="JourneyDefinitionException">What is compared needs a map or an attribute that the log does not have, or the answers cannot be read; all such problems are listed.</exception>
    public override Accumulator<ResponseBiasResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new ResponseBiasAccumulator(this, schema);
    }

    /// <summary>Whether both ask the same.</summary>
    /// <param name="other">The other question.</param>
    public bool Equals(ResponseBias? other) =>
        other is not null && (Outcome, Within, AsOf, ObservedUntil, MinimumCustomers, Correction) == (other.Outcome, other.Within, other.AsOf, other.ObservedUntil, other.MinimumCustomers, other.Correction) && Level.Equals(other.Level) && Invitations.SequenceEqual(other.Invitations, StringComparer.Ordinal) && Of.SequenceEqual(other.Of);

    /// <summary>A hash code in accord with <see cref="Equals(ResponseBias)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Outcome, Invitations.Count, Of.Count, Level);

    /// <summary>Prints the definition, by which partial results recognize it.</summary>
    /// <param name="builder">Where to print.</param>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Outcome = {Outcome}, Invitations = [{string.Join("; ", Invitations)}], Of = [{string.Join("; ", Of.Select(driver => driver.Description))}], Within = {Within:c}, ");
        builder.Append(CultureInfo.InvariantCulture, $"AsOf = {AsOf?.UtcDateTime:O}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, MinimumCustomers = {MinimumCustomers}, Correction = {Correction}, Level = {Level:R}");
        return true;
    }
}
