using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>What became of the invitations to a survey: answered in time, answered late, not answered, or still open. Not answering is a state of a customer, not a gap in the data.</summary>
/// <remarks>
/// An answer belongs to the latest invitation before it, and answers only that one; answers off the scale count as given. An invitation that follows another one which still waits within its window
/// is a reminder. The rate is of invitations whose window has been observed to its end, answered or not: of the youngest ones only the quick answers are known, and counting these would flatter it.
/// Invitations of one customer are alike, so the interval is over customers. Keeps sixteen bytes or so for each customer with an open invitation.
/// </remarks>
public sealed record InvitationOutcomes : Analysis<InvitationOutcomesResult>, IDefinedByTerms
{
    /// <summary>Asks about invitations.</summary>
    /// <param name="outcome">The answers: a survey metric as it is. All its answers count here, whichever count there.</param>
    /// <param name="invitations">The names of the events that invite, one at least, compared ordinally.</param>
    public InvitationOutcomes(CustomerOutcome outcome, params ReadOnlySpan<string> invitations)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Outcome = outcome;
        Invitations = InvitationList.Checked(invitations);
    }

    /// <summary>The answers.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>The names of the events that invite.</summary>
    public IReadOnlyList<string> Invitations { get; }

    /// <summary>How long after an invitation an answer is in time, its end included; 14 days by default, more than zero.</summary>
    public TimeSpan Within
    {
        get;
        init => field = InvitationList.Window(value);
    } = TimeSpan.FromDays(14);

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    internal override bool CountsCustomersOnce => false;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("answers", Outcome.Name), new("invitations", string.Join("; ", Invitations)), new("in time", $"within {Within.ToString("c", CultureInfo.InvariantCulture)}"),
        new("level", Level.ToString("R", CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    /// <exception cref="JourneyDefinitionException">The answers cannot be read.</exception>
    public override Accumulator<InvitationOutcomesResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (Outcome.Fault is { } fault) throw new JourneyDefinitionException("The analysis of invitations", [fault]);
        return new InvitationOutcomesAccumulator(this, schema);
    }

    /// <summary>Whether both ask the same.</summary>
    /// <param name="other">The other question.</param>
    public bool Equals(InvitationOutcomes? other) =>
        other is not null && (Outcome, Within, ObservedUntil) == (other.Outcome, other.Within, other.ObservedUntil) && Level.Equals(other.Level) && Invitations.SequenceEqual(other.Invitations, StringComparer.Ordinal);

    /// <summary>A hash code in accord with <see cref="Equals(InvitationOutcomes)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Outcome, Invitations.Count, Level);

    /// <summary>Prints the definition, by which partial results recognize it.</summary>
    /// <param name="builder">Where to print.</param>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Outcome = {Outcome}, Invitations = [{string.Join("; ", Invitations)}], Within = {Within:c}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }
}
