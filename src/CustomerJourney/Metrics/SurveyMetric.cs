using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>What survey metrics share: a kind of question, which answers of a customer count, what they weigh, and a confidence level.</summary>
/// <typeparam name="TResult">The type of the answer.</typeparam>
/// <remarks>
/// Each customer's latest answer counts by default, within each group of a breakdown. An answer outside the scale is counted as invalid, never rounded into it.
/// Answers that were plainly given on another scale are refused: there is then no value, and the reason says what was seen (see <see cref="TrustScale"/>).
/// </remarks>
public abstract record SurveyMetric<TResult> : EventMetric<TResult>
    where TResult : SurveyResult
{
    private protected SurveyMetric() => Counting = AnswerCounting.LatestPerCustomer;

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <summary>The question or survey whose answers count, compared ordinally; <see langword="null"/>, the default, puts all questions of the kind together and warns where there were several.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Question
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>
    /// The attribute that holds the design weight of an answer: how many people it stands for. The attribute of the event is taken, and that of the customer where the event has none.
    /// <see langword="null"/>, the default, counts each answer once.
    /// </summary>
    /// <remarks>
    /// Weights are probability weights: multiplying all of them by a constant changes nothing. A weight is 0 or a number from 1e-100 to 1e100, written with a point; an answer
    /// whose weight is missing, negative or no such number counts for nothing but as an invalid weight.
    /// </remarks>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Weight
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>
    /// Whether answers are taken to be on the scale of the metric however they look; false by default. Otherwise there is no value where at least 30 answers lie all on a smaller usual scale
    /// (0…1, 1…5, 0…5, 1…7, both of its ends among them), or 100 where that leaves less than half of the metric's scale unused, and where at least 10 answers, one in twenty of 30 or more, are whole
    /// numbers of 0…100 outside of the scale; and where one <see cref="Question"/> holds answers to both versions of the Customer Effort Score.
    /// </summary>
    public bool TrustScale { get; init; }

    /// <summary>The kind of answers that are read.</summary>
    internal abstract FeedbackKind Kind { get; }

    /// <summary>Whether several answers of a customer count, so that intervals are over customers.</summary>
    internal bool IsClustered => Counting == AnswerCounting.All;

    internal override FeedbackKind? ScoresOf => Question is null && Weight is null ? Kind : null;

    /// <inheritdoc/>
    public sealed override EventSelection Reads => EventSelection.WithFeedback;

    /// <inheritdoc/>
    public sealed override bool Selects(in TraceEvent e) => e.Kind == Kind && (Question is null || e.Columns.Feedback!.Question(e.FeedbackIndex) == Question);

    /// <summary>The same metric with a count of those who were asked and did not answer; it can be grouped by what customers have.</summary>
    /// <param name="invitations">The names of the events that ask for an answer, at least one.</param>
    /// <exception cref="ArgumentException">No name is given, or one is empty.</exception>
    public Analysis<TResult> AskedBy(params IReadOnlyList<string> invitations) => new AskedSurvey<TResult>(this, new ResponseRate(Kind, invitations) { Question = Question, Level = Level });

    /// <summary>The same metric with a count of those who were asked and did not answer in time; it can be grouped by what customers have.</summary>
    /// <param name="within">How long after an invitation its answer may come, more than zero; an invitation that was not observed so long is open.</param>
    /// <param name="invitations">The names of the events that ask for an answer, at least one.</param>
    /// <exception cref="ArgumentException">No name is given, or one is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is not more than zero.</exception>
    public Analysis<TResult> AskedBy(TimeSpan within, params IReadOnlyList<string> invitations) =>
        new AskedSurvey<TResult>(this, new ResponseRate(Kind, invitations) { Question = Question, Within = within, Level = Level });

    /// <summary>What all survey results have in common, from what was counted.</summary>
    private protected static void CheckFaults(string metric, IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new InvalidOperationException($"{metric} cannot be measured: {string.Join("; ", faults)}.");
    }
}
