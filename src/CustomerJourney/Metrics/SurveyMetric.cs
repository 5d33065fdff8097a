using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What survey metrics share: a kind of question, which answers of a customer count, and a confidence level.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>Each customer's latest answer counts by default, within each group of a breakdown. An answer outside the scale is counted as invalid, never rounded into it.</remarks>
public abstract record SurveyMetric<TResult> : EventMetric<TResult>
{
    private protected SurveyMetric() => Counting = AnswerCounting.LatestPerCustomer;

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>The kind of answers that are read.</summary>
    internal abstract FeedbackKind Kind { get; }

    internal sealed override FeedbackKind? ScoresOf => Kind;

    /// <inheritdoc/>
    public sealed override EventSelection Reads => EventSelection.WithFeedback;

    /// <inheritdoc/>
    public sealed override bool Selects(in TraceEvent e) => e.Kind == Kind;
}
