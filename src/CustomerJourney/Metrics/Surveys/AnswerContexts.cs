using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>
/// Surveys joined to behavior: for every answer that counts where the customer was when he gave it, how he came there, and how long he had been a customer; and the score by each of these.
/// </summary>
/// <remarks>
/// Everything is taken from the events before the answer, never from its own event (but for its channel) or a later one. Keeps one row for each answer. In the order of customer ids and times,
/// whatever the partition.
/// </remarks>
public sealed record AnswerContexts : Analysis<AnswerContextsResult>, IDefinedByTerms
{
    private const int MostSteps = 20;

    /// <summary>Asks about answers.</summary>
    /// <param name="outcome">The answers: a survey metric as it is, with its scale and which of a customer's answers count.</param>
    public AnswerContexts(CustomerOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Outcome = outcome;
    }

    /// <summary>The answers, and what they count as.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>How many of the last steps before the answer make its path: 1 to 20, 3 by default.</summary>
    public int Steps
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostSteps);
            field = value;
        }
    } = 3;

    /// <summary>What the steps are.</summary>
    public AnswerPath PathOf
    {
        get;
        init => field = Given.Defined(value);
    }

    /// <summary>The name of the event that is a purchase, for the time since the last one; <see langword="null"/> where that is not asked.</summary>
    public string? PurchaseEvent { get; init; }

    /// <summary>The names of the customer attributes that are put beside each answer. None by default.</summary>
    public IReadOnlyList<string> Attributes
    {
        get;
        init => field = AttributeList.Checked(value);
    } = EquatableList<string>.Empty;

    /// <summary>How many paths have a row of their own in the summary, the most frequent ones; the rest is one row. 20 by default, at least 1.</summary>
    public int MostPaths
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 20;

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    internal override bool CountsCustomersOnce => Outcome.Counting != AnswerCounting.All;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("outcome", $"{Outcome.Name}: {Outcome.Meaning}"),
        SurveyText.Answers(Outcome.Counting), MetricTerms.Level(Level),
        new("path", string.Create(CultureInfo.InvariantCulture, $"the last {Steps} {PathOf switch { AnswerPath.Touchpoints => "touchpoints", AnswerPath.Stages => "stages", AnswerPath.Channels => "channels", _ => "events" }} before the answer")),
        new("purchase", PurchaseEvent ?? "none named"),
    ];

    /// <inheritdoc/>
    /// <exception cref="JourneyDefinitionException">The path is of stages and the log has not been classified, the log lacks an attribute, or the outcome cannot be read; all such problems are listed.</exception>
    public override Accumulator<AnswerContextsResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new AnswerContextsAccumulator(this, schema);
    }

    /// <summary>Whether both ask the same.</summary>
    /// <param name="other">The other question.</param>
    public bool Equals(AnswerContexts? other) =>
        other is not null && (Outcome, Steps, PathOf, PurchaseEvent, MostPaths) == (other.Outcome, other.Steps, other.PathOf, other.PurchaseEvent, other.MostPaths) && Level.Equals(other.Level) && Attributes.SequenceEqual(other.Attributes, StringComparer.Ordinal);

    /// <summary>A hash code in accord with <see cref="Equals(AnswerContexts)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Outcome, Attributes.Count, Level);

    /// <summary>Prints the definition, by which partial results recognize it.</summary>
    /// <param name="builder">Where to print.</param>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Outcome = {Outcome}, Steps = {Steps}, PathOf = {PathOf}, PurchaseEvent = {PurchaseEvent}, Attributes = [{string.Join("; ", Attributes)}], MostPaths = {MostPaths}, Level = {Level:R}");
        return true;
    }
}
