using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>What is counted and measured of a customer up to an instant, for models that predict his stage: a definition, immutable and equal by value.</summary>
/// <remarks>
/// Nothing at or after the instant is seen, and nothing that was recorded then or later; attributes of customers, which have no time, are not seen either. In order:
/// <list type="bullet">
/// <item>for each of <see cref="Events"/> (<c>event order_paid</c>), <see cref="Touchpoints"/> (<c>touchpoint basket</c>) and <see cref="Channels"/> (<c>channel web</c>) the number of events;</item>
/// <item>with <see cref="Timing"/>: <c>recency</c> ln(1 + days since the last event), <c>tenure</c> ln(1 + days since the first), <c>tempo</c> ln(1 + events a week) over the time since the first event, at least a day,
/// <c>gap</c> ln(1 + mean days between events; with one event, the days since);</item>
/// <item>for each kind of <see cref="Feedback"/> the number of answers (<c>nps answers</c>), the score of the latest and the mean of all (<c>nps latest</c>, <c>nps mean</c>); without answers all three are 0.</item>
/// </list>
/// </remarks>
public sealed record StageFeatures
{
    internal const int TimingCount = 4;
    internal const int FeaturesOfFeedback = 3;

    /// <summary>How many names of events, touchpoints or channels are taken unless said otherwise: the most frequent ones.</summary>
    public const int UsualNames = 50;

    /// <summary>The names of events whose events are counted.</summary>
    public IReadOnlyList<string> Events { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>The ids of touchpoints whose events are counted; only for logs with a map. Which touchpoint an event belongs to is told by the map and by what came before.</summary>
    public IReadOnlyList<string> Touchpoints { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>The channels whose events are counted.</summary>
    public IReadOnlyList<string> Channels { get; init => field = EquatableList.Of(value); } = EquatableList<string>.Empty;

    /// <summary>Whether recency, tenure, tempo and gap are measured.</summary>
    public bool Timing { get; init; } = true;

    /// <summary>The kinds of survey answers that are looked at; scores of different kinds have different scales.</summary>
    public IReadOnlyList<FeedbackKind> Feedback { get; init => field = Array.AsReadOnly([.. value ?? throw new ArgumentNullException(nameof(value))]); } = [];

    /// <summary>The names of all features, in order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Events.Select(name => $"event {name}"),
        .. Touchpoints.Select(name => $"touchpoint {name}"),
        .. Channels.Select(name => $"channel {name}"),
        .. Timing ? (ReadOnlySpan<string>)["recency", "tenure", "tempo", "gap"] : [],
        .. Feedback.Select(kind => DocumentWords<FeedbackKind>.Default[kind]).SelectMany(kind => (IEnumerable<string>)[$"{kind} answers", $"{kind} latest", $"{kind} mean"]),
    ];

    /// <summary>How many features there are.</summary>
    public int Count => CountFeatures + (Timing ? TimingCount : 0) + (FeaturesOfFeedback * Feedback.Count);

    /// <summary>How many of them, the first ones, are counts of events.</summary>
    internal int CountFeatures => Events.Count + Touchpoints.Count + Channels.Count;

    /// <summary>The features that fit what a log tells before an instant: names of events, channels, timing, and the kinds of answers that occur.</summary>
    /// <param name="log">The log.</param>
    /// <param name="at">The instant: names that come up at it or later are not taken.</param>
    /// <param name="mostNames">How many event names, and how many channels, are taken at most: the most frequent ones, positive.</param>
    public static StageFeatures ByEvent(JourneyLog log, DateTimeOffset at, int mostNames = UsualNames)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostNames);
        return FeatureTable.NamesIn(FeatureTable.Past(log, at, map: null), mostNames, byTouchpoint: false);
    }

    /// <summary>The same with touchpoints of the map in place of names of events.</summary>
    /// <param name="log">A log with a map whose touchpoints name events.</param>
    /// <param name="at">The instant: touchpoints that come up at it or later are not taken.</param>
    /// <param name="mostNames">How many touchpoints, and how many channels, are taken at most: the most frequent ones, positive.</param>
    /// <exception cref="JourneyDefinitionException">No touchpoint of the map names an event.</exception>
    public static StageFeatures ByTouchpoint(StagedLog log, DateTimeOffset at, int mostNames = UsualNames)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostNames);
        return FeatureTable.NamesIn(FeatureTable.Past(log, at, log.Journey), mostNames, byTouchpoint: true);
    }

    /// <exception cref="ArgumentException">There is no feature, one is named twice, or a kind of answer has no scale.</exception>
    internal void Require(string parameter)
    {
        if (Count == 0) throw new ArgumentException("The definition has no feature: name events, touchpoints or channels, or measure timing.", parameter);
        if (Feedback.Any(kind => kind == FeedbackKind.None || !Enum.IsDefined(kind))) throw new ArgumentException($"Answers of the kind {Feedback.First(kind => kind == FeedbackKind.None || !Enum.IsDefined(kind))} have no scale: name {nameof(FeedbackKind.Nps)} or another kind.", parameter);
        if (Repeated() is { } name) throw new ArgumentException($"The feature '{name}' is named twice: name it once.", parameter);
    }

    internal string? Repeated()
    {
        HashSet<string> met = new(StringComparer.Ordinal);
        return Names.FirstOrDefault(name => !met.Add(name));
    }

    /// <summary>Whether another definition has the same features in the same order.</summary>
    /// <param name="other">Another definition, or <see langword="null"/>.</param>
    public bool Equals(StageFeatures? other) => other is not null && Names.SequenceEqual(other.Names);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (string name in Names) hash.Add(name);
        return hash.ToHashCode();
    }
}
