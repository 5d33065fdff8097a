using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <content>Cutting: every cut of a staged log is a staged log.</content>
public sealed partial class StagedLog
{
    /// <inheritdoc/>
    public override StagedLog Within(TimeRange range) => (StagedLog)base.Within(range);

    /// <inheritdoc/>
    public override StagedLog KnownAt(DateTimeOffset instant) => (StagedLog)base.KnownAt(instant);

    /// <inheritdoc/>
    public override StagedLog WhereContainedIn(TimeRange range) => (StagedLog)base.WhereContainedIn(range);

    /// <inheritdoc/>
    public override StagedLog WhereActiveIn(TimeRange range) => (StagedLog)base.WhereActiveIn(range);

    /// <inheritdoc/>
    public override StagedLog WhereBeganIn(TimeRange range) => (StagedLog)base.WhereBeganIn(range);

    /// <inheritdoc/>
    public override StagedLog Where(CustomerDimension dimension, string value) => (StagedLog)base.Where(dimension, value);

    /// <inheritdoc/>
    public override StagedLog WhereAny(CustomerDimension dimension, params IEnumerable<string> values) => (StagedLog)base.WhereAny(dimension, values);

    /// <inheritdoc/>
    public override StagedLog Where(CustomerPredicate predicate) => (StagedLog)base.Where(predicate);

    /// <inheritdoc/>
    public override StagedLog Sample(double share, ulong seed = 0) => (StagedLog)base.Sample(share, seed);

    /// <inheritdoc/>
    public override StagedLog KeepEvents(params IEnumerable<string> names) => (StagedLog)base.KeepEvents(names);

    /// <inheritdoc/>
    public override StagedLog DropEvents(params IEnumerable<string> names) => (StagedLog)base.DropEvents(names);

    /// <inheritdoc/>
    public override StagedLog Keep(Dimension dimension, params IEnumerable<string> values) => (StagedLog)base.Keep(dimension, values);

    /// <inheritdoc/>
    public override StagedLog Drop(Dimension dimension, params IEnumerable<string> values) => (StagedLog)base.Drop(dimension, values);

    /// <inheritdoc/>
    public override StagedLog CollapseRepeats(TimeSpan? maxGap = null, bool onSameChannel = false) => (StagedLog)base.CollapseRepeats(maxGap, onSameChannel);

    /// <inheritdoc/>
    public override StagedLog TruncateAfter(string eventName, Occurrence occurrence = Occurrence.First, bool keepEvent = true, bool keepOthers = true) =>
        (StagedLog)base.TruncateAfter(eventName, occurrence, keepEvent, keepOthers);

    /// <inheritdoc/>
    public override StagedLog TruncateBefore(string eventName, Occurrence occurrence = Occurrence.First, bool keepEvent = true, bool keepOthers = true) =>
        (StagedLog)base.TruncateBefore(eventName, occurrence, keepEvent, keepOthers);

    /// <inheritdoc/>
    public override StagedLog LabelFirst(string eventName, string label) => (StagedLog)base.LabelFirst(eventName, label);

    /// <inheritdoc/>
    public override StagedLog LabelLast(string eventName, string label) => (StagedLog)base.LabelLast(eventName, label);

    /// <inheritdoc/>
    public override StagedLog BySession(TimeSpan gap, TimeSpan? maxLength = null, TimeZoneInfo? splitAtMidnight = null, string customerAttribute = "customer") =>
        (StagedLog)base.BySession(gap, maxLength, splitAtMidnight, customerAttribute);

    /// <inheritdoc cref="JourneyLog.SplitBy"/>
    public new IReadOnlyList<LogPart<StagedLog>> SplitBy(Dimension dimension) => Split<StagedLog>(dimension);

    /// <inheritdoc/>
    public override StagedLog WithoutCustomers(IEnumerable<string> customers) => (StagedLog)base.WithoutCustomers(customers);

    /// <inheritdoc/>
    public override StagedLog Pseudonymize(ReadOnlySpan<byte> key, PseudonymFormat format = PseudonymFormat.Base64Url, bool eventIds = true, params IEnumerable<string> attributes) =>
        (StagedLog)base.Pseudonymize(key, format, eventIds, attributes);

    /// <summary>This log and another as one, classified anew through this log's map and rules, or by the model that gave it its stages: an event may stand for another stage when it is known what came before it.</summary>
    /// <param name="other">The other log; its map does not matter.</param>
    /// <inheritdoc/>
    public override StagedLog Append(JourneyLog other) => (Reclassify ?? StageClassifier.Create(Journey, Rules).Classify)(base.Append(other));

    private protected override JourneyLog Recreate(LogSchema schema, LogColumns columns, Lazy<string[]> customers, DataQualityReport quality) =>
        new StagedLog(Journey, Rules, schema, columns, customers, quality) { Reclassify = Reclassify };
}
