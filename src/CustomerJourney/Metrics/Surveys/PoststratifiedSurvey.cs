using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>
/// A score as it would be if those who answered were mixed like all customers: each answer is weighted by how many customers of its cell (plan, country …) it stands for.
/// </summary>
/// <remarks>
/// <para>The weight of a cell is its share of the customers of the log, those without events included, over its share of the answers, at most <see cref="Cap"/> times the mean weight. It helps where
/// the attributes explain both who answers and what is answered, and costs precision: the design effect says how much. It does nothing for differences within cells.</para>
/// <para>The standard error is linearized with the weights taken as given (T. Lumley, Complex Surveys, 2010); cells: D. Holt &amp; T. M. F. Smith, "Post stratification", Journal of the Royal
/// Statistical Society A 142 (1979). A cell in which nobody answered has no answer that could stand for it: its customers are told and left out. Keeps counts of scores by cell.</para>
/// </remarks>
public sealed record PoststratifiedSurvey : Analysis<PoststratifiedSurveyResult>, IDefinedByTerms
{
    /// <summary>Asks about a score.</summary>
    /// <param name="outcome">The answers: a survey metric as it is; each customer counts once.</param>
    /// <param name="attributes">The customer attributes whose combinations are the cells, one at least.</param>
    public PoststratifiedSurvey(CustomerOutcome outcome, params ReadOnlySpan<string> attributes)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (attributes.Length == 0) throw new ArgumentException("Name the customer attributes that make the cells, one at least.", nameof(attributes));
        Outcome = outcome;
        Attributes = AttributeList.Checked([.. attributes]);
    }

    /// <summary>The answers, and what they count as.</summary>
    public CustomerOutcome Outcome { get; }

    /// <summary>The customer attributes whose combinations are the cells.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The largest weight, in mean weights, at least 1; 5 by default. Rare answers of large cells would else carry the score alone.</summary>
    public double Cap
    {
        get;
        init
        {
            if (!(value >= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "The largest weight is at least 1, the mean one.");
            field = value;
        }
    } = 5;

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>All customers make the cells, those without events too.</summary>
    public override bool IncludesCustomersWithoutEvents => true;

    IReadOnlyList<MetricTerm> IDefinedByTerms.Terms =>
    [
        new("outcome", $"{Outcome.Name}: {Outcome.Meaning}"), new("cells", string.Join(" × ", Attributes)), new("largest weight", string.Create(CultureInfo.InvariantCulture, $"{Cap:R} mean weights")),
        SurveyText.Answers(Outcome.Counting), MetricTerms.Level(Level),
    ];

    /// <inheritdoc/>
    /// <exception cref="JourneyDefinitionException">The log lacks an attribute, all answers of a customer count, or the outcome cannot be read; all such problems are listed.</exception>
    public override Accumulator<PoststratifiedSurveyResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new PoststratifiedSurveyAccumulator(this, schema);
    }

    /// <summary>Whether both ask the same.</summary>
    /// <param name="other">The other question.</param>
    public bool Equals(PoststratifiedSurvey? other) =>
        other is not null && Outcome == other.Outcome && Level.Equals(other.Level) && Cap.Equals(other.Cap) && Attributes.SequenceEqual(other.Attributes, StringComparer.Ordinal);

    /// <summary>A hash code in accord with <see cref="Equals(PoststratifiedSurvey)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Outcome, Attributes.Count, Level);

    /// <summary>Prints the definition, by which partial results recognize it.</summary>
    /// <param name="builder">Where to print.</param>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Outcome = {Outcome}, Attributes = [{string.Join("; ", Attributes)}], Cap = {Cap:R}, Level = {Level:R}");
        return true;
    }
}
