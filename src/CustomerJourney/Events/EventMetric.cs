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
        return Grouped(dimension, null);
    }

    /// <summary>The same metric for each pair of groups.</summary>
    /// <param name="rows">What is grouped by first.</param>
    /// <param name="columns">What is grouped by second.</param>
    [SuppressMessage("Design", "CA1061", Justification = HidesOnPurpose)]
    public Analysis<Breakdown<TResult>> By(Dimension rows, Dimension columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return Grouped(rows, columns);
    }

    /// <summary>The kind of answers of which nothing but the score is read, so that no event need be looked at where answers name no questions; <see langword="null"/> where <see cref="Selects"/> and the tally say what is read.</summary>
    internal virtual FeedbackKind? ScoresOf => null;

    /// <summary>
    /// A metric of other events which must be counted beside these, since they change what may be said of them; <see langword="null"/>, as nearly always, where nothing else need be read, and then nothing else is.
    /// </summary>
    internal virtual EventMetric<TResult>? Beside => null;

    /// <summary>The result of a group in the light of what <see cref="Beside"/> found in it.</summary>
    internal virtual TResult InLightOf(TResult own, TResult beside) => own;

    internal sealed override bool CountsCustomersOnce => Counting != AnswerCounting.All;

    /// <inheritdoc/>
    public sealed override Accumulator<TResult> CreateAccumulator(LogSchema schema) =>
        Beside is { } beside ? new EventMetricAccumulatorBeside<TResult>(this, beside, schema) : new EventMetricAccumulator<TResult>(this, schema);

    private Analysis<Breakdown<TResult>> Grouped(Dimension rows, Dimension? columns) =>
        Beside is { } beside ? new EventBreakdownBeside<TResult>(this, beside, rows, columns) : new EventBreakdown<TResult>(this, rows, columns);
}
