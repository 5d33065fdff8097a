using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Analytics;

/// <summary>How many customers take the steps in order, within a window. Other events may lie between the steps. Equal by value.</summary>
/// <remarks>
/// <para>One event serves one step; a step that stands twice needs two events. Order is the order of the log, so events at one instant follow each other by their sequence.</para>
/// <para>The window is elapsed time from the event that serves the first step, its end included. Of several possible starts the latest one counts that leads furthest, so a
/// customer who tries again is not lost because the first try was too slow. A customer counts once, at the furthest step ever reached, and stops at the first completion.</para>
/// <para>Customers whose window is still running when the log ends are told apart: they have neither converted nor been lost. Rates are of customers whose window has closed.
/// Without a window everything ends with the log.</para>
/// <para>The time of an event that lasts is its start. Takes time linear in the events; keeps eight bytes for each customer who completes, for the median,
/// and sixteen for each whose window is running at the end of their log.</para>
/// </remarks>
public sealed record Funnel : Analysis<FunnelResult>
{
    private const int MostSteps = 64;

    /// <summary>Asks about steps.</summary>
    /// <param name="steps">The steps, in order: 1 to 64, each alternative of a step counted.</param>
    public Funnel(params ReadOnlySpan<Step> steps)
    {
        if (steps.Length is 0 or > MostSteps) throw new ArgumentException($"A funnel has 1 to {MostSteps} steps, not {steps.Length}.", nameof(steps));
        foreach (Step step in steps) ArgumentNullException.ThrowIfNull(step, nameof(steps));
        Steps = [.. steps];
        int alternatives = Steps.Sum(step => step.AlternativeCount);
        if (alternatives > Step.MostAlternatives)
            throw new ArgumentException($"The steps of a funnel have at most {Step.MostAlternatives} alternatives together, not {alternatives}.", nameof(steps));
    }

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>How long after the first step the others may come, more than zero; <see langword="null"/> for no limit.</summary>
    public TimeSpan? Window
    {
        get;
        init
        {
            if (value is TimeSpan window) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero, nameof(value));
            field = value;
        }
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of intervals, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A step is a stage or a touchpoint and the log has not been classified.</exception>
    /// <exception cref="ArgumentException">A step is a stage or a touchpoint that the map does not have.</exception>
    public override Accumulator<FunnelResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new FunnelAccumulator(this, schema);
    }

    /// <inheritdoc/>
    public bool Equals(Funnel? other) =>
        other is not null && Steps.SequenceEqual(other.Steps) && Window == other.Window && ObservedUntil == other.ObservedUntil && Level.Equals(other.Level);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (Step step in Steps) hash.Add(step);
        hash.Add(Window);
        hash.Add(ObservedUntil);
        hash.Add(Level);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Steps = ").AppendJoin(" > ", Steps.Select(step => step.Description));
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $", Window = {Window:c}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }
}
