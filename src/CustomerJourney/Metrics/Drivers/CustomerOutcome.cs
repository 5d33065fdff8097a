using System.Diagnostics.CodeAnalysis;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>What drivers may move: one number of each customer, known at one moment of his log. An answer to a survey, or a number of your own.</summary>
/// <remarks>Where a metric is wanted here it can be given as it is: <c>new Nps()</c> is <see cref="Of(Nps)"/>, and so for CSAT and CES.</remarks>
public abstract record CustomerOutcome
{
    private protected CustomerOutcome()
    {
    }

    /// <summary>What the outcome is called: "NPS".</summary>
    public abstract string Name { get; }

    /// <summary>What the numbers are, in words: "promoter +1, passive 0, detractor −1, in points".</summary>
    public abstract string Meaning { get; }

    /// <summary>The unit of means and differences, where they have one: "points".</summary>
    public virtual string? Unit => null;

    /// <summary>What means and differences are: <see cref="ResultColumnKind.Share"/> (0…1) or <see cref="ResultColumnKind.Number"/>.</summary>
    public virtual ResultColumnKind Kind => ResultColumnKind.Number;

    /// <summary>By how much a mean of the numbers is multiplied when it is shown: 100 for NPS.</summary>
    internal virtual double Scale => 1;

    /// <summary>Which of a customer's answers count.</summary>
    internal virtual AnswerCounting Counting => AnswerCounting.LatestPerCustomer;

    /// <summary>Likelihood to recommend as −1, 0, +1: means are Net Promoter Scores, in points.</summary>
    /// <param name="metric">The metric, with the answers that count.</param>
    public static CustomerOutcome Of(Nps metric) => new SurveyOutcome<NpsResult>(NotNull(metric), false);

    /// <summary>Whether the customer is satisfied, 1 or 0: means are shares of satisfied customers.</summary>
    /// <param name="metric">The metric, with its scale, top boxes and the answers that count.</param>
    public static CustomerOutcome Of(Csat metric) => new SurveyOutcome<CsatResult>(NotNull(metric), false);

    /// <summary>Ease from 1 to 7: means are customer effort scores.</summary>
    /// <param name="metric">The metric, with the answers that count.</param>
    public static CustomerOutcome Of(Ces metric) => new SurveyOutcome<CesResult>(NotNull(metric), true);

    /// <summary>Likelihood to recommend as it was answered, 0…10.</summary>
    /// <param name="metric">The metric, with the answers that count.</param>
    public static CustomerOutcome ScoreOf(Nps metric) => new SurveyOutcome<NpsResult>(NotNull(metric), true);

    /// <summary>Satisfaction as it was answered, on the scale of the metric.</summary>
    /// <param name="metric">The metric, with its scale and the answers that count.</param>
    public static CustomerOutcome ScoreOf(Csat metric) => new SurveyOutcome<CsatResult>(NotNull(metric), true);

    /// <summary>A number of your own: revenue of the first year, days until the second order.</summary>
    /// <param name="name">What it is; also how partial results recognize it.</param>
    /// <param name="read">Reads it off a customer's events; <see langword="null"/> for customers who have none.</param>
    public static CustomerOutcome Of(string name, OutcomeReader read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        return new UserOutcome(name, read);
    }

    /// <summary>See <see cref="Of(Nps)"/>.</summary>
    /// <param name="metric">The metric.</param>
    [return: NotNullIfNotNull(nameof(metric))]
    [SuppressMessage("Usage", "CA2225", Justification = "Of is the named form.")]
    public static implicit operator CustomerOutcome?(Nps? metric) => metric is null ? null : Of(metric);

    /// <summary>See <see cref="Of(Csat)"/>.</summary>
    /// <param name="metric">The metric.</param>
    [return: NotNullIfNotNull(nameof(metric))]
    [SuppressMessage("Usage", "CA2225", Justification = "Of is the named form.")]
    public static implicit operator CustomerOutcome?(Csat? metric) => metric is null ? null : Of(metric);

    /// <summary>See <see cref="Of(Ces)"/>.</summary>
    /// <param name="metric">The metric.</param>
    [return: NotNullIfNotNull(nameof(metric))]
    [SuppressMessage("Usage", "CA2225", Justification = "Of is the named form.")]
    public static implicit operator CustomerOutcome?(Ces? metric) => metric is null ? null : Of(metric);

    /// <summary>What keeps the outcome from being read, as one sentence; null if nothing does.</summary>
    internal virtual string? Fault => null;

    /// <summary>The outcomes of a customer that count, at most <paramref name="most"/>, in the order in which they are counted: latest or first first, all in the order of the log.</summary>
    internal abstract void Read(in CustomerTrace trace, int most, List<OutcomeReading> into);

    /// <summary>Every outcome of a customer in the order of the log, whichever counts.</summary>
    internal virtual void ReadEvery(in CustomerTrace trace, List<OutcomeReading> into) => Read(trace, int.MaxValue, into);

    /// <summary>The numbers of a group as a sample, which has the interval and the comparison that suit them.</summary>
    internal virtual Sample SampleOf(ReadOnlySpan<double> values) => MeanSample.Of(values);

    /// <summary>The sample of values that stand for so many customers each.</summary>
    internal virtual Sample SampleOf(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
    {
        ExactSum sum = new(), squares = new();
        long count = 0;
        for (int place = 0; place < values.Length; place++)
        {
            sum.AddProduct(values[place], counts[place]);
            squares.AddProduct(values[place] * values[place], counts[place]);
            count += counts[place];
        }

        return MeanSample.Of(count, sum, squares);
    }

    /// <summary>The mean of a sample with the interval that the outcome asks for, as it is shown.</summary>
    internal virtual Estimate? IntervalOf(Sample sample, double level) => Shown(OnScale(sample.Estimate(level)));

    /// <summary>A mean, before it is scaled to be shown, with limits that a mean can have.</summary>
    internal virtual Estimate? OnScale(Estimate? mean) => mean;

    /// <summary>Watches the answers for what only all of them together tell.</summary>
    internal virtual OutcomeWatch Watch(LogSchema schema) => OutcomeWatch.None();

    /// <summary>An estimate of a mean or a difference of means as it is shown.</summary>
    [return: NotNullIfNotNull(nameof(estimate))]
    internal Estimate? Shown(Estimate? estimate) => estimate is null || Scale == 1 ? estimate
        : estimate with { Value = estimate.Value * Scale, Lower = estimate.Lower * Scale, Upper = estimate.Upper * Scale };

    private static T NotNull<T>(T metric, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(metric))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(metric, name);
        return metric;
    }
}
