using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>
/// Of the invitations to a survey, the share that was answered. An answer belongs to the latest invitation before it, or to its own event where that is an invitation;
/// an invitation without one is missing, whoever was asked again later.
/// </summary>
/// <remarks>
/// Those who do not answer are often not like those who do: a score says nothing of them, so the rate stands beside it. With <see cref="Within"/>, an invitation counts once its time
/// is over, whether or not it was answered; before that it is open, so that late answers do not make recent invitations look worse.
/// Wilson interval; over customers where one was asked more than once.
/// </remarks>
public sealed record ResponseRate : Analysis<ResponseRateResult>
{
    /// <summary>Asks how many invitations were answered.</summary>
    /// <param name="kind">The kind of answers that the invitations ask for.</param>
    /// <param name="asked">The names of the events that are invitations, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no kind of feedback.</exception>
    /// <exception cref="ArgumentException">No name is given, or one is empty.</exception>
    public ResponseRate(FeedbackKind kind, params IReadOnlyList<string> asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!Enum.IsDefined(kind) || kind == FeedbackKind.None) throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name the kind of answers that the invitations ask for, for example FeedbackKind.Nps.");
        if (asked.Count == 0) throw new ArgumentException("Name the events that invite to the survey.", nameof(asked));
        foreach (string name in asked) ArgumentException.ThrowIfNullOrEmpty(name, nameof(asked));
        Kind = kind;
        Asked = Array.AsReadOnly([.. asked]);
    }

    /// <summary>The kind of answers that are asked for.</summary>
    public FeedbackKind Kind { get; }

    /// <summary>The names of the events that are invitations.</summary>
    public IReadOnlyList<string> Asked { get; }

    /// <summary>The question or survey whose answers count; <see langword="null"/>, the default, takes every answer of the kind.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string? Question
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <summary>How long after an invitation its answer may come, more than zero; <see langword="null"/>, the default, lets it come at any time before the next invitation, and then no invitation is ever open.</summary>
    public TimeSpan? Within
    {
        get;
        init => field = Given.AboveZero(value);
    }

    /// <summary>Until when customers were observed, where that is later than the log's last event.</summary>
    public DateTimeOffset? ObservedUntil { get; init; }

    /// <summary>The confidence level of the interval, between 0 and 1; 0.95 by default.</summary>
    public double Level
    {
        get;
        init => field = ConfidenceLevel.Checked(value);
    } = 0.95;

    // A customer may be asked more than once.
    internal override bool CountsCustomersOnce => false;

    /// <inheritdoc/>
    public override Accumulator<ResponseRateResult> CreateAccumulator(LogSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new ResponseRateAccumulator(this, schema);
    }

    /// <inheritdoc/>
    public bool Equals(ResponseRate? other) =>
        other is not null && Kind == other.Kind && Asked.SequenceEqual(other.Asked) && Question == other.Question && Within == other.Within && ObservedUntil == other.ObservedUntil && Level.Equals(other.Level);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        foreach (string name in Asked) hash.Add(name);
        hash.Add(Question);
        hash.Add(Within);
        hash.Add(ObservedUntil);
        hash.Add(Level);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"Kind = {Kind}, Asked = ").AppendJoin(" | ", Asked);
        builder.Append(CultureInfo.InvariantCulture, $", Question = {Question}, Within = {Within:c}, ObservedUntil = {ObservedUntil?.UtcDateTime:O}, Level = {Level:R}");
        return true;
    }
}
