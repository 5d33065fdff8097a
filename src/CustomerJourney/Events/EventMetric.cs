using System.Diagnostics.CodeAnalysis;

namespace CustomerJourney.Events;

/// <summary>A metric of single events (survey answers, amounts), written once and then broken down by anything that an event or its customer has.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
public abstract record EventMetric<TResult> : Analysis<TResult>
{
    private const string HidesOnPurpose = "A metric of events takes any dimension; for one of customers the answer is the same.";

    /// <summary>Which events the metric reads.</summary>
    public virtual EventSelection Reads => EventSelection.WithFeedback;

    /// <summary>Which of the events of one customer count. Every one by default; survey metrics count the latest answer.</summary>
    public AnswerCounting Counting
    {
        get;
        init
        {
            if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown way of counting answers.");
            field = value;
        }
    } = AnswerCounting.All;

    /// <summary>Makes an empty tally for one group.</summary>
    public abstract Tally<TResult> CreateTally();

    /// <summary>Makes an empty tally for one group of events of a log, for a metric that knows events by their names; see <see cref="CreateTally()"/>.</summary>
    /// <param name="schema">The names of the log, empty where only finished states are merged.</param>
    internal virtual Tally<TResult> CreateTally(LogSchema schema) => CreateTally();

    /// <summary>Whether the metric is about an event, among those that it <see cref="Reads"/>. True by default.</summary>
    /// <param name="e">An event.</param>
    public virtual bool Selects(in TraceEvent e) => true;

    /// <summary>The same metric for each group of events, or of customers.</summary>
    /// <param name="dimension">What events, or customers, are grouped by.</param>
    [SuppressMessage("Design", "CA1061", Justification = HidesOnPurpose)]
    public Analysis<Breakdown<TResult>> By(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new EventBreakdown<TResult>(this, dimension, null);
    }

    /// <summary>The same metric for each pair of groups.</summary>
    /// <param name="rows">What is grouped by first.</param>
    /// <param name="columns">What is grouped by second.</param>
    [SuppressMessage("Design", "CA1061", Justification = HidesOnPurpose)]
    public Analysis<Breakdown<TResult>> By(Dimension rows, Dimension columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return new EventBreakdown<TResult>(this, rows, columns);
    }

    /// <summary>The kind of answers of which nothing but the score is read, so that no event need be looked at where answers name no questions; <see langword="null"/> where <see cref="Selects"/> and the tally say what is read.</summary>
    internal virtual FeedbackKind? ScoresOf => null;

    internal sealed override bool CountsCustomersOnce => Counting != AnswerCounting.All;

    /// <inheritdoc/>
    public sealed override Accumulator<TResult> CreateAccumulator(LogSchema schema) => new EventMetricAccumulator<TResult>(this, schema);
}
